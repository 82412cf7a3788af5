"""Moves the stretches of wires apart that found their ways on the same lines."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from designkit.pictures.drawing import Box
from designkit.pictures.routing.channels import flipped
from designkit.pictures.routing.separation import Line, Spread, spread
from designkit.pictures.routing.stretches import Course, Stretch, first_of
from designkit.pictures.routing.wires import Wire

CLEAR, CORNER, GAP, BACK_GAP = 12.0, 14.0, 11.0, 22.0
"""Pixels between wires and cards, corners, other wires, and wires that come back."""

FREE = 120.0
"""Pixels that a stretch may move at most."""

Key = tuple[int, int]
"""A stretch: the number of its wire, and its own in the course."""


@dataclass(frozen=True, slots=True)
class Room:
    """What stands on the page: cards by number, and titles."""

    cards: tuple[Box, ...]
    titles: tuple[Box, ...]

    def flipped(self) -> "Room":
        """Return the same with x and y changed for each other."""
        return Room(
            tuple(map(flipped, self.cards)), tuple(map(flipped, self.titles))
        )


@dataclass(frozen=True, slots=True)
class Nudged:
    """Courses that are apart, and where there is too little room: place and pixels."""

    courses: tuple[Course, ...]
    wide: tuple[tuple[float, float], ...]
    high: tuple[tuple[float, float], ...]


def nudged(
    wires: Sequence[Wire],
    courses: Sequence[Course],
    room: Room,
) -> Nudged:
    """Return the courses with parallel stretches apart."""
    upright = _Pass(wires, courses, tuple(courses), room, upright=True)
    solved, wide = upright.solve()
    level = _Pass(wires, courses, solved, room.flipped(), upright=False)
    solved, high = level.solve()
    return Nudged(solved, tuple(wide), tuple(high))


@dataclass(frozen=True, slots=True)
class _Pass:
    """The stretches of one direction; of level ones the page is flipped."""

    wires: Sequence[Wire]
    found: Sequence[Course]
    now: tuple[Course, ...]
    room: Room
    upright: bool

    def solve(self) -> tuple[tuple[Course, ...], list[tuple[float, float]]]:
        keys = [
            (number, at)
            for number, course in enumerate(self.now)
            for at, stretch in enumerate(course)
            if stretch.upright is self.upright
        ]
        heads = self._joined(keys)
        groups = defaultdict[Key, list[Key]](list)
        for key in keys:
            groups[heads[key]].append(key)
        lines = {head: self._line(members) for head, members in groups.items()}
        number = {head: at for at, head in enumerate(lines)}
        gaps = {
            (number[one], number[other]): gap
            for (one, other), gap in self._gaps(keys, heads, lines).items()
        }
        result = spread(tuple(lines.values()), gaps)
        places = {key: result.places[number[heads[key]]] for key in keys}
        return self._moved(places), self._short(result, tuple(lines), lines)

    def _stretch(self, key: Key) -> Stretch:
        return self.now[key[0]][key[1]]

    def _joined(self, keys: Sequence[Key]) -> Mapping[Key, Key]:
        """Return the first stretch of each trunk, for each of its stretches."""
        head = {key: key for key in keys}

        def find(key: Key) -> Key:
            while head[key] != key:
                key = head[key]
            return key

        same = defaultdict[tuple[int, float], list[Key]](list)
        for key in keys:
            found = self.found[key[0]][key[1]]
            same[self.wires[key[0]].bundle, found.at].append(key)
        for group in same.values():
            for one, other in combinations(group, 2):
                a, b = (self.found[it[0]][it[1]] for it in (one, other))
                if min(a.high, b.high) - max(a.low, b.low) > 1:
                    first, second = sorted((find(one), find(other)))
                    head[second] = first
        return {key: find(key) for key in keys}

    def _line(self, members: Sequence[Key]) -> Line:
        bounds = [self._bounds(key) for key in members]
        low, high = max(low for low, _ in bounds), min(high for _, high in bounds)
        wanted = self._stretch(members[0]).at
        low, high = max(low, wanted - FREE), min(high, wanted + FREE)
        if low > high:
            low = high = (low + high) / 2
        return Line(wanted, low, high)

    def _bounds(self, key: Key) -> tuple[float, float]:
        """Return the least and the greatest place between cards and titles."""
        number, at = key
        stretch, wire = self._stretch(key), self.wires[number]
        docks = set[int]()
        if at == 0:
            docks.add(wire.source)
        if at == len(self.now[number]) - 1:
            docks.add(wire.target)
        low, high = -1e9, 1e9
        for card in docks:
            box = self.room.cards[card]
            low, high = max(low, box.x + CORNER), min(high, box.right - CORNER)
        others = [box for card, box in enumerate(self.room.cards) if card not in docks]
        for box in (*others, *self.room.titles):
            if box.y - CLEAR < stretch.high and box.bottom + CLEAR > stretch.low:
                if box.right <= stretch.at:
                    low = max(low, box.right + CLEAR)
                elif box.x >= stretch.at:
                    high = min(high, box.x - CLEAR)
        return low, high

    def _gaps(
        self,
        keys: Sequence[Key],
        heads: Mapping[Key, Key],
        lines: Mapping[Key, Line],
    ) -> dict[tuple[Key, Key], float]:
        votes = dict[tuple[Key, Key], int]()
        room = dict[tuple[Key, Key], float]()
        for one, other in self._beside(keys):
            a, b = heads[one], heads[other]
            if a == b:
                continue
            if a > b:
                a, b, one, other = b, a, other, one
            gap = self._gap(one, other)
            if lines[a].low - gap > lines[b].high or lines[b].low - gap > lines[a].high:
                continue
            votes[a, b] = votes.get((a, b), 0) + self._first(one, other)
            room[a, b] = max(gap, room.get((a, b), 0.0))
        return {
            (pair if vote <= 0 else pair[::-1]): room[pair]
            for pair, vote in votes.items()
        }

    def _beside(self, keys: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
        """Give the pairs of stretches that run beside each other, or nearly."""
        by_start = sorted(keys, key=lambda key: (self._stretch(key).low, key))
        for number, one in enumerate(by_start):
            end = self._stretch(one).high + GAP
            for other in by_start[number + 1 :]:
                if self._stretch(other).low > end:
                    break
                if one[0] != other[0]:
                    yield one, other

    def _first(self, one: Key, other: Key) -> int:
        a, b = (self.found[key[0]][key[1]] for key in (one, other))
        if abs(a.at - b.at) > 0.5:
            return -1 if a.at < b.at else 1
        if min(a.high, b.high) - max(a.low, b.low) < -0.5:
            return 0
        side = first_of(self.found[one[0]], one[1], self.found[other[0]], other[1])
        return side or (-1 if one < other else 1)

    def _gap(self, one: Key, other: Key) -> float:
        """Return how far apart two stretches are: more where one comes and one goes."""
        ends = self._docked(one), self._docked(other)
        back = any(
            a[0] == b[0] and a[1] != b[1] for a in ends[0] for b in ends[1]
        )
        return BACK_GAP if back else GAP

    def _docked(self, key: Key) -> tuple[tuple[int, bool], ...]:
        """Return the cards at which a stretch ends, and whether it leaves them."""
        number, at = key
        wire = self.wires[number]
        start = ((wire.source, True),) if at == 0 else ()
        end = ((wire.target, False),) if at == len(self.now[number]) - 1 else ()
        return start + end

    def _moved(self, places: Mapping[Key, float]) -> tuple[Course, ...]:
        return tuple(
            _rejoined(
                tuple(
                    replace(stretch, at=places.get((number, at), stretch.at))
                    for at, stretch in enumerate(course)
                )
            )
            for number, course in enumerate(self.now)
        )

    def _short(
        self, result: Spread, heads: Sequence[Key], lines: Mapping[Key, Line]
    ) -> list[tuple[float, float]]:
        """Return where the page has to be wider, between cards."""
        return [
            (lines[heads[at]].high + CLEAR / 2, amount)
            for at, amount in result.short.items()
            if not self._docked(heads[at])
        ]


def _rejoined(course: Course) -> Course:
    """Let each stretch begin and end where those before and after it lie."""
    return tuple(
        replace(
            stretch,
            start=course[at - 1].at if at else stretch.start,
            end=course[at + 1].at if at + 1 < len(course) else stretch.end,
        )
        for at, stretch in enumerate(course)
    )
