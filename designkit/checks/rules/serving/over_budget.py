"""DK601 over-budget."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import critical_steps, own_p99, shown_steps
from designkit.analysis.stated import promised_latency
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.figure_limits import OVER_BUDGET
from designkit.quantities.bounds import capped
from designkit.quantities.writing import shown_latency


@rule("DK601", Severity.ERROR, keys=("objectives.latency.p99",))
def over_budget(facts: Facts) -> Iterator[Finding]:
    """The steps of a request should fit into the latency that was promised.

    On the critical path each step waits for the slowest of those before it, so their
    times add up. The sum of the p99s is a budget, not a p99, and somewhat pessimistic;
    but a design above its budget on paper has nothing left for queues, networks and
    pauses, and will not meet its promise in production.

    Bad:
    ```yaml
    objectives: {latency: {p99: 100 ms}}   # <- 115 ms
    components:
      app: {kind: client}
      gateway: {kind: gateway, latency: {p99: 10 ms}}
      rank: {kind: model-server, latency: {p99: 90 ms}}
      store: {kind: online-store, latency: {p99: 15 ms}}
    flows:
      calls:
        - app -> gateway -> rank: request
      lookups:
        - store -> rank: feature-values
    ```

    Good:
    ```yaml
    objectives: {latency: {p99: 100 ms}}
    components:
      app: {kind: client}
      gateway: {kind: gateway, latency: {p99: 10 ms}}
      rank: {kind: model-server, latency: {p99: 50 ms}}
      store: {kind: online-store, latency: {p99: 15 ms}}
    flows:
      calls:
        - app -> gateway -> rank: request
      lookups:
        - store -> rank: feature-values
    ```

    Fix: Begin with the largest step: fewer candidates, a smaller model, a cache; run
    steps side by side that need not wait; or promise less.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapters 4 and 22; Dean and
    Barroso 2013, The Tail at Scale, CACM 56(2).
    """
    promise, time = promised_latency(facts), capped(facts.graph.critical_path.p99)
    if promise and time > promise.high * OVER_BUDGET.least:
        steps = critical_steps(facts)
        largest = max(steps, key=own_p99)
        yield Finding(
            ("objectives", "latency", "p99"),
            f"the critical path takes {shown_latency(time)} at p99, "
            f"{shown_latency(time - promise.high)} more than the promised "
            f"{promise}: {shown_steps(steps)}; {largest.id} is the largest step",
            related=((("components", largest.id, "latency"), "the largest step"),),
            rests_on=(promise, *(step.time("p99") for step in steps)),
        )
