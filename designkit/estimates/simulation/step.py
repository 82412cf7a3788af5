"""A step of the request path: a component, what it reads, and whom it calls."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from random import Random
from statistics import fmean

from designkit.estimates.formulas.latency import Lognormal
from designkit.estimates.simulation.sampling import draws

DRAWS = 10_000
"""Draws of which the mean of lookups is taken; it is off by about 1%."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Something that a step reads, and waits for.

    `reads` are made one after the other, each of all `shards` at once and given up
    after `timeout` seconds. What is read may have `places` for few, as a step has. It
    is read `after` those sources, which stand before it.
    """

    source: str
    time: Lognormal
    reads: float = 1.0
    shards: int = 1
    timeout: float = math.inf
    places: int = 0
    after: tuple[str, ...] = ()

    def draws(self, random: Random) -> Iterator[float]:
        """Give without end how long a step waits for it if there is no queue."""
        times = draws(self.time, random, self.shards)
        if self.timeout < math.inf:
            times = map(min, times, repeat(self.timeout))
        return times if self.reads == 1 else self._sums(times, random)

    def _sums(self, times: Iterator[float], random: Random) -> Iterator[float]:
        while True:
            yield sum(islice(times, self.count(random)))

    def count(self, random: Random) -> int:
        """Return the reads of one step: one of the whole numbers around `reads`."""
        return math.floor(self.reads + random.random())


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the step with the number `target`, so many `times` in a request.

    A part of a call is made in that part of the requests, from `offset` on. Those of
    one `group`, the number of a caller, take turns: of two that are made in half the
    requests each, every request makes one.
    """

    target: int
    times: float = 1.0
    group: int = 0
    offset: float = 0.0

    def count(self, turn: float) -> int:
        """Return the calls in a request whose `turn` lies between 0 and 1."""
        if self.times.is_integer():
            return int(self.times)
        start = self.offset + turn
        return math.floor(start + self.times) - math.floor(start)


@dataclass(frozen=True, slots=True)
class Hop:
    """A component of the request path, called so `often` in a request.

    It starts when its callers are done, all that make their call out of `callers`, then
    waits for all `lookups` side by side, then works for `time` on all `shards` at once.
    The steps with the numbers of `followers` wait for it, though it calls them not.
    With `places` for few it is a station: a call waits for a place and keeps it for
    `held` seconds on average, while it reads and works; or works, if it `reads_first`.
    """

    id: str
    time: Lognormal
    held: float = 0.0
    lookups: tuple[Lookup, ...] = ()
    calls: tuple[Call, ...] = ()
    followers: tuple[int, ...] = ()
    callers: int = 0
    often: float = 1.0
    shards: int = 1
    places: int = 0
    reads_first: bool = False
    answers: bool = False

    @property
    def has_queue(self) -> bool:
        """Whether a call may have to wait for those of other requests."""
        return bool(self.places) or any(lookup.places for lookup in self.lookups)

    def reading(self, random: Random) -> Iterator[float]:
        """Give without end how long it waits for what it reads without a queue."""
        return _slowest([read for read in self.lookups if not read.places], random)


def mean_reading(lookups: Sequence[Lookup]) -> float:
    """Return how long a step waits for the slowest of `lookups`, without queues."""
    draws = math.ceil(DRAWS / max(sum(lookup.reads for lookup in lookups), 1.0))
    return fmean(islice(_slowest(lookups, Random(0)), draws)) if lookups else 0.0


def _slowest(lookups: Sequence[Lookup], random: Random) -> Iterator[float]:
    waits = [lookup.draws(random) for lookup in lookups]
    if any(lookup.after for lookup in lookups):
        return _in_order(lookups, waits)
    return map(max, *waits) if len(waits) > 1 else waits[0] if waits else repeat(0.0)


def _in_order(
    lookups: Sequence[Lookup], waits: Sequence[Iterator[float]]
) -> Iterator[float]:
    while True:
        done: dict[str, float] = {}
        for lookup, times in zip(lookups, waits, strict=True):
            begun = max((done.get(id, 0.0) for id in lookup.after), default=0.0)
            done[lookup.source] = begun + next(times)
        yield max(done.values())
