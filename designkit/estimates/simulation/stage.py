"""A step of the path in one run: with its random times, and places of its own."""

import math
from collections.abc import Generator, Mapping
from operator import add
from random import Random

from simpy import Environment, Event

from designkit.estimates.simulation.places import Places
from designkit.estimates.simulation.sampling import draws
from designkit.estimates.simulation.step import Hop, Lookup


class StationRun:
    """A step in one run; `times` are those that it takes where nothing has a queue."""

    def __init__(
        self,
        env: Environment,
        step: Hop,
        stations: Mapping[str, Places],
        random: Random,
    ) -> None:
        """Make `step` ready to be visited, at the places of `stations`."""
        self._env, self._shards = env, step.shards if step.places else 1
        self._places = stations[step.id] if step.places else None
        self._queued = tuple(
            _Queued(env, lookup, stations[lookup.source], random)
            for lookup in step.lookups
            if lookup.places
        )
        reads_apart = bool(self._queued) or step.reads_first
        self._reads_before = reads_apart and (step.reads_first or not step.places)
        self._reads_within = reads_apart and not self._reads_before
        self._reading = step.reading(random)
        work = draws(step.time, random, 1 if step.places else step.shards)
        is_plain = reads_apart or not step.lookups
        self.times = work if is_plain else map(add, work, self._reading)

    def visit(self) -> Generator[Event, None, None]:
        """Make one call, of all shards at once."""
        if self._shards == 1:
            yield from self._call()
        else:
            shards = [self._env.process(self._call()) for _ in range(self._shards)]
            yield self._env.all_of(shards)

    def _call(self) -> Generator[Event, None, None]:
        if self._reads_before:
            yield self._read()
        if self._places:
            yield from self._places.take()
        if self._reads_within:
            yield self._read()
        yield self._env.timeout(next(self.times))
        if self._places:
            self._places.give_back()

    def _read(self) -> Event:
        """Make all lookups side by side."""
        queued = [self._env.process(lookup.wait()) for lookup in self._queued]
        return self._env.all_of([self._env.timeout(next(self._reading)), *queued])


class _Queued:
    """A lookup of something that has places for few."""

    def __init__(
        self, env: Environment, lookup: Lookup, places: Places, random: Random
    ) -> None:
        self._env, self._lookup, self._places = env, lookup, places
        self._random, self._times = random, draws(lookup.time, random)

    def wait(self) -> Generator[Event, None, None]:
        """Read as often as need be, and give each read up at its timeout."""
        for _ in range(self._lookup.count(self._random)):
            shards = range(self._lookup.shards)
            read: Event = self._env.all_of(
                [self._env.process(self._hold()) for _ in shards]
            )
            if self._lookup.timeout < math.inf:
                read |= self._env.timeout(self._lookup.timeout)
            yield read

    def _hold(self) -> Generator[Event, None, None]:
        yield from self._places.take()
        yield self._env.timeout(next(self._times))
        self._places.give_back()
