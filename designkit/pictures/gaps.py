"""How far apart the columns of a row stand, for the wires and labels between them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from designkit.pictures.bands import PADDING, Band
from designkit.pictures.drawing import Arrow, Node
from designkit.pictures.lettering import label_size

AROUND, BARE, TURN = 44.0, 30.0, 10.0
"""Pixels: beside a label in a gap, of a gap without labels, for a wire that turns."""


def with_gaps(row: Sequence[Band], arrows: Sequence[Arrow]) -> list[Band]:
    """Return the bands of a row with room for `arrows` between their columns."""
    columns = [column for band in row for column in band.columns]
    rooms = _rooms(columns, arrows)
    found = list[Band]()
    for band in row:
        before = next(rooms) - 2 * PADDING if band.columns else 0.0
        gaps = tuple(next(rooms) for _ in band.columns[1:])
        found.append(replace(band, before=before, gaps=gaps))
    return found


def _rooms(
    columns: Sequence[Sequence[Node]], arrows: Sequence[Arrow]
) -> Iterator[float]:
    """Give the pixels that are wanted before each column."""
    place = {node.id: at for at, column in enumerate(columns) for node in column}
    widest = dict[int, float]()
    turns = Counter[int]()
    for arrow in arrows:
        source, target = place.get(arrow.source), place.get(arrow.target)
        if source is not None and target is not None and abs(source - target) == 1:
            between, width = max(source, target), _width(arrow)
            widest[between] = max(widest.get(between, 0.0), width)
    for at in _turning(place, arrows):
        turns[at] += 1
    for at in range(len(columns)):
        yield max(widest.get(at, 0.0), BARE) + TURN * turns[at]


def _width(arrow: Arrow) -> float:
    return label_size(arrow.text)[0] + AROUND if arrow.text else 0.0


def _turning(place: dict[str, int], arrows: Sequence[Arrow]) -> Iterator[int]:
    """Give, for each wire that turns, the column before which it does.

    That is behind its source and before its target. What carries the same from one
    card, or to one, is one wire; what is looked up comes from above.
    """
    given, taken = set[tuple[str, str]](), set[tuple[str, str]]()
    for arrow in arrows:
        source, target = place.get(arrow.source), place.get(arrow.target)
        if source is not None and target == source + 1:
            continue
        if source is not None and (arrow.source, arrow.carries) not in given:
            given.add((arrow.source, arrow.carries))
            yield source + 1
        if target is None or arrow.mode == "lookup":
            continue
        if (arrow.target, arrow.carries) not in taken:
            taken.add((arrow.target, arrow.carries))
            yield target
