"""What a peak asks of a request path, and whether that can be simulated."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from designkit.estimates.formulas.replicas import busy_share
from designkit.estimates.simulation.step import Hop

TURNS = 5
"""How many times as long as a queue remembers its beginning a run is warmed up."""


@dataclass(frozen=True, slots=True)
class LoadedServer:
    """A component with places for few, of which calls need `load` at once.

    A call keeps its place for `held` seconds on average.
    """

    id: str
    places: int
    held: float
    load: float

    @property
    def busy(self) -> float:
        """The share of the places that is needed: λ * S / c."""
        return busy_share(self.load, self.places, 1)

    @property
    def settling(self) -> float:
        """Seconds for which a queue remembers its beginning: S + S / (c * (1 - u)²).

        With a share u of c places busy for S seconds each. Close to full they grow as
        the square of what is left falls (Whitt 1989, Planning Queueing Simulations,
        Management Science 35(11)); of a full station there is no end.
        """
        if self.busy >= 1:
            return math.inf
        return self.held * (1 + 1 / (self.places * (1 - self.busy) ** 2))


@dataclass(frozen=True, slots=True)
class Peak:
    """A request path, and the `requests` that are measured of a `rate` a second.

    Before them come `warm_up` others; it `is_settled` if these are enough.
    """

    steps: tuple[Hop, ...]
    stations: tuple[LoadedServer, ...]
    rate: float
    requests: int
    warm_up: int
    is_settled: bool


def peak_of(steps: tuple[Hop, ...], rate: float, requests: int) -> Peak:
    """Return the peak of `rate` a second, warmed up by a tenth of `requests`.

    By more where more is in work at once, or a queue is slow to come to rest; at most
    by twice as many as are measured.
    """
    stations = stations_of(steps, rate)
    settling = max((station.settling for station in stations), default=0.0)
    wanted = max(requests / 10, rate * work_of(steps), TURNS * rate * settling)
    warm_up = math.ceil(min(wanted, 2 * requests))
    return Peak(steps, stations, rate, requests, warm_up, wanted <= warm_up)


def stations_of(steps: Sequence[Hop], rate: float) -> tuple[LoadedServer, ...]:
    """Return the stations among `steps` and what they read, under `rate` a second."""
    found: dict[str, LoadedServer] = {}
    for use in _uses(steps, rate):
        before = found[use.id].load if use.id in found else 0.0
        found[use.id] = replace(use, load=before + use.load)
    return tuple(found.values())


def _uses(steps: Sequence[Hop], rate: float) -> Iterator[LoadedServer]:
    for step in steps:
        calls = rate * step.often * (step.shards if step.places else 1)
        if step.places:
            yield LoadedServer(step.id, step.places, step.held, calls * step.held)
        for read in step.lookups:
            held, reads = read.time.mean, calls * read.reads * read.shards
            if read.places:
                yield LoadedServer(read.source, read.places, held, reads * held)


def calls_of(steps: Sequence[Hop]) -> float:
    """Return the calls and lookups of one request, those of its client among them."""
    return sum(
        step.often * (1 + sum(read.reads for read in step.lookups)) for step in steps
    )


def work_of(steps: Sequence[Hop]) -> float:
    """Return the seconds that the calls and lookups of one request take in all."""
    return sum(
        step.often * (step.time.mean + sum(r.reads * r.time.mean for r in step.lookups))
        for step in steps
    )
