"""The table of judged pictures: a row each, their faults, and totals."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.pictured.judgements import Picture

NONE = "."
SIZES = {
    "wires": "wires",
    "crossings": "cross",
    "crossings_each": "cross/w",
    "bends_each": "bend/w",
    "most_bends": "bend^",
    "length": "len",
    "tight": "tight",
    "stubs": "stub",
    "text": "text",
    "aspect": "aspect",
}
"""What is measured besides the gates, and how its column is called."""

TOTALLED = ("wires", "crossings", "tight", "stubs")


def table(pictures: Iterable[Picture], *, listed: bool = False) -> Iterator[str]:
    """Give the lines of a table as the pictures are judged; `listed` with each fault.

    An asterisk stands at what is over the budget of the view.
    """
    seen: list[Picture] = []
    for picture in pictures:
        if picture.sizes and not any(it.sizes for it in seen):
            yield head(picture)
        seen.append(picture)
        yield row(picture)
        if listed:
            yield from (f"    {fault}" for fault in picture.faults)
    yield from totals(seen)


def head(picture: Picture) -> str:
    """Return the names of the columns."""
    gates = " ".join(picture.counts)
    sizes = " ".join(f"{name:>7}" for name in SIZES.values())
    return f"{'picture':<42} {gates} | {sizes}   hard"


def row(picture: Picture) -> str:
    """Return the row of a picture."""
    if picture.sizes is None:
        return f"{picture.name:<42} no picture: it takes too long"
    sizes = " ".join(_size(picture, name) for name in SIZES)
    return f"{picture.name:<42} {_cells(picture.counts)} | {sizes} {picture.hard:>6}"


def _cells(counts: dict[str, int]) -> str:
    return " ".join(f"{count or NONE:>{len(name)}}" for name, count in counts.items())


def _size(picture: Picture, name: str) -> str:
    value = getattr(picture.sizes, name)
    return f"{value}{'*' if name in picture.over else ''}".rjust(7)


def totals(pictures: Sequence[Picture]) -> Iterator[str]:
    """Give the sums over all pictures, then how many are over a budget or too slow."""
    counts, sizes = Counter[str](), Counter[str]()
    drawn = [picture for picture in pictures if picture.sizes]
    for picture in drawn:
        counts.update(picture.counts)
        sizes.update({name: getattr(picture.sizes, name) for name in TOTALLED})
    if not drawn:
        return
    every = {name: counts[name] for name in drawn[0].counts}
    cells = " ".join(str(sizes[it] if it in TOTALLED else "").rjust(7) for it in SIZES)
    hard = sum(every.values())
    yield f"{f'total of {len(drawn)}':<42} {_cells(every)} | {cells} {hard:>6}"
    clean = sum(not picture.hard for picture in drawn)
    over = sum(bool(picture.over) for picture in drawn)
    slow = len(pictures) - len(drawn)
    yield f"{clean} without a fault, {over} over a budget, {slow} too slow to draw"
