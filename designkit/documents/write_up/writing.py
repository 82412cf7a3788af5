"""Puts the sections of a write-up into papers: the design doc and its reference."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from designkit.documents.paper import Paper, Section
from designkit.documents.write_up import short
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.sections import WHOLE, Teller, sections_of
from designkit.documents.write_up.short import SHORT
from designkit.model.citations import with_numbers
from designkit.pictures.drawing import Drawing

DOC, REFERENCE, FULL = "design-doc", "reference", "full"
"""The outlines of the three papers."""


class Length(StrEnum):
    """How long a write-up is: two papers, or one with everything."""

    SHORT = "short"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Showing:
    """What the papers of a design may show, and by whose outlines.

    `drawings` are placed, by view; `files` are pictures that lie beside the papers, and
    `dark_files` those for a dark page.
    """

    stem: str
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    dark_files: Mapping[str, str] = field(default_factory=dict)
    templates: Path | None = None


def write_up(
    of: WriteUpInputs, showing: Showing, length: Length = Length.SHORT
) -> tuple[Paper, ...]:
    """Return the papers of a write-up: the design doc, and what it refers to."""
    of = replace(of, design=with_numbers(of.design))
    whole = {section.name: section for section in sections_of(of, WHOLE)}
    if length is Length.FULL:
        return (_paper(of, showing, FULL, showing.stem, whole),)
    reference = f"{showing.stem}-reference"
    links = {"reference": reference, "sources": f"{reference}#sources"}
    back = {"design-doc": showing.stem}
    return (
        _paper(of, showing, DOC, showing.stem, whole, links),
        _paper(of, showing, REFERENCE, reference, whole, back),
    )


def _paper(
    of: WriteUpInputs,
    showing: Showing,
    outline: str,
    stem: str,
    whole: Mapping[str, Section],
    companions: Mapping[str, str] | None = None,
) -> Paper:
    own = {s.name: s for s in sections_of(of, OWN.get(outline, {}))}
    return Paper(
        title=f"{of.design.name}: {TITLES[outline]}",
        subtitle="",
        blocks=(),
        drawings=showing.drawings,
        stem=stem,
        sections=tuple({**whole, **own}.values()),
        outline=outline,
        files=showing.files,
        dark_files=showing.dark_files,
        companions=companions or {},
        templates=showing.templates,
    )


OWN: Mapping[str, Mapping[str, tuple[str, Teller]]] = {
    DOC: SHORT,
    REFERENCE: short.REFERENCE,
}
"""The sections that a paper has in place of those at full length, or besides."""

TITLES: Mapping[str, str] = {
    DOC: "system design",
    REFERENCE: "reference",
    FULL: "system design",
}
