"""A step of the path in one run: with its random times, and places of its own."""

from collections.abc import Generator, Mapping
from operator import add
from random import Random

from simpy import Environment, Event

from designkit.estimates.simulation.places import Places
from designkit.estimates.simulation.reading import reader_of
from designkit.estimates.simulation.sampling import draws
from designkit.estimates.simulation.step import Hop


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
        is_queued = any(lookup.places for lookup in step.lookups)
        reads_apart = is_queued or step.reads_first
        self._reads_before = reads_apart and (step.reads_first or not step.places)
        self._reads_within = reads_apart and not self._reads_before
        if reads_apart:
            self._read = reader_of(env, step, stations, random)
        work = draws(step.time, random, 1 if step.places else step.shards)
        is_plain = reads_apart or not step.lookups
        self.times = work if is_plain else map(add, work, step.reading(random))

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
