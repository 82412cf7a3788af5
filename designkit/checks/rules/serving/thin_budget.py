"""DK602 thin-budget."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import critical_steps, own_p99, shown_steps
from designkit.analysis.stated import promised_latency
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.figure_limits import OVER_BUDGET, THIN_BUDGET
from designkit.quantities.writing import shown_fraction, shown_latency


@rule("DK602", Severity.WARNING, keys=("objectives.latency.p99",))
def thin_budget(facts: Facts) -> Iterator[Finding]:
    """The steps of a request should leave a fifth of the promised latency unspent.

    A design counts the work of its parts. It does not count the wait in a queue, the
    hop to another zone, the pause of a collector, the new connection: time that is
    small on a quiet day and is spent on every busy one. A path that needs 90 of 100 ms
    on paper keeps its promise until the first of these comes along. A path that needs
    more than it has is another rule, over-budget.

    Bad:
    ```yaml
    objectives: {latency: {p99: 100 ms}}   # <- 90 ms are spent
    components:
      app: {kind: client}
      gateway: {kind: gateway, latency: {p99: 10 ms}}
      rank: {kind: model-server, latency: {p99: 65 ms}}
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
      rank: {kind: model-server, latency: {p99: 55 ms}}
      store: {kind: online-store, latency: {p99: 15 ms}}
    flows:
      calls:
        - app -> gateway -> rank: request
      lookups:
        - store -> rank: feature-values
    ```

    Fix: Trim the largest step (fewer candidates, a smaller model, a cache), run lookups
    side by side, or promise what the path can keep on a busy day.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 4, on a safety
    margin between what is promised and what is aimed at.
    """
    promise, path = promised_latency(facts), facts.graph.critical_path
    least, most = THIN_BUDGET.least, OVER_BUDGET.least
    if promise and least * promise.high < path.p99 <= most * promise.high:
        steps = critical_steps(facts)
        largest = max(steps, key=own_p99)
        part = shown_fraction(round(path.p99 / promise.high, 2))
        left = shown_latency(max(promise.high - path.p99, 0.0))
        yield Finding(
            ("objectives", "latency", "p99"),
            f"the critical path takes {shown_latency(path.p99)} at p99, {part} of the "
            f"promised {promise}: {shown_steps(steps)}; {left} are left for queues, "
            "pauses and the network",
            related=((("components", largest.id, "latency"), "the largest step"),),
            rests_on=(promise, *(step.time("p99") for step in steps)),
        )
