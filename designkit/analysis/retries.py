"""How often a part is asked for one request when those before it try again.

A caller that tries n times sends n calls to a part that is too slow to answer, and that
part, trying m times itself, sends n * m to the next: tries multiply along a way (Beyer
and others 2016, Site Reliability Engineering, chapter 22). It is the most that can
happen, when every try fails; a budget of retries makes it rare.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from designkit.model.component import Flow
from designkit.quantities.quantity import Quantity

CEILING = 1e6
"""Tries of one ask past which a larger number says no more."""

MOST = 1e300
"""What a product of many tries is cut to, to stay a number."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody in a request who waits for somebody, and how often they try.

    `own` are the retries that the asker states of itself, for all that it asks; what a
    flow states is said of that one call, and counts in its place.
    """

    number: int
    flow: Flow
    asker: str
    asked: str
    own: Quantity | None = None

    @property
    def tries(self) -> float:
        """The first try and the retries that are stated, at least."""
        retries = self.flow.retries or self.own
        return min(1 + retries.low, CEILING) if retries else 1.0

    @property
    def path(self) -> tuple[str | int, ...]:
        """Where a design says how often it is tried again."""
        if self.flow.retries is None and self.own:
            return ("components", self.asker, "retries")
        return ("flows", self.number, "retries")


@dataclass(frozen=True)
class Asks:
    """All that is asked in a request, and how the tries multiply along it."""

    asks: tuple[Ask, ...]

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Who asks before who is asked; nobody while they wait for each other."""
        before: dict[str, set[str]] = {}
        for ask in self.asks:
            before.setdefault(ask.asked, set()).add(ask.asker)
        try:
            return tuple(TopologicalSorter(before).static_order())
        except CycleError:
            return ()

    @cached_property
    def worst(self) -> Mapping[str, tuple[Ask, ...]]:
        """For each part the asks on the way to it that multiply to most."""
        ways: dict[str, tuple[Ask, ...]] = {}
        for id in self.order:
            arriving = [ask for ask in self.asks if ask.asked == id]
            longer = [(*ways[ask.asker], ask) for ask in arriving]
            ways[id] = max(longer, key=multiplied, default=())
        return ways

    @cached_property
    def leading_on(self) -> frozenset[str]:
        """The parts from which on somebody still tries again."""
        found: set[str] = set()
        for id in reversed(self.order):
            leaving = (ask for ask in self.asks if ask.asker == id)
            if any(ask.tries > 1 or ask.asked in found for ask in leaving):
                found.add(id)
        return frozenset(found)

    def ways(self) -> Iterator[tuple[Ask, ...]]:
        """Give the worst way to each last retry, after which nobody tries again."""
        for ask in self.asks:
            if ask.tries > 1 and self.order and ask.asked not in self.leading_on:
                yield (*self.worst[ask.asker], ask)


def multiplied(way: tuple[Ask, ...]) -> float:
    """Return the tries at the end of `way` for one request at its beginning."""
    product = 1.0
    for ask in way:
        product = min(product * ask.tries, MOST)
    return product
