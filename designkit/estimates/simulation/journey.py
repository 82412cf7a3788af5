"""A request on its way along the path."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from designkit.estimates.simulation.step import Call, Hop


@dataclass(slots=True)
class Journey:
    """A request: how far it is, and what each step has still to wait for.

    Attributes:
        random: What decides on calls that are not made in every request.
        began: When it came.
        awaited: For each step, the calls of which is not known yet if they are made.
        ready: When the last of its callers was done.
        counts: How often it is called, one call after the other.
        left: Steps that are not over.
        is_measured: Whether its time counts.
        turns: For each group of calls, whose turn it is, from 0 to 1.
        answered: When the last of what answers was done.
        done: When the last of all was done.
    """

    random: Random
    began: float
    awaited: list[int]
    ready: list[float]
    counts: list[int]
    left: int
    is_measured: bool = False
    turns: dict[int, float] = field(default_factory=dict)
    answered: float = 0.0
    done: float = 0.0

    @classmethod
    def of(cls, callers: Sequence[int], now: float, random: Random) -> "Journey":
        """Return a request that comes `now`; whoever has no `callers` makes it."""
        ready, counts = [now] * len(callers), [0 if count else 1 for count in callers]
        return cls(random, now, [*callers], ready, counts, len(callers))

    @property
    def time(self) -> float:
        """The time to its answer; to its end, if nothing that answers was called."""
        return (self.answered or self.done) - self.began

    def leave(self, step: Hop, number: int, at: float) -> list[int]:
        """Let the step of this `number` be over; return what awaits no caller now."""
        self.left -= 1
        is_called = self.counts[number] > 0
        if is_called and at > self.done:
            self.done = at
        if is_called and step.answers and at > self.answered:
            self.answered = at
        freed = list[int]()
        for call in step.calls:
            if is_called:
                self._make(call, at)
            self._count_down(call.target, freed)
        for follower in step.followers:
            if is_called and at > self.ready[follower]:
                self.ready[follower] = at
            self._count_down(follower, freed)
        return freed

    def _count_down(self, target: int, freed: list[int]) -> None:
        self.awaited[target] -= 1
        if not self.awaited[target]:
            freed.append(target)

    def _make(self, call: Call, at: float) -> None:
        """Make a call, if this request is one of those that do."""
        count = 1 if call.times == 1 else self._count(call)
        if count > self.counts[call.target]:
            self.counts[call.target] = count
        if count and at > self.ready[call.target]:
            self.ready[call.target] = at

    def _count(self, call: Call) -> int:
        if call.group not in self.turns:
            self.turns[call.group] = self.random.random()
        return call.count(self.turns[call.group])
