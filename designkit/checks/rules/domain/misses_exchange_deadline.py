"""DK835 misses-exchange-deadline."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import (
    critical_steps,
    least_time,
    requests,
    summed_steps,
)
from designkit.analysis.stated import promised_latency
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_latency


@rule(
    "DK835",
    Severity.ERROR,
    kinds=("client",),
    applies=lambda facts: any(_deadlines(facts)),
)
def misses_exchange_deadline(facts: Facts) -> Iterator[Finding]:
    """A bid should be made before whoever asked for it has stopped waiting.

    An exchange, or a page, gives a bidder so many milliseconds and goes on without the
    ones who are late: the work is done, and it earns nothing. Exchanges count who is
    late, and ask less of those. The time runs from the request to the answer, so that
    the network, there and back, comes out of it as well.

    The deadline is the `timeout` of the call by which a client asks a gateway, else the
    one that the gateway states. Other parts that a client asks, such as its consent,
    have deadlines of their own, which are not those of the answer. A path that is
    longer than the latency that the design promises is another rule, over-budget: this
    one is about those who wait less long than was promised, and about designs that
    promise nothing.

    Bad:
    ```yaml
    components:
      exchange: {kind: client}
      bidder: {kind: gateway, latency: {p99: 10 ms}}
      rank: {kind: model-server, latency: {p99: 75 ms}}
    flows:
      calls:
        - exchange -> bidder: {carries: request, timeout: 80 ms}   # <- 85 ms
        - bidder -> rank: request
    ```

    Good:
    ```yaml
    components:
      exchange: {kind: client}
      bidder: {kind: gateway, latency: {p99: 10 ms}}
      rank: {kind: model-server, latency: {p99: 45 ms}}
    flows:
      calls:
        - exchange -> bidder: {carries: request, timeout: 80 ms}
        - bidder -> rank: request
    ```

    Fix: Score fewer candidates, run side by side what need not wait, stand near the
    exchange, and answer with a cheaper price when half of the time is gone.

    Source: Google, Authorized Buyers: Latency Restrictions and Peering (deadlines of 80
    to 1000 ms; 85% of the answers must be in time).
    """
    steps, promise = critical_steps(facts), promised_latency(facts)
    planned = facts.graph.critical_path.p99
    if promise and planned > promise.high * (1 + ROUNDING):
        return
    time = least_time(steps)
    for path, asker, deadline in _deadlines(facts):
        if time > deadline.high * (1 + ROUNDING):
            yield Finding(
                path,
                f"{asker} waits {deadline} for an answer, and the critical path takes "
                f"{shown_latency(time)} at p99: {summed_steps(steps)}; the network "
                "comes on top",
            )


def _deadlines(facts: Facts) -> Iterator[tuple[Path, str, Quantity]]:
    """Give the deadlines of clients whose request takes the critical path."""
    critical = facts.graph.critical_path
    for number, flow in requests(facts):
        asked = facts.design.components[flow.target]
        if asked.kind != "gateway" or not critical.has(flow):
            continue
        if flow.timeout:
            yield ("flows", number, "timeout"), flow.source, flow.timeout
        elif asked.timeout:
            yield ("components", asked.id, "timeout"), flow.source, asked.timeout
