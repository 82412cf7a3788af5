"""What all callers of a part get together at most: as stated, or by its places."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from designkit.analysis.facts import Facts
from designkit.analysis.places import at_work
from designkit.analysis.quotas import limit_of
from designkit.estimates.demand import Demand
from designkit.model.component import Component, Mode
from designkit.quantities.bounds import capped
from designkit.quantities.measure import RATE
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES


@dataclass(frozen=True, slots=True)
class SharedLimit:
    """The most calls or keys a second, in words, and what it was computed from."""

    most: float
    words: str
    rests_on: tuple[Quantity, ...]


def tightest_limit(facts: Facts, part: Component) -> SharedLimit | None:
    """Return the lowest limit of a part and, of a gateway, of what it calls."""
    found = [*_own(part)]
    if part.kind == "gateway":
        found += _behind(facts, part)
    return min(found, key=lambda limit: limit.most, default=None)


def _own(part: Component) -> Iterator[SharedLimit]:
    if stated := limit_of(part):
        key, limit = stated
        yield SharedLimit(limit.high, f"the {key} of {part.id} is {limit}", (limit,))
    time, places = part.quantity("service-time"), part.quantity("concurrency")
    replicas = at_work(part)
    if time and places and replicas and time.low > 0:
        most = capped(replicas.high * places.high / time.low)
        words = (
            f"{replicas} {TIMES} {places} places of {part.id} do "
            f"{RATE.show(most)} at {time} each"
        )
        yield SharedLimit(most, words, (time, places, replicas))


def _behind(facts: Facts, gateway: Component) -> Iterator[SharedLimit]:
    """Give the limits of what each call of a gateway surely calls, in calls of it."""
    surely = Demand(facts.graph).always_called
    for flow in facts.graph.outgoing[gateway.id]:
        if flow.mode is not Mode.CALL or flow.answer or flow.target not in surely:
            continue
        each = flow.calls_per_request.low if flow.calls_per_request else 1.0
        for limit in _own(facts.design.components[flow.target]) if each else ():
            calls = "" if each == 1 else f", and each asks {each:g} times"
            words = f"{limit.words}{calls}"
            yield replace(limit, most=limit.most / each, words=words)
