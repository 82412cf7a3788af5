"""The pictures of the shipped designs as Graphviz lays them out, by the same gates."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from benchmarks.pictured.corpus import Drawn
from benchmarks.pictured.judgements import Picture, pictures
from designkit.pictures.gates.gate import Gate
from designkit.pictures.layout.placement import Engine

CURVED = (Gate.SLANT, Gate.JOG)
"""What a curve cannot be asked: it is many short stretches, all of them bent."""

BENDS = ("bends_each", "most_bends")

HEADING = (
    "the shipped designs by --engine dot, for comparison; its curves have no "
    f"{', '.join(CURVED)} or bend that could be counted"
)


def by_graphviz(designs: Iterable[Drawn]) -> Iterator[Picture]:
    """Draw and judge every view of some designs as Graphviz lays them out."""
    return map(without_bends, pictures(designs, Engine.DOT))


def without_bends(picture: Picture) -> Picture:
    """Return a judged picture without what only straight wires can be asked."""
    return replace(
        picture,
        counts={name: it for name, it in picture.counts.items() if name not in CURVED},
        sizes=picture.sizes and replace(picture.sizes, bends_each=0.0, most_bends=0),
        over=tuple(name for name in picture.over if name not in BENDS),
        faults=tuple(it for it in picture.faults if it.gate not in CURVED),
    )
