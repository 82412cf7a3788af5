"""Columns for components: what comes after what, from left to right."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import Protocol

from designkit.model.component import Flow


class Directed(Protocol):
    """What leads from one card to another: a flow, or the arrow that stands for it."""

    @property
    def source(self) -> str:
        """The id at its start."""

    @property
    def target(self) -> str:
        """The id at its end."""


def rank(ids: Iterable[str], flows: Iterable[Directed]) -> Mapping[str, int]:
    """Return the longest way to each of `ids` over `flows` among them.

    A flow that would close a circle is passed over, in the order of the file.
    """
    ranks = dict.fromkeys(ids, 0)
    onward: dict[str, list[str]] = {id: [] for id in ranks}
    for flow in flows:
        inside = flow.source in ranks and flow.target in ranks
        if inside and not _reaches(flow.target, flow.source, onward):
            onward[flow.source].append(flow.target)
            _push(flow.source, ranks, onward)
    return ranks


def _reaches(start: str, goal: str, onward: Mapping[str, list[str]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        id = waiting.pop()
        if id == goal:
            return True
        fresh = [target for target in onward[id] if target not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return False


def _push(start: str, ranks: dict[str, int], onward: Mapping[str, list[str]]) -> None:
    """Move what comes after `start` to the right, as far as it must go."""
    waiting = [start]
    while waiting:
        id = waiting.pop()
        for target in onward[id]:
            if ranks[target] <= ranks[id]:
                ranks[target] = ranks[id] + 1
                waiting.append(target)


def columns_of(
    ids: Sequence[str], flows: Sequence[Directed], *, deep: int, most: int
) -> tuple[tuple[str, ...], ...]:
    """Set `ids` in at most `most` columns, about `deep` to a column, by rank."""
    ranks = rank(ids, flows)
    ordered = sorted(ids, key=lambda id: ranks[id])
    columns: list[list[str]] = []
    last = -1
    for id in ordered:
        full = columns and len(columns[-1]) >= deep
        if (
            not columns
            or (full and len(columns) < most)
            or (ranks[id] != last and len(columns) < most and _may_break(columns, deep))
        ):
            columns.append([])
        columns[-1].append(id)
        last = ranks[id]
    return tuple(tuple(column) for column in columns)


def _may_break(columns: Sequence[Sequence[str]], deep: int) -> bool:
    """Whether the last column holds enough to begin the next one."""
    return len(columns[-1]) >= max(1, deep - 1)


def settled(
    columns: Sequence[Sequence[str]], flows: Sequence[Directed], rounds: int = 4
) -> tuple[tuple[str, ...], ...]:
    """Order each column by the mean height of its neighbours, to cross fewer lines."""
    order = [list(column) for column in columns]
    height = {id: at for ids in order for at, id in enumerate(ids)}
    near = _neighbours(flows, height)
    for _ in range(rounds):
        for column in order:
            column.sort(key=lambda id: (_mean(near[id], height, id), height[id]))
            height.update({id: at for at, id in enumerate(column)})
    return tuple(tuple(column) for column in order)


def _neighbours(
    flows: Sequence[Directed], ids: Collection[str]
) -> Mapping[str, Sequence[str]]:
    near: dict[str, list[str]] = {id: [] for id in ids}
    for flow in flows:
        if flow.source in near and flow.target in near:
            near[flow.source].append(flow.target)
            near[flow.target].append(flow.source)
    return near


def _mean(near: Sequence[str], height: Mapping[str, int], id: str) -> float:
    return sum(height[n] for n in near) / len(near) if near else float(height[id])


FLOW_INSIDE = 2.0
"""What a flow between two cards of a column costs, beside its cards, squared."""


def spread(
    ids: Sequence[str], flows: Sequence[Flow], most: int
) -> tuple[tuple[str, ...], ...]:
    """Set `ids` in at most `most` columns by rank, none much deeper than the others.

    Cards with a flow between them are rather put into two columns.
    """
    ranks = rank(ids, flows)
    order = sorted(ids, key=lambda id: ranks[id])
    costs = _column_costs(order, flows)
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ()), *[(inf, ())] * len(order)]
    for _ in range(min(most, len(order))):
        best = [best[0], *(_best(best, costs, end) for end in range(1, len(best)))]
    return tuple(tuple(order[start:end]) for start, end in pairwise((0, *best[-1][1])))


def _best(
    best: Sequence[tuple[float, tuple[int, ...]]],
    costs: Mapping[tuple[int, int], float],
    end: int,
) -> tuple[float, tuple[int, ...]]:
    """Return what the cards before `end` cost with a further column, and its ends."""
    each = [best[start][0] + costs[start, end] for start in range(end)]
    least = min(each)
    starts = (start for start, cost in enumerate(each) if cost == least)
    return least, min((*best[start][1], end) for start in starts)


def _column_costs(
    order: Sequence[str], flows: Sequence[Flow]
) -> Mapping[tuple[int, int], float]:
    """Return what a column costs that holds the cards from one place to another."""
    places = {id: at for at, id in enumerate(order)}
    joined = Counter(
        (min(ends), max(ends))
        for flow in flows
        if (ends := {places[id] for id in flow.ends if id in places}) and len(ends) == 2
    )
    costs, inside = dict[tuple[int, int], float](), [0] * (len(order) + 1)
    for start in range(len(order) - 1, -1, -1):
        more = 0
        for end in range(start + 1, len(order) + 1):
            more += joined[start, end - 1]
            inside[end] += more
            costs[start, end] = (end - start) ** 2 + FLOW_INSIDE * inside[end]
    return costs
