"""Finds what comes first where no order is without a circle."""

from collections.abc import Collection, Mapping, Sequence


def first_circle(
    left: Collection[int], onward: Sequence[Sequence[int]]
) -> frozenset[int]:
    """Return a circle of `left` before which nothing else has to come.

    What comes after each is in `onward`. Whatever is taken out of this circle first, no
    order is turned round but that of its own members.
    """
    back: dict[int, list[int]] = {at: [] for at in left}
    seen, root = set[int](), -1
    for at in left:
        if at not in seen:
            root = at
            seen |= _reached(at, onward, back, seen)
    for at in left:
        for other in onward[at]:
            if other in back:
                back[other].append(at)
    return frozenset(_reached(root, back, back, ()))


def _reached(
    start: int,
    onward: Sequence[Sequence[int]] | Mapping[int, Sequence[int]],
    left: Collection[int],
    known: Collection[int],
) -> set[int]:
    """Return what is reached from the start, and is not `known`."""
    found, todo = {start}, [start]
    while todo:
        for other in onward[todo.pop()]:
            if other in left and other not in known and other not in found:
                found.add(other)
                todo.append(other)
    return found
