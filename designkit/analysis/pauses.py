"""How long a value waits between two steps that both start by the clock.

A nightly copy at 20:00 that takes an hour and a job at 21:30 leave half an hour between
them, every night. A job that has to wait for chance lets a value wait for a whole
interval at worst; one that starts at a known time after the step before does not.
"""

from collections.abc import Iterable, Mapping

from designkit.model.component import Component
from designkit.quantities.clock import read_clock

WORKS = ("runtime", "watermark", "lag", "refresh")
"""What every value waits out in a step."""

CHANCES = ("interval", "slide", "ttl")
"""What a value waits out by chance."""


def pauses_of(way: Iterable[Component]) -> Mapping[str, float]:
    """Return the seconds of pause before each step of `way` that has one, by its id.

    It has one where an earlier step states its start and the same interval, and nothing
    between them waits for chance. A start that comes before the input is ready is that
    of the next interval.
    """
    found: dict[str, float] = {}
    ready: float | None = None
    interval: float | None = None
    for part in way:
        start, every = _start(part), _interval(part)
        if ready is not None and start is not None and every and every == interval:
            found[part.id] = round(start - ready, 3) % every
        if start is not None:
            ready, interval = start, every
        elif _waits(part):
            ready = None
        if ready is not None:
            ready += _work(part)
    return found


def _start(part: Component) -> float | None:
    said = part.attributes.get("at")
    return read_clock(said) if isinstance(said, str) and _interval(part) else None


def _waits(part: Component) -> bool:
    """Whether a value waits for chance in `part`."""
    waits = ("slide", "ttl") if part.texts("starts") == ("input",) else CHANCES
    return any(part.quantity(name) for name in waits)


def _interval(part: Component) -> float | None:
    every = part.quantity("interval")
    return every.low if every and every.low == every.high > 0 else None


def _work(part: Component) -> float:
    stated = (part.quantity(name) for name in WORKS)
    return sum(time.high for time in stated if time)
