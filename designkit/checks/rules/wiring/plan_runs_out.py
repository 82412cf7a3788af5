"""DK156 plan-runs-out."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.writing import shown_duration


@rule(
    "DK156",
    Severity.WARNING,
    kinds=("optimizer",),
    keys=("components.*.horizon",),
    applies=lambda facts: any(
        it.quantity("horizon") and it.quantity("interval")
        for it in facts.of_kind("optimizer")
    ),
)
def plan_runs_out(facts: Facts) -> Iterator[Finding]:
    """A plan should look ahead at least until the next one is there.

    A plan that covers an hour and is made each two hours leaves every second hour
    without one: people invent what to do, or nothing is done. The next plan is there
    only when its solve is over, so the time limit counts as well. A horizon that is no
    longer than that also makes plans short-sighted: what is left undone at its end
    costs nothing in the eyes of the solver.

    Bad:
    ```yaml
    components:
      routes:
        kind: optimizer
        interval: 24 h
        time-limit: 30 min
        horizon: 24 h               # <- half an hour of each day has no plan
    ```

    Good:
    ```yaml
    components:
      routes: {kind: optimizer, interval: 24 h, time-limit: 30 min, horizon: 36 h}
    ```

    Fix: Plan further ahead and keep only the first part of each plan, or plan more
    often.

    Source: Sethi and Sorger 1991, A theory of rolling horizon decision making, Annals
    of Operations Research 29.
    """
    for solver in facts.of_kind("optimizer"):
        horizon, interval = solver.quantity("horizon"), solver.quantity("interval")
        limit = solver.quantity("time-limit")
        if not horizon or not interval:
            continue
        least = capped(interval.low + (limit.low if limit else 0.0))
        if horizon.high < least * (1 - ROUNDING):
            added = f" and its solve may take {limit}" if limit else ""
            yield Finding(
                ("components", solver.id, "horizon"),
                f"a plan of {solver.id} covers {horizon}; the next starts after "
                f"{interval}{added}: {shown_duration(least - horizon.high)} have none",
                rests_on=(horizon, interval, limit),
            )
