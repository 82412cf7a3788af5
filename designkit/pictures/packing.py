"""Packs bands into rows: how many columns each has, so that a picture is shown large.

A row that is too wide for a page gives up columns, the widest band first, and its
cards stand deeper. Several widths are tried.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from designkit.pictures.bands import Band, Placement, Spacing, place_bands, row_width

MakeBand = Callable[[int], Band]
"""Makes a band with at most so many columns."""

MOST_COLUMNS = 8
WIDTHS = tuple(range(1400, 3600, 100))
"""Widths of a row that are tried, in pixels."""


def packed(
    rows: Sequence[Sequence[MakeBand]], gaps: Spacing, grown: Spacing
) -> Placement:
    """Return the bands in their places, `gaps` apart, packed as can be shown largest.

    `grown` are the distances to be expected once wires have the room that they need.
    """
    kept = [[cache(make) for make in row] for row in rows]
    choices = dict.fromkeys(_choices(kept, grown))
    tried = (_banded(kept, choice) for choice in choices)
    best = max(tried, key=lambda bands: place_bands(bands, grown).scale)
    return place_bands(best, gaps)


Choice = tuple[tuple[int, ...], ...]
"""How many columns each band of each row has."""


def _choices(rows: Sequence[Sequence[MakeBand]], gaps: Spacing) -> Iterator[Choice]:
    for width in WIDTHS:
        yield tuple(_fitted(row, width, gaps) for row in rows)


def _fitted(row: Sequence[MakeBand], width: float, gaps: Spacing) -> tuple[int, ...]:
    """Return the most columns with which `row` is no wider than `width`."""
    counts = [len(make(MOST_COLUMNS).columns) for make in row]
    while _width(row, counts, gaps) > width and max(counts) > 1:
        counts[counts.index(max(counts))] -= 1
    return tuple(counts)


def _width(row: Sequence[MakeBand], counts: Sequence[int], gaps: Spacing) -> float:
    bands = [make(count) for make, count in zip(row, counts, strict=True)]
    return row_width(bands, gaps)


def _banded(rows: Sequence[Sequence[MakeBand]], choice: Choice) -> list[list[Band]]:
    return [
        [make(count) for make, count in zip(row, counts, strict=True)]
        for row, counts in zip(rows, choice, strict=True)
    ]
