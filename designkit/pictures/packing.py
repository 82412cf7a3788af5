"""Packs bands into rows: how many columns each has, so that a picture is shown large.

A row that is too wide for a page gives up columns, the widest band first, and its
cards stand deeper. Several widths are tried.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from designkit.pictures.bands import Band, Placement, Spacing, place_bands, row_width
from designkit.pictures.drawing import Arrow
from designkit.pictures.gaps import with_gaps
from designkit.pictures.swapping import swapped

MakeBand = Callable[[int], Band]
"""Makes a band with at most so many columns."""

MOST_COLUMNS = 8
WIDTHS = tuple(range(1400, 3600, 100))
"""Widths of a row that are tried, in pixels."""

GROWN = 1.15
"""How much larger a page is expected to be once its wires have room."""


def packed(
    rows: Sequence[Sequence[MakeBand]], gaps: Spacing, arrows: Sequence[Arrow] = ()
) -> Placement:
    """Return the bands in their places, packed as can be shown largest.

    They are at least `gaps` apart, and more where `arrows` need it.
    """
    kept = [[cache(make) for make in row] for row in rows]
    choices = dict.fromkeys(_choices(kept, gaps))
    return best_placed((_banded(kept, it) for it in choices), gaps, arrows)


def best_placed(
    tried: Iterable[Sequence[Sequence[Band]]],
    gaps: Spacing,
    arrows: Sequence[Arrow] = (),
) -> Placement:
    """Return those of several rows of bands in their places that can be shown largest.

    Cards of a band are swapped where `arrows` then cross fewer others.
    """
    return place_bands(best_rows(tried, gaps, arrows), gaps)


def best_rows(
    tried: Iterable[Sequence[Sequence[Band]]], gaps: Spacing, arrows: Sequence[Arrow]
) -> list[list[Band]]:
    """Return the rows of bands that `best_placed` would place."""
    roomy = (_roomy(rows, arrows) for rows in tried)
    best = max(roomy, key=lambda rows: place_bands(rows, gaps).scale(GROWN))
    return _roomy(swapped(best, arrows, gaps), arrows)


def _roomy(rows: Sequence[Sequence[Band]], arrows: Sequence[Arrow]) -> list[list[Band]]:
    return [with_gaps(row, arrows) for row in rows]


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
