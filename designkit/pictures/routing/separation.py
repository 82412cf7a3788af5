"""Numbers as near as can be to where they are wanted, in order and apart.

The places of parallel lines: each has a least and a greatest value, and of some pairs
one comes first by a gap. Where all of that can be had the result has it exactly; lines
that crowd around one place are spread evenly to both sides of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from designkit.pictures.routing.circles import first_circle


@dataclass(frozen=True, slots=True)
class Line:
    """A number that is `wanted`, and has to be from `low` to `high`.

    Where `low` is the greater of the two it does not fit, and comes to lie between.
    """

    wanted: float
    low: float
    high: float


BARE = 11.0
"""The part of a gap that is narrowed last; what is more is for labels."""

LEAST = 8.0
"""A gap below which two lines look like one."""

TOUCHED = 8.0
"""How much of a gap for a label may be missing before a line lies on it."""

PATIENCE = 60
"""Chains of lines that are narrowed one by one, and rounds for all that are left."""

Pair = tuple[int, int]
"""Two lines, the first of which is the lesser."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """By how much a line does not fit; the `first` that pushes it is maybe itself.

    So much of it is `bare`, without room for labels, where lines would look like one;
    it is all of it where a line would lie on a label.
    Lines that are pushed on the way have not that far to go `behind` them: each with
    what is missing from there.
    """

    amount: float
    first: int
    bare: float = 0.0
    behind: tuple[tuple[int, float], ...] = ()

    def renumbered(self, numbers: Sequence[int]) -> "Shortage":
        """Return the same, with the `numbers` that its lines have elsewhere."""
        behind = tuple((numbers[at], amount) for at, amount in self.behind)
        return replace(self, first=numbers[self.first], behind=behind)

    def parts(self) -> Iterator[tuple[int, float]]:
        """Give each line from which on there is too little room, and how much is."""
        yield self.first, self.amount
        yield from self.behind


@dataclass(frozen=True, slots=True)
class SpreadLines:
    """Where lines come to lie, and by how much some of them do not fit."""

    places: tuple[float, ...]
    short: Mapping[int, "Shortage"]


def spread(lines: Sequence[Line], gaps: Mapping[Pair, float]) -> SpreadLines:
    """Return the places of `lines`; `gaps` are those of pairs that are apart.

    Pairs in a circle are taken in the order of what is wanted. What does not fit keeps
    its order and lies closer together.
    """
    places = [0.0] * len(lines)
    short = dict[int, Shortage]()
    groups = _groups(len(lines), gaps)
    for group, inner in zip(groups, _inner(groups, gaps), strict=True):
        solved = _solved([lines[at] for at in group], inner)
        for own, at in enumerate(group):
            places[at] = solved.places[own]
        short |= {
            group[own]: lack.renumbered(group) for own, lack in solved.short.items()
        }
    return SpreadLines(tuple(places), short)


def _groups(count: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """Return the lines that have to do with each other, group by group."""
    head = list(range(count))

    def find(at: int) -> int:
        while head[at] != at:
            head[at] = head[head[at]]
            at = head[at]
        return at

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        head[second] = first
    groups: dict[int, list[int]] = {}
    for at in range(count):
        groups.setdefault(find(at), []).append(at)
    return list(groups.values())


def _inner(
    groups: Sequence[Sequence[int]], gaps: Mapping[Pair, float]
) -> list[dict[Pair, float]]:
    """Return the gaps within each group, by the numbers that lines have in it."""
    seat = {
        at: (number, own)
        for number, group in enumerate(groups)
        for own, at in enumerate(group)
    }
    found: list[dict[Pair, float]] = [{} for _ in groups]
    for (one, other), gap in gaps.items():
        number, own = seat[one]
        found[number][own, seat[other][1]] = gap
    return found


def _solved(lines: Sequence[Line], gaps: Mapping[Pair, float]) -> SpreadLines:
    after = _ordered(lines, gaps)
    order = _kahn(
        lines, {(a, b): g for a in range(len(lines)) for b, g in after[a].items()}
    )
    least, pusher = _pushed(lines, after, order)
    late = _late(lines, least, order)
    short = {
        at: _shortage(at, lines, after, pusher, least[at] - lines[at].high)
        for at in late
    }
    closer = [dict(it) for it in after]
    _fit_all(late, lines, closer, order)
    places = _placed(lines, closer, order)
    for at in late:
        pairs = (places[at] - places[it] for it in order if at in after[it])
        apart = min(pairs, default=BARE)
        if apart < LEAST:
            short[at] = replace(short[at], bare=max(short[at].bare, BARE - apart))
        if _touches(_chain(at, pusher)[0], places, after):
            short[at] = replace(short[at], bare=max(short[at].bare, short[at].amount))
    return SpreadLines(places, short)


def _touches(
    chain: Sequence[Pair], places: Sequence[float], after: Sequence[Mapping[int, float]]
) -> bool:
    """Whether one of the lines of a chain lies on the label of the one before it."""
    return any(
        after[one][other] > BARE + TOUCHED
        and places[other] - places[one] < after[one][other] - TOUCHED
        for one, other in chain
    )


def _shortage(
    at: int,
    lines: Sequence[Line],
    after: Sequence[Mapping[int, float]],
    pusher: Mapping[int, int],
    amount: float,
) -> Shortage:
    chain, first = _chain(at, pusher)
    bare = sum(min(after[one][other], BARE) for one, other in chain)
    room = max(0.0, lines[at].high - lines[first].low)
    is_crowded = room < len(chain) * LEAST
    behind = tuple(_behind(chain, lines, after))
    return Shortage(amount, first, bare - room if is_crowded else 0.0, behind)


def _behind(
    chain: Sequence[Pair], lines: Sequence[Line], after: Sequence[Mapping[int, float]]
) -> Iterator[tuple[int, float]]:
    """Give the lines of a chain that have too little room even by themselves.

    The first of all is left out; of those with one bound it is the one before others.
    """
    if not chain:
        return
    high, needed = lines[chain[0][1]].high, 0.0
    found = dict[float, tuple[int, float]]()
    for one, other in chain[:-1]:
        needed += after[one][other]
        missing = lines[one].low + needed - high
        if missing > 0.01:
            found[lines[one].low] = one, missing
    yield from sorted(found.values(), key=lambda it: -it[1])


def _late(
    lines: Sequence[Line], least: Sequence[float], order: Sequence[int]
) -> list[int]:
    """Return what is pushed out of its bounds, the first that is pushed first."""
    return [at for at in order if least[at] > lines[at].high + 0.01]


def _fit_all(
    late: Sequence[int],
    lines: Sequence[Line],
    after: Sequence[dict[int, float]],
    order: Sequence[int],
) -> None:
    """Narrow gaps until all lines are within their bounds.

    One chain after the other, which keeps the gaps of others; in a crowd many at once.
    """
    tries = iter(range(PATIENCE))
    for at in late:
        before = order[: order.index(at)]
        for _ in tries:
            if not _fit(at, lines, after, _pushed(lines, after, before)[1]):
                break
    for _ in range(PATIENCE):
        least, pusher = _pushed(lines, after, order)
        if not [
            at for at in _late(lines, least, order) if _fit(at, lines, after, pusher)
        ]:
            return


def _fit(
    at: int,
    lines: Sequence[Line],
    after: Sequence[dict[int, float]],
    pusher: Mapping[int, int],
) -> bool:
    """Narrow the gaps of the chain that pushes a line out of its bounds."""
    chain, first = _chain(at, pusher)
    room = max(0.0, lines[at].high - lines[first].low)
    gaps = [after[one][other] for one, other in chain]
    if not chain or sum(gaps) <= room + 0.01:
        return False
    bare = [min(gap, BARE) for gap in gaps]
    more = sum(gaps) - sum(bare)
    part = min(1.0, room / sum(bare))
    rest = max(0.0, room - sum(bare)) / more if more else 0.0
    for (one, other), gap, least in zip(chain, gaps, bare, strict=True):
        after[one][other] = least * part + (gap - least) * rest
    return True


def _pushed(
    lines: Sequence[Line],
    after: Sequence[Mapping[int, float]],
    order: Sequence[int],
) -> tuple[list[float], Mapping[int, int]]:
    """Return the least place of each line, and which other one pushes it there."""
    least = [line.low for line in lines]
    pusher: dict[int, int] = {}
    for one in order:
        start = least[one]
        for other, gap in after[one].items():
            if start + gap > least[other]:
                least[other], pusher[other] = start + gap, one
    return least, pusher


def _chain(at: int, pusher: Mapping[int, int]) -> tuple[list[Pair], int]:
    """Return the pairs that push a line, back to the one whose bound pushes them."""
    chain = list[Pair]()
    while at in pusher:
        chain.append((pusher[at], at))
        at = pusher[at]
    return chain, at


def _placed(
    lines: Sequence[Line], after: Sequence[Mapping[int, float]], order: Sequence[int]
) -> tuple[float, ...]:
    """Place lines from the left and from the right, and take the middle of both.

    Both keep all gaps and bounds, so the middle does.
    """
    least, most = _least(lines, after, order), _most(lines, after, order)
    rise, fall = lines_wanted(lines), lines_wanted(lines)
    for at in order:
        rise[at] = max(rise[at], least[at])
        rise[at] = min(rise[at], max(most[at], least[at]))
        for other, gap in after[at].items():
            rise[other] = max(rise[other], rise[at] + gap)
    for at in reversed(order):
        for other, gap in after[at].items():
            fall[at] = min(fall[at], fall[other] - gap)
        fall[at] = max(min(fall[at], most[at]), min(most[at], least[at]))
    middle = ((one + two) / 2 for one, two in zip(rise, fall, strict=True))
    return tuple(round(place, 2) for place in middle)


def lines_wanted(lines: Sequence[Line]) -> list[float]:
    """Return where lines are wanted, within their bounds."""
    return [min(max(line.wanted, line.low), line.high) for line in lines]


def _ordered(
    lines: Sequence[Line], gaps: Mapping[Pair, float]
) -> list[dict[int, float]]:
    """Return what comes after each line, without circles."""
    rank = {at: number for number, at in enumerate(_kahn(lines, gaps))}
    after: list[dict[int, float]] = [{} for _ in lines]
    for (first, second), gap in gaps.items():
        if rank[first] > rank[second]:
            first, second = second, first
        after[first][second] = max(gap, after[first].get(second, 0.0))
    return after


def _kahn(lines: Sequence[Line], gaps: Mapping[Pair, float]) -> list[int]:
    """Sort lines so that the first of each pair comes first, save in circles."""
    before = [0] * len(lines)
    onward: list[list[int]] = [[] for _ in lines]
    for first, second in gaps:
        onward[first].append(second)
        before[second] += 1
    ready = [(line.wanted, at) for at, line in enumerate(lines) if not before[at]]
    heapify(ready)
    left, near = dict.fromkeys(range(len(lines))), lines_wanted(lines)
    order, circle = list[int](), frozenset[int]()
    while left:
        if ready:
            at = heappop(ready)[1]
        else:
            # nothing comes before what is left of a circle but other parts of it
            circle = first_circle([it for it in circle if it in left] or left, onward)
            turned = {it: _turned(it, circle, before, onward) for it in circle}
            at = min(circle, key=lambda it: (turned[it], near[it], it))
        if at not in left:
            continue
        del left[at]
        order.append(at)
        for other in onward[at]:
            before[other] -= 1
            if other in left and before[other] == 0:
                heappush(ready, (lines[other].wanted, other))
    return order


def _turned(
    at: int,
    circle: Collection[int],
    before: Sequence[int],
    onward: Sequence[Sequence[int]],
) -> int:
    """Return how many more pairs turn round than not, if a line comes first."""
    return before[at] - sum(other in circle for other in onward[at])


def _least(
    lines: Sequence[Line], after: Sequence[Mapping[int, float]], order: Sequence[int]
) -> list[float]:
    """Return the least place of each line, by its own bound and those before it."""
    least = [line.low for line in lines]
    for at in order:
        for other, gap in after[at].items():
            least[other] = max(least[other], least[at] + gap)
    return least


def _most(
    lines: Sequence[Line], after: Sequence[Mapping[int, float]], order: Sequence[int]
) -> list[float]:
    most = [line.high for line in lines]
    for at in reversed(order):
        for other, gap in after[at].items():
            most[at] = min(most[at], most[other] - gap)
    return most
