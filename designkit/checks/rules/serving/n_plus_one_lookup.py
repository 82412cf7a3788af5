"""DK613 n-plus-one-lookup."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import awaited
from designkit.analysis.stated import promised_latency
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component, Mode
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_count, shown_latency

FEW = 10
"""Items for which a lookup each is no great harm."""


@dataclass(frozen=True, slots=True)
class ItemLookup:
    """A lookup that is made for each item: which, how often, for how many items."""

    number: int
    store: Component
    reader: str
    calls: Quantity
    items: Quantity

    @property
    def time_each(self) -> tuple[str, Quantity] | None:
        """What a call takes: its median, else the p99 that is planned for it."""
        latency = self.store.latency
        times = {"p50": latency.p50, "p99": latency.p99} if latency else {}
        return next(((name, time) for name, time in times.items() if time), None)

    @property
    def time(self) -> float:
        """Seconds at least, one call after the other; none where it is not stated."""
        each = self.time_each
        return capped(self.calls.low * each[1].low) if each else 0.0


@rule(
    "DK613",
    Severity.ERROR,
    keys=("flows.*.calls-per-request",),
    applies=lambda facts: any(_readings(facts)),
)
def n_plus_one_lookup(facts: Facts) -> Iterator[Finding]:
    """A reader should look up all its items at once, not one after the other.

    A loop over the candidates with a lookup in it is right in every test and on every
    laptop. In the request path it is 500 round trips instead of one: at 2 ms each a
    second of waiting, or five hundred calls at once for a store that is sized for one.
    Stores have a call that takes many keys.

    A finding is an error where the calls, one after the other, take longer than the
    whole request was promised to take, and else a warning. Items are those of the
    reader (items-in), or the candidates of the workload.

    Bad:
    ```yaml
    objectives: {latency: {p99: 250 ms}}
    components:
      app: {kind: client}
      rank: {kind: model-server, items-in: 500}
      online: {kind: online-store, latency: {p50: 2 ms, p99: 8 ms}}
    flows:
      calls:
        - app -> rank: request
      lookups:
        - online -> rank: {carries: feature-values, calls-per-request: 501}  # <- 1 s
    ```

    Good:
    ```yaml
    objectives: {latency: {p99: 250 ms}}
    components:
      app: {kind: client}
      rank: {kind: model-server, items-in: 500}
      online: {kind: online-store, latency: {p50: 2 ms, p99: 8 ms}}
    flows:
      calls:
        - app -> rank: request
      lookups:
        - online -> rank: {carries: feature-values, keys: 501}
    ```

    Fix: Collect the keys and read them in one call (`keys: 501` on the flow), hand the
    values on from a step that has read them already, or keep those of the items in the
    memory of the reader.

    Source: Fowler 2002, Patterns of Enterprise Application Architecture, Lazy Load, on
    ripple loading; Redis documentation, MGET.
    """
    promise = promised_latency(facts)
    for reading in _readings(facts):
        late = bool(promise and reading.time > promise.high * (1 + ROUNDING))
        yield Finding(
            ("flows", reading.number, "calls-per-request"),
            _told(reading, promise if late else None),
            severity=None if late else Severity.WARNING,
        )


def _readings(facts: Facts) -> Iterator[ItemLookup]:
    """Give the lookups that a request makes at least once for each of many items."""
    path, parts = awaited(facts), facts.design.components
    for number, flow in enumerate(facts.design.flows):
        is_lookup = flow.mode is Mode.LOOKUP and path.issuperset(flow.ends)
        calls = flow.calls_per_request if is_lookup else None
        items = _items(facts, parts[flow.target])
        if calls and items and calls.low >= items.high >= FEW:
            yield ItemLookup(number, parts[flow.source], flow.target, calls, items)


def _items(facts: Facts, reader: Component) -> Quantity | None:
    load = facts.design.workload
    return reader.quantity("items-in") or (load.candidates if load else None)


def _told(reading: ItemLookup, promise: Quantity | None) -> str:
    store, calls = reading.store.id, shown_count(reading.calls.low)
    found = (
        f"{reading.reader} reads {store} {reading.calls} times in a request, once or "
        f"more for each of {reading.items} items"
    )
    if reading.time_each:
        name, each = reading.time_each
        time = shown_latency(reading.time)
        found += f": {calls} {TIMES} {each} ({name}) = {time} one after the other"
    if promise:
        found += f", and {promise} are promised for the whole request"
    return f"{found}; one call with `keys: {calls}` would do"
