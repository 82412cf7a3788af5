"""DK607 fan-out-tail."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component, Flow, Mode
from designkit.quantities.writing import shown_count, shown_fraction

LIMIT = 0.05
"""Part of the requests that may meet a leaf slower than the time that is planned."""


@rule(
    "DK607",
    Severity.WARNING,
    keys=("flows.*.fan-out",),
    applies=lambda facts: any(_fan_outs(facts)),
)
def fan_out_tail(facts: Facts) -> Iterator[Finding]:
    """A request that waits for many shards should plan with their tail.

    Who waits for a hundred shards gets the slowest of a hundred answers. Each is beyond
    its own p99 once in a hundred times, so 63% of the requests meet at least one that
    is. A budget that counts such a step with the p99 of one shard is wrong for most.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      search: {kind: candidate-generator}
      shards: {kind: inverted-index, latency: {p50: 5 ms, p99: 20 ms}}
    flows:
      calls:
        - app -> search: request
      lookups:
        - shards -> search: {carries: candidates, fan-out: 20}   # <- 18% meet one
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      search: {kind: candidate-generator}
      shards: {kind: inverted-index, latency: {p50: 5 ms, p99: 20 ms}}
    flows:
      calls:
        - app -> search: request
      lookups:
        - shards -> search: {carries: candidates, fan-out: 20, slowest: left out}
    ```

    Fix: Plan with the p99.9 or p99.99 of one shard and state it, send a second request
    where the first is late, or answer with what is there in time, and say so under
    `slowest` of the flow.

    Source: Dean and Barroso 2013, The Tail at Scale, CACM 56(2), section on variability
    of component latency.
    """
    for number, flow in _fan_outs(facts):
        leaf, shards = _leaf(facts, flow), flow.fan_out.value if flow.fan_out else 1
        percentile = _stated_percentile(leaf)
        slow = 1 - percentile**shards
        if slow > LIMIT and not flow.slowest:
            yield Finding(
                ("flows", number, "fan-out"),
                f"{_reader(flow)} waits for {shown_count(shards)} shards of {leaf.id}: "
                f"{shown_fraction(round(slow, 2))} of requests meet one that is "
                f"slower than its p{percentile * 100:g}",
            )


def _fan_outs(facts: Facts) -> Iterator[tuple[int, Flow]]:
    """Give the flows that a client's request waits for, if they fan out."""
    for number, flow in enumerate(facts.design.flows):
        in_request = facts.graph.in_request.issuperset(flow.ends)
        if flow.fan_out and flow.mode.is_synchronous and in_request:
            yield number, flow


def _leaf(facts: Facts, flow: Flow) -> Component:
    return facts.design.components[flow.target if _is_call(flow) else flow.source]


def _reader(flow: Flow) -> str:
    return flow.source if _is_call(flow) else flow.target


def _is_call(flow: Flow) -> bool:
    return flow.mode is Mode.CALL


def _stated_percentile(leaf: Component) -> float:
    """Return the highest percentile of its latency that the leaf states."""
    return 0.999 if leaf.latency and leaf.latency.p999 else 0.99
