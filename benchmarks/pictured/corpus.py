"""The designs whose pictures are judged, by the set that they belong to."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pictured.random_designs import random_design
from designkit.catalog.systems import SYSTEMS
from designkit.model.design import Design
from designkit.pictures.views.details import details_of
from designkit.source.inputs import shipped
from designkit.source.loader import Loaded, load_file, load_text
from designkit.source.starter import started

OTHERS = Path(__file__).parents[2] / "tests" / "judgement" / "designs"

SIZES = (20, 60, 120, 300)
"""Components of the designs that are made by chance; each is its own seed."""

AROUND = 10
"""Components of each of these that are drawn with what is around them."""

FEW_STARTERS = ("generic", "content-moderation")
"""Starters whose pictures the quick tests judge."""


@dataclass(frozen=True)
class Drawn:
    """A design to be drawn; its name is unique among all of them.

    So many of its components are drawn with what is `around` them; then its stages are
    drawn as well.
    """

    name: str
    loaded: Loaded
    around: int = 0

    def details(self) -> tuple[str, ...]:
        """Return the details to be drawn besides all views, if any are `around` one."""
        if not self.around:
            return ()
        every = details_of(self.design)
        stages = tuple(it for it in every if it.startswith("stage:"))
        return stages + every[len(stages) : len(stages) + self.around]

    @property
    def design(self) -> Design:
        """What was loaded; a broken rule does not keep it from being drawn."""
        if self.loaded.design is None:
            raise ValueError(f"{self.name} does not load")
        return self.loaded.design


def others() -> list[Path]:
    """Return the good designs of other systems."""
    return sorted(f for f in OTHERS.glob("*.yaml") if f.suffixes == [".yaml"])


def ours() -> Iterator[Drawn]:
    """Give the shipped designs."""
    for name, path in shipped().items():
        yield Drawn(name, load_file(path))


def few() -> Iterator[Drawn]:
    """Give the shipped designs and two starters."""
    yield from ours()
    yield from map(_starter, FEW_STARTERS)


def rest() -> Iterator[Drawn]:
    """Give the other starters, the designs of other systems, and random ones."""
    names = (system.name for system in SYSTEMS)
    yield from (_starter(name) for name in names if name not in FEW_STARTERS)
    for path in others():
        yield Drawn(f"other-{path.stem}", load_file(path))
    for size in SIZES:
        loaded = load_text(random_design(size, size))
        yield Drawn(f"random-{size}", loaded, AROUND)


def _starter(system: str) -> Drawn:
    return Drawn(f"starter-{system}", load_text(started(system)))
