"""DK854 solver-without-limit."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK854", Severity.WARNING, kinds=("optimizer",))
def solver_without_limit(facts: Facts) -> Iterator[Finding]:
    """A solver should stop in time with the best plan that it has.

    The time to prove a plan the best grows with the worst of the day, not with the
    mean: on the busiest evening, when the plan is needed most, an exact solve takes
    minutes, and nobody is sent anywhere while it does. A plan that is 2% worse and
    there in a second is the better one.

    Bad:
    ```yaml
    components:
      match: {kind: optimizer, interval: 2 s, time-limit: none}    # <-
    ```

    Good:
    ```yaml
    components:
      match: {kind: optimizer, interval: 2 s, time-limit: 800 ms}
    ```

    Fix: State a time-limit below the interval, and take the best plan found by then.

    Source: Bertsimas and Weismantel 2005, Optimization over Integers, on gaps of
    branch and bound; Zhang et al. 2017, A Taxi Order Dispatch Model based on
    Combinatorial Optimization (KDD).
    """
    for solver in facts.of_kind("optimizer"):
        path = ("components", solver.id, "time-limit")
        state = facts.state(*path)
        if state is not State.PRESENT:
            yield Finding(
                path,
                f"{solver.id} may take as long as it likes",
                unstated=state is State.UNSTATED,
            )
