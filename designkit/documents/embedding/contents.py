"""What stands between markers: a picture, a table, a figure, a count of findings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from designkit.documents.embedding.asking import MarkerRequest
from designkit.documents.embedding.designs import EmbeddedDesign
from designkit.documents.embedding.pictures import picture_of
from designkit.documents.embedding.tables import table_of
from designkit.documents.paper import Paper
from designkit.documents.printing.markdown import markdown_blocks
from designkit.errors import MarkerError
from designkit.estimates.figure import reason
from designkit.text.counts import counted_findings
from designkit.text.escape import markdown, xml
from designkit.text.suggestion import nearest


@dataclass(frozen=True)
class MarkerContent:
    """What is written: as Markdown, and as HTML where Markdown is not read.

    Without `html` it needs lines of its own; it takes them where it can if it
    `is_block`. The `files` are what it shows, by their paths.
    """

    markdown: str
    html: str = ""
    is_block: bool = False
    files: Mapping[Path, bytes] = field(default_factory=dict)


Maker = Callable[[EmbeddedDesign, MarkerRequest, Path], MarkerContent]
"""Makes what a marker asks for of a design, for a page in a folder."""


def _figure(design: EmbeddedDesign, asked: MarkerRequest, _: Path) -> MarkerContent:
    asked.require("figure DESIGN ID", 1, 1)
    asked.require_options(())
    estimate, id = design.inputs.estimate, asked.word(0)
    found = estimate.get(id)
    if found:
        return MarkerContent(markdown(found.text), xml(found.text))
    gap = next((gap for gap in estimate.gaps if gap.id == id), None)
    if gap:
        raise MarkerError(f"{id} cannot be computed: {reason(gap)}")
    near = nearest(id, estimate.ids)
    hint = f"did you mean {near}? " if near else ""
    command = f"`designkit estimate {asked.design} --format json`"
    raise MarkerError(f"no figure is called {id!r}; {hint}{command} names them all")


def _findings(design: EmbeddedDesign, asked: MarkerRequest, _: Path) -> MarkerContent:
    asked.require("findings DESIGN", 0, 0)
    asked.require_options(())
    said = counted_findings(it for it in design.inputs.found if not it.waived)
    return MarkerContent(said, said)


def _table(design: EmbeddedDesign, asked: MarkerRequest, _: Path) -> MarkerContent:
    block = table_of(design.inputs, asked)
    paper = Paper(design.design.name, "", (block,))
    return MarkerContent(markdown_blocks(paper), is_block=True)


def _picture(
    design: EmbeddedDesign, asked: MarkerRequest, folder: Path
) -> MarkerContent:
    made = picture_of(design, asked, folder)
    return MarkerContent(markdown_blocks(made.paper), made.html, True, made.files)


MAKERS: Mapping[str, Maker] = MappingProxyType(
    {"picture": _picture, "table": _table, "figure": _figure, "findings": _findings}
)
"""What may stand between markers, by the kinds that they name."""
