"""Outlines: templates that say which sections a paper has, in which order, in a format.

There is one a format (``md.j2``, ``html.j2``, ``pdf.j2``), which has the head and the
foot, and one a paper (``design-doc.j2``), which lists its sections. A project may bring
its own. No text of a design is filled in here: an outline holds slots, and a printer
puts there what it has made safe.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from designkit.documents.filling import filled
from designkit.documents.paper import Paper
from designkit.text.choices import unknown

OPEN, CLOSE = "\ue000", "\ue001"
"""What a slot stands between; letters that nobody writes."""

SLOT = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")


@dataclass(frozen=True, slots=True)
class OutlinePiece:
    """A part of an outline: a text of the template itself, or the name of a slot."""

    text: str = ""
    slot: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Arranged:
    """A paper with its blocks in order, and the pieces of the outline around them."""

    paper: Paper
    pieces: tuple[OutlinePiece, ...]

    def shares(self) -> Iterator[tuple[OutlinePiece, int]]:
        """Give each piece with the number of blocks that stand there."""
        counts = {s.name: len(s.told()) for s in self.paper.sections}
        for piece in self.pieces:
            rest = len(self.paper.blocks) if piece.slot == "body" else 0
            yield piece, counts.get(piece.section, rest)


@dataclass(frozen=True)
class Sections:
    """The sections of a paper, as slots; one that has nothing to say is empty."""

    known: tuple[str, ...]
    present: frozenset[str]

    def __getattr__(self, name: str) -> str:
        """Return the slot of the section `name`.

        Raises:
            NotFoundError: no section is called that.
        """
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in self.known:
            raise unknown("section", name, self.known)
        return _slot(f"section:{name}") if name in self.present else ""


def pieces(paper: Paper, format: str, **values: object) -> tuple[OutlinePiece, ...]:
    """Fill the outline of `paper` for a format with slots, and take it apart.

    Raises:
        OutlineError: a template of the project cannot be filled, with its line.
    """
    known = tuple(section.name for section in paper.sections)
    present = frozenset(s.name for s in paper.sections if s.blocks)
    names = ("title", "subtitle", "contents", "summary_of_contents", "body")
    slots = {name: _slot(name) for name in names}
    given = {
        **slots,
        "sections": Sections(known, present),
        "paper": paper.outline,
        "outline": f"{paper.outline}.j2",
        **values,
    }
    return tuple(_taken_apart(filled(f"{format}.j2", paper.templates, given)))


def arranged(paper: Paper, format: str, **values: object) -> Arranged:
    """Arrange `paper` by its outline for a format: pieces, and blocks in their order.

    Raises:
        OutlineError: a template of the project cannot be filled, with its line.
    """
    found = pieces(paper, format, **values)
    return Arranged(_with_blocks(paper, found), found)


def _with_blocks(paper: Paper, pieces: tuple[OutlinePiece, ...]) -> Paper:
    """Return `paper` with the blocks of the sections that its outline shows."""
    if not paper.sections:
        return paper
    by_name = {section.name: section for section in paper.sections}
    shown = [by_name[piece.section] for piece in pieces if piece.section]
    return replace(paper, blocks=tuple(b for s in shown for b in s.told()))


def _slot(name: str) -> str:
    return f"{OPEN}{name}{CLOSE}"


def _taken_apart(text: str) -> Iterator[OutlinePiece]:
    parts = SLOT.split(text)
    for number, part in enumerate(parts):
        if number % 2 == 0:
            if part.strip():
                yield OutlinePiece(text=part)
        elif part.startswith("section:"):
            yield OutlinePiece(slot="section", section=part.removeprefix("section:"))
        else:
            yield OutlinePiece(slot=part)
