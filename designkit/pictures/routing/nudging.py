"""Moves the stretches of wires apart that found their ways on the same lines."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import inf

from designkit.pictures.drawing import Box
from designkit.pictures.routing.channels import flipped
from designkit.pictures.routing.separation import Line, Spread, spread
from designkit.pictures.routing.stretches import Course, Stretch, first_of
from designkit.pictures.routing.wires import Wire

CLEAR, CORNER, GAP, BACK_GAP = 12.0, 14.0, 11.0, 22.0
"""Pixels between wires and cards, corners, other wires, and wires that come back."""

STEP = 12.5
"""Pixels of the shortest step between two stretches of a wire."""

BESIDE, AROUND = 5.0, 8.0
"""Pixels between a label and its wire, and between a label and all others."""

Key = tuple[int, int]
"""A stretch: the number of its wire, and its own in the course; a label has -1."""

LABEL = -1

FORCED = 1_000
"""Votes for the one order of two stretches in which both have a place."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A label and the stretch it stands at.

    That is above a level one, and right of an upright one, or `left` of it.
    """

    wire: int
    at: int
    width: float
    height: float
    left: bool = False

    @property
    def reach(self) -> float:
        """How far a label beside an upright wire reaches, with what is free beyond."""
        return BESIDE + self.width + AROUND


@dataclass(frozen=True, slots=True)
class Room:
    """What stands on the page: cards by number, and titles."""

    cards: tuple[Box, ...]
    titles: tuple[Box, ...]

    def flipped(self) -> "Room":
        """Return the same with x and y changed for each other."""
        return Room(tuple(map(flipped, self.cards)), tuple(map(flipped, self.titles)))


@dataclass(frozen=True, slots=True)
class Nudged:
    """Courses that are apart, and where there is too little room: place and pixels."""

    courses: tuple[Course, ...]
    labels: Mapping[int, Box]
    wide: tuple[tuple[float, float], ...]
    high: tuple[tuple[float, float], ...]


def nudged(
    wires: Sequence[Wire],
    courses: Sequence[Course],
    room: Room,
    tags: Sequence[Tag] = (),
) -> Nudged:
    """Return the courses with parallel stretches apart, and room for their labels."""
    by_wire = {tag.wire: tag for tag in tags}
    upright = _Pass(wires, courses, tuple(courses), room, by_wire, {}, upright=True)
    solved, along, wide = upright.solve()
    level = _Pass(wires, courses, solved, room.flipped(), by_wire, along, upright=False)
    solved, down, high = level.solve()
    labels = {
        tag.wire: _label_box(tag, solved[tag.wire][tag.at], {**along, **down})
        for tag in tags
    }
    return Nudged(solved, labels, tuple(wide), tuple(high))


def _label_box(tag: Tag, stretch: Stretch, along: Mapping[int, float]) -> Box:
    middle = along[tag.wire]
    if stretch.upright:
        x = stretch.at - BESIDE - tag.width if tag.left else stretch.at + BESIDE
        return Box(x, middle - tag.height / 2, tag.width, tag.height)
    top = stretch.at - BESIDE - tag.height
    return Box(middle - tag.width / 2, top, tag.width, tag.height)


@dataclass(frozen=True, slots=True)
class _Pass:
    """The stretches of one direction; of level ones the page is flipped.

    Labels of stretches of the other direction slide along them, and are moved as well.
    Where they are known, `along` has the middles of the others.
    """

    wires: Sequence[Wire]
    found: Sequence[Course]
    now: tuple[Course, ...]
    room: Room
    tags: Mapping[int, Tag]
    along: Mapping[int, float]
    upright: bool

    def solve(
        self,
    ) -> tuple[tuple[Course, ...], dict[int, float], list[tuple[float, float]]]:
        keys = [
            (number, at)
            for number, course in enumerate(self.now)
            for at, stretch in enumerate(course)
            if stretch.upright is self.upright
        ]
        heads = dict(self._joined(keys))
        sliding = [
            (tag.wire, LABEL)
            for tag in self.tags.values()
            if self.now[tag.wire][tag.at].upright is not self.upright
        ]
        heads |= {key: key for key in sliding}
        keys += sliding
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
        along = {key[0]: places[key] for key in sliding}
        short = self._short(result, tuple(groups.values()), tuple(lines.values()))
        return self._moved(places), along, short

    def _at(self, key: Key) -> float:
        """Return where a stretch lies now, or the middle of a label."""
        if key[1] == LABEL:
            return self._middle(key)
        return self._stretch(key).at

    def _middle(self, key: Key) -> float:
        """Return where a label has no card beside it, nearest to the middle."""
        carrier, half = self._carrier(key), self._half(key) + AROUND
        start, end = self._extent(key)
        taken = sorted(
            (box.x - half, box.right + half)
            for box in (*self.room.cards, *self.room.titles)
            if box.y - AROUND < end and box.bottom + AROUND > start
        )
        low, high = carrier.low + half, carrier.high - half
        middle = (carrier.low + carrier.high) / 2
        free, at = list[float](), low
        for left, right in (*taken, (high, high)):
            if left >= at and at <= high:
                free.append(min(max(middle, at), min(left, high)))
            at = max(at, right)
        return min(free, key=lambda place: abs(place - middle), default=middle)

    def _carrier(self, key: Key) -> Stretch:
        return self.now[key[0]][self.tags[key[0]].at]

    def _extent(self, key: Key) -> tuple[float, float]:
        """Return from where to where a stretch, or a label, stands in the way."""
        if key[1] != LABEL:
            stretch = self._stretch(key)
            return stretch.low, stretch.high
        tag, carrier = self.tags[key[0]], self._carrier(key)
        if self.upright:
            return carrier.at - BESIDE - tag.height, carrier.at + 1
        if tag.left:
            return carrier.at - BESIDE - tag.width, carrier.at + 1
        return carrier.at - 1, carrier.at + BESIDE + tag.width

    def _half(self, key: Key) -> float:
        """Return half of the length of a label along its wire."""
        tag = self.tags[key[0]]
        return (tag.width if self.upright else tag.height) / 2

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
        wanted, docked = self._at(members[0]), any(map(self._docked, members))
        low, high = self._common(members, with_label=True)
        if low > high and docked:
            low, high = self._common(members, with_label=False)
        if low > high and docked:
            low = high = (low + high) / 2
        return Line(wanted, low, high)

    def _common(
        self, members: Sequence[Key], *, with_label: bool
    ) -> tuple[float, float]:
        bounds = [self._bounds(key, with_label=with_label) for key in members]
        return max(low for low, _ in bounds), min(high for _, high in bounds)

    def _bounds(self, key: Key, *, with_label: bool) -> tuple[float, float]:
        """Return the least and the greatest place between cards and titles."""
        docks = {card for card, _ in self._docked(key)}
        low, high = -1e9, 1e9
        for card in docks:
            box = self.room.cards[card]
            low, high = max(low, box.x + CORNER), min(high, box.right - CORNER)
        start, end = self._extent(key)
        before, after = self._reach(key)
        tagged = self._tagged(key) if with_label else None
        at = self._at(key)
        others = [box for card, box in enumerate(self.room.cards) if card not in docks]
        for box in (*others, *self.room.titles):
            if box.y - CLEAR < end and box.bottom + CLEAR > start:
                meets = tagged and box.y < tagged[1] and box.bottom > tagged[0]
                if box.right <= at:
                    low = max(low, box.right + (before if meets else CLEAR))
                elif box.x >= at:
                    high = min(high, box.x - (after if meets else CLEAR))
        if key[1] == LABEL:
            half = self._half(key) + AROUND - CLEAR
            return low + half, high - half
        return low, high

    def _tagged(self, key: Key) -> tuple[float, float] | None:
        """Return from where to where a stretch has its label beside it, if any."""
        tag = self.tags.get(key[0])
        if tag is None or key[1] != tag.at:
            return None
        half = (tag.height if self.upright else tag.width) / 2
        stretch = self._stretch(key)
        middle = self.along.get(key[0], (stretch.low + stretch.high) / 2)
        return middle - half - AROUND, middle + half + AROUND

    def _reach(self, key: Key) -> tuple[float, float]:
        """Return how far a stretch with its label reaches, to both sides."""
        tag = self.tags.get(key[0])
        if tag is None or key[1] != tag.at:
            return CLEAR, CLEAR
        if self.upright:
            return (tag.reach, CLEAR) if tag.left else (CLEAR, tag.reach)
        return BESIDE + tag.height + AROUND, CLEAR

    def _gaps(
        self,
        keys: Sequence[Key],
        heads: Mapping[Key, Key],
        lines: Mapping[Key, Line],
    ) -> dict[tuple[Key, Key], float]:
        votes = dict[tuple[Key, Key], int]()
        room = dict[tuple[Key, Key], tuple[float, float]]()
        for one, other in self._beside(keys):
            a, b = heads[one], heads[other]
            if a == b:
                continue
            if a > b:
                a, b, one, other = b, a, other, one
            there, back = self._gap(one, other), self._gap(other, one)
            if (
                lines[a].low - back > lines[b].high
                or lines[b].low - there > lines[a].high
            ):
                continue
            votes[a, b] = votes.get((a, b), 0) + self._first(one, other)
            votes[a, b] += _only_order(lines[a], lines[b])
            known = room.get((a, b), (0.0, 0.0))
            room[a, b] = max(there, known[0]), max(back, known[1])
        return {
            (pair if vote <= 0 else pair[::-1]): room[pair][vote > 0]
            for pair, vote in votes.items()
        }

    def _beside(self, keys: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
        """Give the pairs of stretches that run beside each other, or nearly."""
        extent = {key: self._extent(key) for key in keys}
        by_start = sorted(keys, key=lambda key: (extent[key][0], key))
        for number, one in enumerate(by_start):
            end = extent[one][1] + GAP
            for other in by_start[number + 1 :]:
                if extent[other][0] > end:
                    break
                is_next = one[0] != other[0] or abs(one[1] - other[1]) == 2
                if is_next or LABEL in (one[1], other[1]):
                    yield one, other

    def _first(self, one: Key, other: Key) -> int:
        if LABEL in (one[1], other[1]):
            return self._first_of_label(one, other)
        a, b = (self.found[key[0]][key[1]] for key in (one, other))
        if abs(a.at - b.at) > 0.5:
            return -1 if a.at < b.at else 1
        if min(a.high, b.high) - max(a.low, b.low) < -0.5:
            return 0
        side = first_of(self.found[one[0]], one[1], self.found[other[0]], other[1])
        return side or (-1 if one < other else 1)

    def _first_of_label(self, one: Key, other: Key) -> int:
        mine, theirs = self._at(one), self._at(other)
        if abs(mine - theirs) > 0.5:
            return -1 if mine < theirs else 1
        return 1 if one[1] == LABEL else -1

    def _gap(self, first: Key, second: Key) -> float:
        """Return how far apart two stretches are, of which one is the first.

        That is more where one comes and one goes, and where a label is between them.
        """
        if LABEL in (first[1], second[1]):
            halves = [self._half(key) for key in (first, second) if key[1] == LABEL]
            return sum(halves) + AROUND + 1
        if first[0] == second[0]:
            return STEP
        ends = self._docked(first), self._docked(second)
        back = any(a[0] == b[0] and a[1] != b[1] for a in ends[0] for b in ends[1])
        gap = BACK_GAP if back else GAP
        for key, side, other in ((first, 1, second), (second, 0, first)):
            tagged, (low, high) = self._tagged(key), self._extent(other)
            if tagged and low < tagged[1] and high > tagged[0]:
                gap = max(gap, self._reach(key)[side])
        return gap

    def _docked(self, key: Key) -> tuple[tuple[int, bool], ...]:
        """Return the cards at which a stretch ends, and whether it leaves them."""
        number, at = key
        if at == LABEL:
            return ()
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
        self, result: Spread, groups: Sequence[Sequence[Key]], lines: Sequence[Line]
    ) -> list[tuple[float, float]]:
        """Return where the page has to be wider: before or behind what does not fit.

        A cut helps if what bounds the first one stays, and what bounds the last moves.
        """
        found = []
        for at, lack in result.short.items():
            high, low = lines[at].high, lines[lack.first].low
            last, first = (
                self._behind(groups[at], high),
                self._before(groups[lack.first], low),
            )
            cuts = (high + CLEAR / 2, low - CLEAR / 2)
            helping = (cut for cut in cuts if first < cut < last)
            cut = next(helping, None)
            if cut is not None:
                found.append((cut, lack.amount))
        return found

    def _behind(self, members: Sequence[Key], high: float) -> float:
        """Return the middle of the card that bounds lines to the right."""
        boxes = self._docks(members)
        near = [box.centre[0] for box in boxes if box.right - CORNER <= high + 1]
        return min(near, default=inf)

    def _before(self, members: Sequence[Key], low: float) -> float:
        boxes = self._docks(members)
        near = [box.centre[0] for box in boxes if box.x + CORNER >= low - 1]
        return max(near, default=-inf)

    def _docks(self, members: Sequence[Key]) -> list[Box]:
        return [
            self.room.cards[card] for key in members for card, _ in self._docked(key)
        ]


def _only_order(one: Line, other: Line) -> int:
    """Say that one of two lines has to be the first, if the other cannot."""
    fits, fits_back = (
        first.low + GAP <= second.high for first, second in ((one, other), (other, one))
    )
    return FORCED * (fits_back - fits)


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
