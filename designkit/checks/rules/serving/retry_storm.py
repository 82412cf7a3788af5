"""DK604 retry-storm."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import awaited
from designkit.analysis.retries import Ask, Asks, multiplied
from designkit.analysis.stated import promised_latency
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component, Mode
from designkit.model.waiting import waits
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_latency

LIMIT = 4
"""Tries of one request at one part; beyond, a slow part is kept down by its callers."""

LONGEST = 1e9
"""Seconds past which a longer wait says no more."""


@rule(
    "DK604",
    Severity.ERROR,
    applies=lambda facts: any(a.tries > 1 for a in _all(facts)),
)
def retry_storm(facts: Facts) -> Iterator[Finding]:
    """Retries should fit into the latency that is promised, and not multiply.

    A caller that waits 60 ms and then tries once more waits for 120 ms, whatever was
    promised. And retries multiply: three tries at each of three layers are 27 calls at
    the last for one request, sent just when it is too slow to answer even one. So a
    short overload, gone in a second by itself, is kept alive by its own callers.

    Only retries that are stated count. The client's own are left out of the time, since
    it decides how long it waits, and not of the multiplication. A gateway of language
    models tries each call again that it passes on: an agent that tries 4 times, and a
    gateway that tries each of them 3 times, are 12 calls of a provider that has just
    said that it is full.

    Bad:
    ```yaml
    objectives: {latency: {p99: 100 ms}}
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      rank: {kind: model-server, timeout: 30 ms}
      store: {kind: online-store, timeout: 60 ms}
    flows:
      calls:
        - app -> gateway: request
        - gateway -> rank: {carries: request, retries: 2}
      lookups:
        - store -> rank: {carries: feature-values, retries: 1}   # <- 120 ms, 6 times
    ```

    Good:
    ```yaml
    objectives: {latency: {p99: 100 ms}}
    components:
      app: {kind: client}
      gateway: {kind: gateway}
      rank: {kind: model-server, timeout: 80 ms}
      store: {kind: online-store, timeout: 15 ms}
    flows:
      calls:
        - app -> gateway: request
        - gateway -> rank: request
      lookups:
        - store -> rank: {carries: feature-values, retries: 1}
    ```

    Fix: Retry at one layer only, the one just above what fails; with a timeout that
    leaves room for the second try, a random wait, and a budget of retries (such as a
    tenth of the calls) past which a failure is a failure.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 22, on retries.
    """
    promise, asks = promised_latency(facts), Asks(tuple(_all(facts)))
    for ask in asks.asks if promise else ():
        timeout = _patience(facts, ask)
        if promise and timeout and timeout.low * ask.tries > promise.high:
            yield _too_long(ask, timeout, promise)
    for way in asks.ways():
        if multiplied(way) > LIMIT:
            yield _too_often(way)


def _all(facts: Facts) -> Iterator[Ask]:
    path, parts = awaited(facts), facts.design.components
    for number, flow in enumerate(facts.design.flows):
        calls = flow.mode is Mode.CALL
        asker, asked = flow.ends if calls else reversed(flow.ends)
        is_client = asked in facts.graph.askers
        if waits(flow) and path.issuperset(flow.ends) and not is_client:
            yield Ask(number, flow, asker, asked, _own(parts[asker]))


def _own(asker: Component) -> Quantity | None:
    """Return the retries that `asker` states of itself: a gateway of models does."""
    return asker.quantity("retries") if asker.kind == "llm-gateway" else None


def _patience(facts: Facts, ask: Ask) -> Quantity | None:
    """Return how long each of several tries of `ask` may take, if that is stated."""
    parts = facts.design.components
    if ask.tries <= 1 or ask.asker in facts.graph.askers:
        return None
    return ask.flow.timeout or parts[ask.asked].timeout


def _too_long(ask: Ask, timeout: Quantity, promise: Quantity) -> Finding:
    waited = shown_latency(min(timeout.low * ask.tries, LONGEST))
    return Finding(
        ask.path,
        f"{_told(ask)} and waits {timeout} each time: {waited}, and {promise} is the "
        "promise for the whole request",
    )


def _too_often(way: tuple[Ask, ...]) -> Finding:
    retried = [ask for ask in way if ask.tries > 1]
    factors = f" {TIMES} ".join(_number(ask.tries) for ask in retried)
    product = f"{factors} = {_number(multiplied(way))}" if retried[1:] else factors
    earlier = ((ask.path, _told(ask)) for ask in retried[:-1])
    return Finding(
        way[-1].path,
        f"one request may become {product} calls of {way[-1].asked}: "
        f"{', '.join(map(_told, retried))}",
        severity=Severity.WARNING,
        related=tuple(earlier),
    )


def _told(ask: Ask) -> str:
    return f"{ask.asker} tries {ask.asked} {_number(ask.tries)} times"


def _number(tries: float) -> str:
    return f"{tries:,.12g}"
