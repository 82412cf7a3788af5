"""The places of a station in one run, and what is measured of them."""

from collections import deque
from collections.abc import Generator

from simpy import Environment, Event

from designkit.estimates.simulation.summary import Seen


class Places:
    """The places of a station, which calls take in the order in which they come.

    A resource of simpy would do, but searches all its users whenever one leaves.
    """

    def __init__(self, env: Environment, places: int) -> None:
        """Begin with all `places` free, and measure nothing yet."""
        self._env, self._places = env, places
        self._waiting = deque[Event]()
        self._taken = self._calls = 0
        self._taken_area = self._waiting_area = 0.0
        self._changed = self._measured_for = 0.0
        self._waits: list[float] = []
        self._is_measured = False

    def take(self) -> Generator[Event, None, None]:
        """Wait for a place if none is free, and take it."""
        came, counts = self._env.now, self._is_measured
        self._calls += counts
        self._pass()
        if self._taken < self._places:
            self._taken += 1
        else:
            place = self._env.event()
            self._waiting.append(place)
            yield place
        if counts:
            self._waits.append(self._env.now - came)

    def give_back(self) -> None:
        """Leave a place to the call that has waited longest, if any waits."""
        self._pass()
        if self._waiting:
            self._waiting.popleft().succeed()
        else:
            self._taken -= 1

    def measure(self, is_measured: bool) -> None:
        """Begin or end to measure; whoever has come by then may end its wait later."""
        self._pass()
        self._is_measured = is_measured

    def _pass(self) -> None:
        """Add up the time since the places or the queue last changed."""
        passed = self._env.now - self._changed
        self._changed = self._env.now
        if self._is_measured:
            self._measured_for += passed
            self._taken_area += passed * self._taken
            self._waiting_area += passed * len(self._waiting)

    def seen(self) -> Seen:
        """Return what was measured so far."""
        self._pass()
        return Seen(
            self._taken_area / self._measured_for / self._places,
            self._calls / self._measured_for,
            self._waiting_area / self._measured_for,
            tuple(sorted(self._waits)),
        )
