"""DK155 solver-out-of-time."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.solving import times_for_plan
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.bounds import ROUNDING


@rule(
    "DK155",
    Severity.ERROR,
    kinds=("optimizer",),
    keys=("components.*.time-limit",),
    applies=lambda facts: any(
        solver.quantity("time-limit") and any(times_for_plan(facts, solver))
        for solver in facts.of_kind("optimizer")
    ),
)
def solver_out_of_time(facts: Facts) -> Iterator[Finding]:
    """A solver should be stopped before whoever needs its plan has given up.

    On the hardest problem of the day a solver uses all of its limit. If its caller has
    given up by then, or the next plan has begun, the work was for nothing on the very
    evening when it was needed, and plans queue behind each other.

    The limit is compared with the timeout of those who call the solver, with the
    promised latency (p99) where a request waits for it, and with its interval.

    Bad:
    ```yaml
    components:
      dispatch: {kind: service}
      match:
        kind: optimizer
        interval: 30 s
        time-limit: 10 s               # <- its caller waits for 4 s
    flows:
      calls:
        - dispatch -> match: {carries: request, timeout: 4 s}
    ```

    Good:
    ```yaml
    components:
      dispatch: {kind: service}
      match:
        kind: optimizer
        interval: 30 s
        time-limit: 3 s
    flows:
      calls:
        - dispatch -> match: {carries: request, timeout: 4 s}
    ```

    Fix: Stop the solver earlier and take the best plan by then (a larger `gap`), split
    the problem, or plan less often and let callers read the last plan.

    Source: Bertsimas and Weismantel 2005, Optimization over Integers, on gaps of branch
    and bound; Beyer et al. 2016, Site Reliability Engineering, chapter 22, on work
    whose deadline is over.
    """
    for solver in facts.of_kind("optimizer"):
        limit = solver.quantity("time-limit")
        for bound in times_for_plan(facts, solver) if limit else ():
            if limit and limit.low > bound.time.high * (1 + ROUNDING):
                yield Finding(
                    ("components", solver.id, "time-limit"),
                    f"{solver.id} may solve for {limit}, and {bound.words} "
                    f"{bound.time}",
                    related=((bound.path, "the time that there is"),),
                    rests_on=(limit, bound.time),
                )
                break
