"""Who draws on a part that several share: what each may ask, and what each asks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designkit.model.component import Component, Flow, Mode
from designkit.model.design import Design
from designkit.quantities.bounds import capped
from designkit.quantities.quantity import Quantity

LIMITS = ("limit-requests", "max-reads", "max-events")
"""Keys by which a part says what all of its callers together get in a time."""


@dataclass(frozen=True, slots=True)
class Caller:
    """One that draws on a part: the number of its flow, its id, and what is stated.

    The `rate` is averaged over the day; the `quota` is what it may ask in a time. Both
    count calls, each for so many `keys`.
    """

    flow: int
    id: str
    quota: Quantity | None
    rate: Quantity | None
    keys: Quantity | None

    @property
    def allowed(self) -> float:
        """What its quota lets it ask a second, at least: nothing without one."""
        return capped(self.quota.low * self._each) if self.quota else 0.0

    def at_peak(self, peak_factor: Quantity | None) -> float:
        """Return what it asks a second at peak, at least: 0 if it is not stated.

        What is beyond its quota is refused, and no load.
        """
        if not (self.rate and peak_factor):
            return 0.0
        calls = self.rate.low * peak_factor.low
        asked = min(calls, self.quota.low) if self.quota else calls
        return capped(asked * self._each)

    @property
    def _each(self) -> float:
        return self.keys.low if self.keys else 1.0


def shared(design: Design) -> Mapping[str, tuple[Caller, ...]]:
    """Return those who wait for each part that several wait for, by its id."""
    found: dict[str, list[Caller]] = {}
    for number, flow in enumerate(design.flows):
        for id, caller in _drawing(flow):
            found.setdefault(id, []).append(_caller(number, caller, flow))
    several = (it for it in found.items() if len({each.id for each in it[1]}) > 1)
    return {id: tuple(callers) for id, callers in several}


def with_quota(design: Design) -> Iterator[tuple[str, Caller]]:
    """Give each caller with a quota, after the id of what it draws on."""
    for number, flow in enumerate(design.flows):
        for id, caller in _drawing(flow) if flow.quota else ():
            yield id, _caller(number, caller, flow)


def limit_of(part: Component) -> tuple[str, Quantity] | None:
    """Return what all of its callers together get, after the key that states it."""
    stated = ((key, part.quantity(key)) for key in LIMITS)
    return next(((key, limit) for key, limit in stated if limit), None)


def _caller(number: int, id: str, flow: Flow) -> Caller:
    return Caller(number, id, flow.quota, flow.rate, flow.keys)


def _drawing(flow: Flow) -> Iterator[tuple[str, str]]:
    """Give what is drawn on and by whom: a lookup goes from the part to its reader."""
    if flow.mode is Mode.LOOKUP:
        yield flow.source, flow.target
    elif flow.mode is Mode.CALL and not flow.answer:
        yield flow.target, flow.source
