"""Where pictures on pages of their own go, so that the text leaves no gap for them.

A plate is a picture that needs a page turned sideways. The page before it ends there,
so it moves on to where a page of text is full, and a reference keeps its place.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from designkit.documents.printing.data import Data

TOP, BOTTOM = 60.0, 790.0
"""Between which the text of a page is, in points from its upper edge."""

DETOUR = 60.0
"""Points of an empty page that are better than to turn to a page, and for each more."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a block begins: the page, and points from its upper edge."""

    page: int
    y: float


Measure = Callable[[Sequence[Data]], Sequence[Position]]
"""Says where each of some blocks begins, and where the last one ends."""


def placed(blocks: Sequence[Data], measure: Measure) -> list[Data]:
    """Return `blocks` with each plate where it leaves the least of a page empty."""
    found, first = [_standing_in(block) for block in blocks], 0
    for plate in (block for block in blocks if block["block"] == "plate"):
        at = next(n for n, b in enumerate(found) if b.get("id") == plate["id"])
        start = max(first, _before_headings(found, at))
        marks = measure(found)
        cost = {start: _empty(found, marks, start, at + 1)}
        for n in _later(found, marks, max(at, first)):
            pages = marks[n].page - marks[at].page
            cost[n] = _empty(found, marks, n, n) + DETOUR * (1 + pages)
        best = min(cost, key=lambda n: cost[n])
        if best == start:
            found[start : at + 1] = [{**plate, "headings": found[start:at]}]
        else:
            found.insert(best, plate)
        first = best + 1
    return found


def _standing_in(block: Data) -> Data:
    """Return a reference for a plate, and any other block as it is."""
    if block["block"] != "plate":
        return block
    kept = ("id", "alt", "caption")
    return {"block": "reference", **{name: block[name] for name in kept}}


def _before_headings(blocks: Sequence[Data], at: int) -> int:
    while at and blocks[at - 1]["block"] == "heading":
        at -= 1
    return at


def _later(blocks: Sequence[Data], marks: Sequence[Position], at: int) -> Iterator[int]:
    """Give the places up to the end of the next page, and of this part."""
    for n in range(at + 1, len(blocks) + 1):
        if blocks[n - 1]["block"] == "break" or marks[n].page > marks[at].page + 1:
            return
        if blocks[n - 1]["block"] != "heading":
            yield n


def _empty(
    blocks: Sequence[Data], marks: Sequence[Position], n: int, rest: int
) -> float:
    """Return how much of a page a plate at `n` leaves empty, in points.

    `rest` is the block that follows the plate.
    """
    ends = rest == len(blocks) or blocks[rest]["block"] == "break"
    follows = n > 0 and blocks[n - 1]["block"] == "plate"
    if ends or follows or marks[n].y <= TOP:
        return 0.0
    return BOTTOM - marks[n].y
