"""Write-ups as Markdown, for the tests of what they say."""

from collections.abc import Iterable, Mapping, Sequence

from designkit.checks.report import FileReport
from designkit.diagnostics import Diagnostic
from designkit.documents.outlines import arranged
from designkit.documents.paper import Block, Paper, Section
from designkit.documents.printers import find_printer
from designkit.documents.printing.markdown import markdown_page
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.writing import Length, Showing, write_up
from designkit.model.design import Design

NOTHING: Mapping[str, str] = {}


def papers(
    design: Design,
    pictures: Mapping[str, str] = NOTHING,
    found: Sequence[Diagnostic] = (),
    check: FileReport | None = None,
    length: Length = Length.SHORT,
) -> tuple[Paper, ...]:
    """Return the papers of a write-up; the findings are those of `check`, if given."""
    told = check.diagnostics if check else found
    of = WriteUpInputs(design, tuple(pictures), told, check)
    return write_up(of, Showing("design", files=pictures), length)


def document(
    design: Design,
    pictures: Mapping[str, str] = NOTHING,
    found: Sequence[Diagnostic] = (),
    check: FileReport | None = None,
) -> str:
    """Write all of a design up in one document."""
    (paper,) = papers(design, pictures, found, check, Length.FULL)
    return markdown(paper)


def markdown(paper: Paper) -> str:
    """Print `paper` as Markdown."""
    return find_printer("md").print(paper)[0].data.decode()


def told(blocks: Iterable[Block]) -> str:
    """Print `blocks` alone as Markdown."""
    section = Section("alone", "", tuple(blocks))
    paper = Paper("", "", section.blocks)
    page = markdown_page(arranged(paper, "md"))
    return page.removeprefix("#").strip()
