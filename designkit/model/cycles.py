"""Circles in a graph, found in time that grows with the graph and no faster."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

Onward = Mapping[str, Sequence[str]]
"""Where each node leads."""


def cycles_of(ends: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return one cycle for each knot of nodes that reach each other.

    Each cycle is the shortest through the first node of its knot, and starts there.
    """
    onward: dict[str, list[str]] = {}
    for source, target in ends:
        onward.setdefault(source, []).append(target)
        onward.setdefault(target, [])
    circular = [knot for knot in knots(onward) if _is_circular(knot, onward)]
    return tuple(
        _shortest(min(each), each, onward) for each in sorted(circular, key=min)
    )


def _is_circular(knot: frozenset[str], onward: Onward) -> bool:
    return len(knot) > 1 or any(node in onward[node] for node in knot)


def knots(onward: Onward) -> Iterator[frozenset[str]]:
    """Give the knots of nodes that reach each other, those that lead to others first.

    These are the strongly connected parts (Kosaraju: order ahead, gather back).
    """
    backward: dict[str, list[str]] = {node: [] for node in onward}
    for source, targets in onward.items():
        for target in targets:
            backward[target].append(source)
    seen: set[str] = set()
    for start in reversed(_finished(onward)):
        knot = frozenset(_unseen_from(start, backward, seen))
        if knot:
            yield knot


def _finished(onward: Onward) -> list[str]:
    """Return the nodes in the order in which a walk in depth leaves them."""
    order: list[str] = []
    seen: set[str] = set()
    for start in onward:
        stack = [] if start in seen else [(start, iter(onward[start]))]
        seen.add(start)
        while stack:
            node, targets = stack[-1]
            target = next((target for target in targets if target not in seen), None)
            if target is None:
                order.append(node)
                stack.pop()
            else:
                seen.add(target)
                stack.append((target, iter(onward[target])))
    return order


def _unseen_from(start: str, onward: Onward, seen: set[str]) -> Iterator[str]:
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            yield node
            waiting.extend(onward[node])


def _shortest(start: str, knot: frozenset[str], onward: Onward) -> tuple[str, ...]:
    """Return the shortest way from `start` back to itself inside its `knot`."""
    came: dict[str, str] = {}
    waiting = [start]
    for node in waiting:
        for target in onward[node]:
            if target == start:
                return _back(start, node, came)
            if target in knot and target not in came:
                came[target] = node
                waiting.append(target)
    raise AssertionError(f"{start} is in no circle")


def _back(start: str, last: str, came: Mapping[str, str]) -> tuple[str, ...]:
    path = [last]
    while path[-1] != start:
        path.append(came[path[-1]])
    return tuple(reversed(path))
