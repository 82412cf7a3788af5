"""DK614 batching-delay."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import critical_steps, least_time, summed_steps
from designkit.analysis.stated import promised_latency
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component, Flow, Mode
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_latency


@dataclass(frozen=True, slots=True)
class Wait:
    """How long a server lets a call wait for others to be computed together."""

    server: Component
    delay: Quantity

    def reaches(self, seconds: float) -> bool:
        """Whether the wait may be as long as that, for certain."""
        return self.delay.low >= seconds * (1 - ROUNDING)

    def __str__(self) -> str:
        """Say who waits, as messages begin."""
        return f"a call of {self.server.id} waits up to {self.delay} for its batch"


def _waits(facts: Facts) -> Iterator[Wait]:
    for server in facts.of_kind("model-server"):
        delay = server.quantity("queue-delay")
        if delay and delay.high and server.id in facts.graph.in_request:
            yield Wait(server, delay)


@rule(
    "DK614",
    Severity.WARNING,
    kinds=("model-server",),
    keys=("components.*.queue-delay",),
    applies=lambda facts: any(_waits(facts)),
)
def batching_delay(facts: Facts) -> Iterator[Finding]:
    """A server should not wait for a batch longer than there is time.

    Calls that are computed together cost a fraction of calls one by one, and to get
    them together the first waits for the others. At peak a batch is full at once; at
    night, and after a restart, each call waits the whole delay. Such a delay is no part
    of the time that the model takes, so that plans tend to leave it out: a path that
    takes 90 of 100 ms has no room for 10 ms of waiting, and a caller who gives up after
    35 ms is never answered by a server that waits 40.

    Bad:
    ```yaml
    objectives: {latency: {p99: 100 ms}}
    components:
      app: {kind: client}
      gateway: {kind: gateway, latency: {p99: 10 ms}}
      rank:
        kind: model-server
        latency: {p99: 70 ms}
        queue-delay: 20 ms                  # <- 20 ms are all that is left
    flows:
      calls:
        - app -> gateway -> rank: request
    ```

    Good:
    ```yaml
    objectives: {latency: {p99: 100 ms}}
    components:
      app: {kind: client}
      gateway: {kind: gateway, latency: {p99: 10 ms}}
      rank: {kind: model-server, latency: {p99: 70 ms}, queue-delay: 2 ms}
    flows:
      calls:
        - app -> gateway -> rank: request
    ```

    Fix: Wait a tenth of the time that a batch takes, or not at all (a busy server finds
    its next batch in the queue); measure what each millisecond of it brings.

    Source: NVIDIA Triton Inference Server documentation, Batchers, on dynamic batching
    and its delay; Crankshaw et al. 2017, Clipper: A Low-Latency Online Prediction
    Serving System, NSDI, section 4.3.
    """
    for wait in _waits(facts):
        path: Path = ("components", wait.server.id, "queue-delay")
        patience = _patience(facts, wait.server)
        if patience and wait.reaches(patience.high):
            yield Finding(path, f"{wait}, and its callers give up after {patience}")
        elif told := _without_room(facts, wait):
            yield Finding(path, told)


def _patience(facts: Facts, server: Component) -> Quantity | None:
    """Return after what time the first of its callers gives up, if one does."""
    waiting = [flow for flow in facts.graph.synchronous if _is_for(server, flow)]
    timeouts = [flow.timeout or server.timeout for flow in waiting]
    stated = (timeout for timeout in timeouts if timeout)
    return min(stated, key=lambda timeout: timeout.high, default=None)


def _is_for(server: Component, flow: Flow) -> bool:
    """Whether somebody waits at the other end of `flow` for `server`."""
    asked = flow.target if flow.mode is Mode.CALL else flow.source
    return asked == server.id


def _without_room(facts: Facts, wait: Wait) -> str:
    """Say that the promise has no room for the wait; a path beyond it has none."""
    promise, path = promised_latency(facts), critical_steps(facts)
    planned = facts.graph.critical_path.p99
    if promise is None or planned > promise.high * (1 + ROUNDING):
        return ""
    steps = path if wait.server in path else (wait.server,)
    left = max(promise.high - least_time(steps), 0.0)
    if not wait.reaches(left):
        return ""
    beside = f" beside {summed_steps(steps)}" if least_time(steps) else ""
    return (
        f"{wait}, and {shown_latency(left)} are left of the promised {promise}{beside}"
    )
