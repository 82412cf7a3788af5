"""What a step reads in one run, where some of it has places for few."""

import math
from collections.abc import Callable, Generator, Iterator, Mapping
from random import Random

from simpy import Environment, Event

from designkit.estimates.simulation.places import Places
from designkit.estimates.simulation.sampling import draws
from designkit.estimates.simulation.step import Hop, Lookup

Wait = Generator[Event, None, None]


def reader_of(
    env: Environment, step: Hop, stations: Mapping[str, Places], random: Random
) -> Callable[[], Event]:
    """Return what makes all lookups of `step`, and is done when the last of them is."""
    if any(lookup.after for lookup in step.lookups):
        return _InOrder(env, step.lookups, stations, random).read
    return _SideBySide(env, step, stations, random).read


class _SideBySide:
    """Lookups that all begin at once; those without a queue are one wait."""

    def __init__(
        self,
        env: Environment,
        step: Hop,
        stations: Mapping[str, Places],
        random: Random,
    ) -> None:
        self._env, self._reading = env, step.reading(random)
        self._queued = tuple(
            _Queued(env, lookup, stations[lookup.source], random)
            for lookup in step.lookups
            if lookup.places
        )

    def read(self) -> Event:
        queued = [self._env.process(lookup.wait()) for lookup in self._queued]
        return self._env.all_of([self._env.timeout(next(self._reading)), *queued])


class _InOrder:
    """Lookups of which some wait for others to be done; those stand before them."""

    def __init__(
        self,
        env: Environment,
        lookups: tuple[Lookup, ...],
        stations: Mapping[str, Places],
        random: Random,
    ) -> None:
        self._env, self._lookups = env, lookups
        self._waits = tuple(
            _Queued(env, lookup, stations[lookup.source], random).wait
            if lookup.places
            else _Plain(env, lookup.draws(random)).wait
            for lookup in lookups
        )

    def read(self) -> Event:
        done: dict[str, Event] = {}
        for lookup, wait in zip(self._lookups, self._waits, strict=True):
            before = [done[id] for id in lookup.after if id in done]
            done[lookup.source] = self._env.process(self._then(before, wait))
        return self._env.all_of(done.values())

    def _then(self, before: list[Event], wait: Callable[[], Wait]) -> Wait:
        yield self._env.all_of(before)
        yield from wait()


class _Plain:
    """A lookup that never has to queue."""

    def __init__(self, env: Environment, times: Iterator[float]) -> None:
        self._env, self._times = env, times

    def wait(self) -> Wait:
        yield self._env.timeout(next(self._times))


class _Queued:
    """A lookup of something that has places for few."""

    def __init__(
        self, env: Environment, lookup: Lookup, places: Places, random: Random
    ) -> None:
        self._env, self._lookup, self._places = env, lookup, places
        self._random, self._times = random, draws(lookup.time, random)

    def wait(self) -> Wait:
        """Read as often as need be, and give each read up at its timeout."""
        for _ in range(self._lookup.count(self._random)):
            shards = range(self._lookup.shards)
            read: Event = self._env.all_of(
                [self._env.process(self._hold()) for _ in shards]
            )
            if self._lookup.timeout < math.inf:
                read |= self._env.timeout(self._lookup.timeout)
            yield read

    def _hold(self) -> Wait:
        yield from self._places.take()
        yield self._env.timeout(next(self._times))
        self._places.give_back()
