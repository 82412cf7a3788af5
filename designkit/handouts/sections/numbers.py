"""The numbers, worked line by line, as they are said aloud."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Paragraph, Working
from designkit.estimates.figure import Figure
from designkit.handouts.section import Lesson, section

LONGEST, SHORT = 100, 40
"""Characters of a working that fit, and of one that is cut."""


def _ask(lesson: Lesson) -> Iterator[Block]:
    yield Paragraph("Compute each line: formula, numbers, result.")
    yield Working(tuple((figure.title, "", "") for figure in lesson.aloud))


@section(30, "The numbers, line by line", room=0, ask=_ask)
def numbers(lesson: Lesson) -> Iterator[Block]:
    """Work the numbers that size the system, as the estimate has them."""
    rows = tuple((f.title, _working(f), f"**{f.text}**") for f in lesson.aloud)
    if rows:
        yield Working(rows)


def _working(figure: Figure) -> str:
    """Return the numbers put in; of a long sum only how many terms it has."""
    if len(figure.working) <= LONGEST:
        return figure.working
    return f"{figure.formula[:SHORT].rpartition(' ')[0]} … ({len(figure.inputs)} terms)"
