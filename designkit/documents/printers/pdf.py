"""PDF: pages of A4 for print and screen."""

import json
from collections.abc import Sequence
from functools import partial

from designkit.documents.outlines import arranged
from designkit.documents.paper import Paper
from designkit.documents.printer import printer
from designkit.documents.printing.data import Data, block_data, paper_data
from designkit.documents.printing.plates import Position, placed
from designkit.files import Output, bundled
from designkit.pictures.typst import marked, typeset
from designkit.text.escape import json_unicode

PLACE = "block:place"
"""The label of where blocks begin; the id of a heading never has a colon."""


@printer("pdf")
def pdf(paper: Paper) -> tuple[Output, ...]:
    """Pages of A4 to print, with bookmarks; needs typst.

    Raises:
        MissingLibraryError: typst is not installed.
    """
    program = (bundled("templates") / "paper" / "pages.typ").read_bytes()
    arrangement = arranged(paper, "pdf")
    whole = json_unicode(paper_data(arrangement.paper))
    blocks = placed(block_data(arrangement), partial(_marks, program, whole))
    made = typeset(program, {"paper": whole, "blocks": json_unicode(blocks)})
    return (Output(f"{paper.stem}.pdf", made),)


def _marks(program: bytes, paper: str, blocks: Sequence[Data]) -> tuple[Position, ...]:
    """Set `blocks` to see where they begin."""
    inputs = {"paper": paper, "blocks": json_unicode(blocks)}
    found = json.loads(marked(program, inputs, PLACE))
    return tuple(Position(mark["page"], mark["y"]) for mark in found)
