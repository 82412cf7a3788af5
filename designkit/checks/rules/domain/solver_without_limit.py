"""DK854 solver-without-limit."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

KEEPS_PLAN = "incumbent-fallback"
"""Whether a plan holds when time is up."""

DECISIONS = ("decision", "response")
"""As what a plan leaves."""


@rule("DK854", Severity.WARNING, kinds=("optimizer",))
def solver_without_limit(facts: Facts) -> Iterator[Finding]:
    """A solver should stop in time with the best plan that it has.

    The time to prove a plan the best grows with the worst of the day, not with the
    mean: on the busiest evening, when the plan is needed most, an exact solve takes
    minutes, and nobody is sent anywhere while it does. A plan that is 2% worse and
    there in a second is the better one. A limit above the interval is none: the next
    plan is due while this one is still thought about, of a world that has moved on. And
    at the limit there has to be a plan, the best so far or that of the last round, or
    something that decides for the same without a solver.

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

    Fix: State a time-limit below the interval, and take the best plan found by then
    (`incumbent-fallback: true`).

    Source: Bertsimas and Weismantel 2005, Optimization over Integers, on gaps of
    branch and bound; Zhang et al. 2017, A Taxi Order Dispatch Model based on
    Combinatorial Optimization (KDD).
    """
    for solver in facts.of_kind("optimizer"):
        yield from _endless(facts, solver)
        yield from _overrunning(solver)
        yield from _empty_handed(facts, solver)


def _endless(facts: Facts, solver: Component) -> Iterator[Finding]:
    path = ("components", solver.id, "time-limit")
    state = facts.state(*path)
    if state is not State.PRESENT:
        yield Finding(
            path,
            f"{solver.id} may take as long as it likes",
            unstated=state is State.UNSTATED,
        )


def _overrunning(solver: Component) -> Iterator[Finding]:
    """Give a limit that surely ends after the next plan is due."""
    limit, interval = solver.quantity("time-limit"), solver.quantity("interval")
    if limit and interval and limit.low > interval.high:
        yield Finding(
            ("components", solver.id, "time-limit"),
            f"{solver.id} may take {limit}, and the next plan is due after {interval}",
            rests_on=(limit, interval),
        )


def _empty_handed(facts: Facts, solver: Component) -> Iterator[Finding]:
    """Give a solver that is said to have nothing when its time is up."""
    path = ("components", solver.id, KEEPS_PLAN)
    is_denied = facts.state(*path) is State.ABSENT
    is_denied = is_denied or solver.attributes.get(KEEPS_PLAN) is False
    if is_denied and not _others_decide(facts, solver):
        message = f"{solver.id} has no plan when time is up, and nothing else decides"
        yield Finding(path, message)


def _others_decide(facts: Facts, solver: Component) -> bool:
    """Whether something that is no person decides as well for whom it decides."""
    told = {flow.target for flow in facts.flows_from(solver.id, *DECISIONS)}
    givers = {flow.source for id in told for flow in facts.flows_to(id, *DECISIONS)}
    others = givers - {solver.id, *(it.id for it in facts.of_kind("person"))}
    return bool(others)
