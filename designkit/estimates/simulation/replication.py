"""One run of a request path at its peak, as a network of queues."""

from collections.abc import Callable, Generator, Iterable
from random import Random

from simpy import Environment, Event

from designkit.estimates.simulation.journey import Journey
from designkit.estimates.simulation.load import Peak
from designkit.estimates.simulation.places import Places
from designkit.estimates.simulation.stage import StationRun
from designkit.estimates.simulation.summary import Replication

REPORTED = 500
"""Requests after which it is said how far the run is."""

OnProgress = Callable[[int], None]
"""Is told how many of the measured requests have come."""


def replicate(peak: Peak, random: Random, on_progress: OnProgress) -> Replication:
    """Return what is seen of `peak` in one run, with the numbers of `random`."""
    return _Replication(peak, random, on_progress).run()


class _Replication:
    """A run. Its clock ticks for queues alone; between them, times are added up."""

    def __init__(self, peak: Peak, random: Random, on_progress: OnProgress) -> None:
        self._peak, self._random, self._on_progress = peak, random, on_progress
        self._env = env = Environment()
        self._places = {s.id: Places(env, s.places) for s in peak.stations}
        self._stages = [
            StationRun(env, step, self._places, random) for step in peak.steps
        ]
        self._has_queue = [step.has_queue for step in peak.steps]
        self._times: list[float] = []
        self._is_done = env.event()

    def run(self) -> Replication:
        """Let requests come until all that are measured have their answer."""
        self._env.process(self._arrivals())
        self._env.run(until=self._is_done)
        self._on_progress(self._peak.requests)
        seen = (places.seen() for places in self._places.values())
        return Replication(tuple(sorted(self._times)), tuple(seen))

    def _arrivals(self) -> Generator[Event, None, None]:
        """Let requests come independently of each other: a Poisson process.

        They go on behind the measured ones, which would have less company otherwise.
        """
        callers = [step.callers for step in self._peak.steps]
        clients = [number for number, count in enumerate(callers) if not count]
        measured = range(self._peak.requests)
        for number in range(-self._peak.warm_up, 2 * self._peak.requests):
            yield self._env.timeout(self._random.expovariate(self._peak.rate))
            self._mark(number)
            journey = Journey.of(callers, self._env.now, self._random)
            journey.is_measured = number in measured
            self._visit_all(journey, self._follow(journey, clients))

    def _mark(self, number: int) -> None:
        """Begin or end to measure the stations; say how far the run is."""
        if number in (0, self._peak.requests):
            for places in self._places.values():
                places.measure(number == 0)
        if not number % REPORTED and 0 <= number < self._peak.requests:
            self._on_progress(number)

    def _follow(self, journey: Journey, begun: Iterable[int]) -> list[int]:
        """Let steps begin, and what follows them; return those that have a queue."""
        queued, waiting = list[int](), list(begun)
        while waiting:
            number = waiting.pop()
            count, done = journey.counts[number], journey.ready[number]
            if count and self._has_queue[number]:
                queued.append(number)
            else:
                for _ in range(count):
                    done += next(self._stages[number].times)
                waiting += self._leave(journey, number, done)
        return queued

    def _visit_all(self, journey: Journey, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._env.process(self._visit(journey, number))

    def _visit(self, journey: Journey, number: int) -> Generator[Event, None, None]:
        """Visit a step that has a queue, then the first that follows it, and so on."""
        queued = [number]
        while queued:
            number, *others = queued
            self._visit_all(journey, others)
            yield self._env.timeout(journey.ready[number] - self._env.now)
            for _ in range(journey.counts[number]):
                yield from self._stages[number].visit()
            queued = self._follow(journey, self._leave(journey, number, self._env.now))

    def _leave(self, journey: Journey, number: int, done: float) -> list[int]:
        """Let a step be over; return those that it was the last to wait for."""
        freed = journey.leave(self._peak.steps[number], number, done)
        if journey.is_measured and not journey.left:
            self._times.append(journey.time)
            if len(self._times) == self._peak.requests:
                self._is_done.succeed()
        return freed
