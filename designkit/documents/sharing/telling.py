"""What an image of a design says: what it is, what it promises, what decides."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.catalog.systems import system
from designkit.documents.printing.inline import words
from designkit.documents.write_up.deciding import sharing_rows
from designkit.documents.write_up.framing import promised
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.model.citations import with_authors
from designkit.text.counts import counted, counted_findings

MOST_FIGURES = 4


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """A number in large letters, what it is, and what it is held against."""

    value: str
    title: str
    against: str


@dataclass(frozen=True, slots=True)
class ShareTelling:
    """The texts of an image, as they are read."""

    system: str
    title: str
    summary: str
    promise: str
    figures: tuple[SharedFigure, ...]
    foot: str


def telling(of: WriteUpInputs) -> ShareTelling:
    """Return what the image of a design says."""
    design = of.design
    known = system(design.system)
    return ShareTelling(
        system=known.title if known else design.system,
        title=words(design.name),
        summary=words(with_authors(design).summary or ""),
        promise=", ".join(_promises(of)),
        figures=tuple(_figures(of)),
        foot=" · ".join(_foot(of)),
    )


def _promises(of: WriteUpInputs) -> Iterator[str]:
    objectives = of.design.objectives
    for name, value in promised(objectives) if objectives else ():
        yield words(f"{name[:1].lower()}{name[1:]} {value}")


def _figures(of: WriteUpInputs) -> Iterator[SharedFigure]:
    for title, value, against in sharing_rows(of)[:MOST_FIGURES]:
        yield SharedFigure(words(value), words(title), words(against.split("; ")[0]))


def _foot(of: WriteUpInputs) -> Iterator[str]:
    yield counted(len(of.design.components), "component")
    yield counted(len(of.design.flows), "flow")
    if of.check:
        yield counted_findings(item for item in of.found if not item.waived)
