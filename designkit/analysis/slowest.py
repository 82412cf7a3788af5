"""The slowest ways through a graph: where data comes together, the oldest of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from designkit.model.cycles import knots

Tree = Mapping[str, str]
"""For each node that is reached, the one before it; for a start, itself."""


@dataclass(frozen=True)
class Slowest:
    """A graph with the seconds that data stays in each node, to be walked once.

    `sources` says from which nodes each takes; `starts` are where data begin, with the
    age that they have there. At what is `kept_up` the freshest counts. In a circle,
    which has no slowest way, data that came in from outside takes the fastest. Time
    grows with the graph.
    """

    sources: Mapping[str, Iterable[str]]
    stays: Mapping[str, float]
    starts: Mapping[str, float]
    kept_up: Collection[str] = ()
    _ages: dict[str, float] = field(default_factory=dict)
    _found: dict[str, str] = field(default_factory=dict)

    def ways(self) -> Tree:
        """Return the slowest way to each node that a start leads to."""
        onward: dict[str, list[str]] = {id: [] for id in self.sources}
        for id, sources in self.sources.items():
            for source in sources:
                onward[source].append(id)
        for knot in knots(onward):
            for id in knot:
                self._enter(id, knot)
            self._go_round(knot, onward)
        return self._found

    def _enter(self, id: str, knot: frozenset[str]) -> None:
        """Give `id` the age of what comes from outside its `knot`, if any does."""
        behind = {
            source: self._ages[source]
            for source in self.sources[id]
            if source in self._ages and source not in knot
        }
        if id in self.starts:
            self._reach(id, id, self.starts[id])
        elif behind:
            choose = min if id in self.kept_up else max
            before = choose(behind, key=lambda source: (behind[source], source))
            self._reach(id, before, behind[before])

    def _reach(self, id: str, before: str, age: float) -> None:
        self._found[id] = before
        self._ages[id] = age + self.stays[id]

    def _go_round(self, knot: frozenset[str], onward: Mapping[str, list[str]]) -> None:
        """Take what came into `knot` to the rest of it, on the fastest ways."""
        waiting = [
            (self._ages[id], id, after)
            for id in knot & self._ages.keys()
            for after in onward[id]
            if after in knot
        ]
        heapify(waiting)
        while waiting:
            age, before, id = heappop(waiting)
            if id not in self._ages:
                self._reach(id, before, age)
                for after in knot.intersection(onward[id]) - self._ages.keys():
                    heappush(waiting, (self._ages[id], id, after))


def walk(tree: Tree, end: str) -> tuple[str, ...]:
    """Return the way to `end` from where it starts, empty if it is not reached."""
    if end not in tree:
        return ()
    way = [end]
    while tree[way[-1]] != way[-1]:
        way.append(tree[way[-1]])
    return tuple(reversed(way))
