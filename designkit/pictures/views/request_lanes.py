"""Which lane of the request path a component stands in, and in which column."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import fmean
from typing import Self

from designkit.analysis.request_path import own_p99
from designkit.estimates.answering import AwaitedAnswer
from designkit.model.component import Component, Flow, Mode
from designkit.model.design import Design
from designkit.pictures.columns import rank
from designkit.pictures.drawing import Arrow, Node
from designkit.pictures.inside import outer_of
from designkit.pictures.lanes import Align, Lane

LONGEST = 6
"""Steps that stand in one line."""


class LanePart(StrEnum):
    """What a component does for a request, from the top of the page down."""

    READ = "read"
    PATH = "path"
    BESIDE = "beside"
    FAILS = "fails"


TITLES = {
    LanePart.READ: ("Read on the way", "features", Align.BOTTOM),
    LanePart.PATH: ("Critical path", "serving", Align.MIDDLE),
    LanePart.BESIDE: ("Called beside it", "problem", Align.TOP),
    LanePart.FAILS: ("When it fails", "governance", Align.TOP),
}
UNTIMED = "The longest path"
"""The title of a path that states no times, so that none is known to be critical."""

AWAITED = "Called on the way"
"""The title of what is called beside the line of the path, where some of it is
critical: one component asks several in turn."""


Cells = Mapping[int, Sequence[Node]]
"""The cards of each column of a lane, from above."""


@dataclass(frozen=True, slots=True)
class Seats:
    """The part and the column of each component, and how many columns a line has."""

    parts: Mapping[str, LanePart]
    columns: Mapping[str, int]
    line: int
    is_timed: bool

    @classmethod
    def of(
        cls,
        design: Design,
        ids: Sequence[str],
        flows: Sequence[Flow],
        awaited: AwaitedAnswer,
    ) -> Self:
        """Seat `ids`: steps side by side, and the others by whom they serve."""
        is_asked = any(flow.mode is Mode.CALL for flow in flows)
        spine = _spine(design, ids, flows, awaited) if is_asked else tuple(ids)
        read = _read(flows)
        parts = {id: _part(design, id, read, frozenset(spine)) for id in ids}
        columns = _columns(ids, flows, spine) if is_asked else rank(ids, flows)
        steps = max(columns.values(), default=0) + 1
        lines = -(-steps // LONGEST)
        return cls(parts, columns, -(-steps // lines), bool(awaited.path.components))

    def row(self, id: str) -> int:
        """Return the line in which a component stands."""
        return self.columns[id] // self.line

    def ghosts(self, arrows: Iterable[Arrow]) -> Mapping[tuple[str, int], int]:
        """Return what is read in another line than its own: by id and line, where."""
        found: dict[tuple[str, int], int] = {}
        for arrow in arrows:
            id, row = arrow.source, self.row(arrow.target)
            if self.parts[id] is LanePart.READ and row != self.row(id):
                at = self.columns[arrow.target] % self.line
                found[id, row] = min(found.get((id, row), at), at)
        return found

    def pointed(self, arrow: Arrow) -> Arrow:
        """Return the arrow from the ghost of its source, if it starts from one."""
        row = self.row(arrow.target)
        is_far = self.parts[arrow.source] is LanePart.READ and row != self.row(
            arrow.source
        )
        return replace(arrow, source=f"{arrow.source}@{row + 1}") if is_far else arrow

    def lines(
        self, cards: Mapping[str, Node], ghosts: Mapping[tuple[str, int], Node]
    ) -> list[list[Lane]]:
        """Return the lanes of each line, with their cards."""
        rows = max((self.row(id) for id in self.columns), default=-1) + 1
        cells = self._cells(cards, ghosts)
        return [
            [self._lane(part, row, cells.get((part, row), {})) for part in LanePart]
            for row in range(rows)
        ]

    def _cells(
        self, cards: Mapping[str, Node], ghosts: Mapping[tuple[str, int], Node]
    ) -> Mapping[tuple[LanePart, int], Cells]:
        """Return what stands in each column, by part and line; ghosts come last."""
        found: dict[tuple[LanePart, int], dict[int, list[Node]]] = {}
        seated = [
            (self.parts[id], *divmod(column, self.line), cards[id])
            for id, column in self.columns.items()
        ]
        for (_, row), node in ghosts.items():
            at = int(node.place[0]) if node.place else 0
            seated.append((LanePart.READ, row, at, node))
        for part, row, at, node in seated:
            found.setdefault((part, row), {}).setdefault(at, []).append(node)
        return found

    def _lane(self, part: LanePart, row: int, cells: Cells) -> Lane:
        _, stage, align = TITLES[part]
        named = self._title(part, cells)
        columns = {at: tuple(nodes) for at, nodes in cells.items()}
        return Lane(f"{part.value}-{row + 1}", named, stage, columns, align)

    def _title(self, part: LanePart, cells: Cells) -> str:
        if part is LanePart.PATH and not self.is_timed:
            return UNTIMED
        awaited = any(node.strong for nodes in cells.values() for node in nodes)
        return AWAITED if part is LanePart.BESIDE and awaited else TITLES[part][0]


def _spine(
    design: Design, ids: Sequence[str], flows: Sequence[Flow], awaited: AwaitedAnswer
) -> tuple[str, ...]:
    """Return who calls and is called on the critical path, else on the longest one.

    Those of the critical path are the slowest of it that hand on from one to the next:
    of several that one component asks in turn, one is in the line.
    """
    path = awaited.path
    calls = [flow for flow in flows if flow.mode is Mode.CALL]
    steps = dict.fromkeys(outer_of(design, id) for id in path.components)
    asked = {id for flow in calls if path.has(flow) for id in flow.ends}
    if steps:
        line = [id for id in steps if id in asked]
        return _slowest(awaited.parts, line, flows) or tuple(steps)[:1]
    ranks = rank(ids, calls)
    last = max((flow.target for flow in calls), key=lambda id: ranks[id])
    return tuple(_chain(last, ranks, calls))[::-1]


def _slowest(
    parts: Mapping[str, Component], line: Sequence[str], flows: Sequence[Flow]
) -> tuple[str, ...]:
    """Return the slowest chain of `line`, each joined to the one before it.

    Of chains that are equally slow, as where no times are known, it is the longest.
    """
    joined = {frozenset(flow.ends) for flow in flows}
    chains = dict[str, tuple[float, tuple[str, ...]]]()
    for id in line:
        before = [chains[it] for it in chains if frozenset((it, id)) in joined]
        taken, chain = max(before, default=(0.0, ()), key=_slowness)
        chains[id] = taken + own_p99(parts[id]), (*chain, id)
    return max(chains.values(), default=(0.0, ()), key=_slowness)[1]


def _slowness(chain: tuple[float, tuple[str, ...]]) -> tuple[float, int]:
    seconds, ids = chain
    return seconds, len(ids)


def _chain(end: str, ranks: Mapping[str, int], calls: Sequence[Flow]) -> Iterator[str]:
    before = dict[str, list[str]]()
    for flow in calls:
        if flow.source in ranks:
            before.setdefault(flow.target, []).append(flow.source)
    at: str | None = end
    while at is not None:
        yield at
        wanted = ranks[at] - 1
        at = next((id for id in before.get(at, ()) if ranks[id] == wanted), None)


def _part(
    design: Design, id: str, read: Collection[str], spine: Collection[str]
) -> LanePart:
    if id in spine:
        return LanePart.PATH
    if design.components[id].kind == "fallback":
        return LanePart.FAILS
    return LanePart.READ if id in read else LanePart.BESIDE


def _read(flows: Iterable[Flow]) -> frozenset[str]:
    """Return what gives something, and only when it is read."""
    lookups, others = set[str](), set[str]()
    for flow in flows:
        (lookups if flow.mode is Mode.LOOKUP else others).add(flow.source)
    return frozenset(lookups - others)


def _columns(
    ids: Sequence[str], flows: Sequence[Flow], spine: Sequence[str]
) -> Mapping[str, int]:
    """Return the column of each component: right of its callers, above its readers.

    What is called beside the path may go on where the path has ended.
    """
    columns = {id: at for at, id in enumerate(spine)}
    last = max(len(spine) - 1, 0)
    edge = max(last, LONGEST - 1)
    calls = [flow for flow in flows if flow.mode is Mode.CALL]
    ranks, read = rank(ids, calls), _read(flows)
    callers = _grouped((flow.target, flow.source) for flow in calls)
    readers = _grouped((flow.source, flow.target) for flow in flows)
    for id in sorted((id for id in ids if id not in read), key=lambda id: ranks[id]):
        before = [other for other in callers.get(id, ()) if other in columns]
        if id not in columns and before:
            nearest = max(before, key=lambda id: columns[id])
            room = last if nearest in spine else edge
            columns[id] = min(columns[nearest] + 1, room)
    for id in sorted(ids, key=lambda id: -ranks[id]):
        after = [columns[other] for other in readers.get(id, ()) if other in columns]
        if id not in columns:
            columns[id] = min(after, default=0)
    return _from_above({id: columns[id] for id in ids}, callers, spine)


def _from_above(
    columns: Mapping[str, int],
    callers: Mapping[str, Sequence[str]],
    spine: Sequence[str],
) -> Mapping[str, int]:
    """Return the columns, what is called from higher up first, the path above all."""
    heights = dict.fromkeys(spine, -1.0)
    for column in sorted({*columns.values()}):
        called = {
            id: fmean(
                [heights[it] for it in callers.get(id, ()) if it in heights] or [0]
            )
            for id, at in columns.items()
            if at == column and id not in spine
        }
        ordered = sorted(called, key=lambda id: called[id])
        heights |= {id: float(height) for height, id in enumerate(ordered)}
    return {id: columns[id] for id in sorted(columns, key=lambda id: heights[id])}


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    """Return the second of all `pairs` by the first."""
    found = dict[str, list[str]]()
    for first, second in pairs:
        found.setdefault(first, []).append(second)
    return found
