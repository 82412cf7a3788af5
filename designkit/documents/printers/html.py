"""HTML: one page with its pictures inside, for the screen and for paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import Markup, escape

from designkit.documents.outlines import Arranged, arranged
from designkit.documents.paper import Block, Paper, Picture, Text
from designkit.documents.printer import printer
from designkit.documents.printing.inline import html as inline_html
from designkit.documents.printing.inline import words
from designkit.documents.printing.looks import (
    CALLOUTS,
    CHOSEN,
    REJECTED,
    REVISIT,
    ROOM,
    variables,
)
from designkit.documents.printing.outline import Outline, outline
from designkit.documents.printing.pictures import is_plate
from designkit.files import Output
from designkit.pictures.embedding import embedded_svg
from designkit.pictures.theme import DARK, LIGHT
from designkit.text.escape import css_string
from designkit.text.templates import fill

SLOTS = {
    "title": "title",
    "subtitle": "subtitle",
    "contents": "contents",
    "summary_of_contents": "links",
    "section": "blocks_in_order",
    "body": "blocks_in_order",
}
"""The template that draws what stands in a slot."""


@dataclass(frozen=True, slots=True)
class HtmlPicture:
    """A picture as the template takes it; a plate gets a page of its own in print."""

    svg: Markup
    caption: Text
    is_plate: bool


@printer("html")
def html(paper: Paper) -> tuple[Output, ...]:
    """One file for the browser, light and dark, which prints well."""
    arrangement = arranged(paper, "html", **_page(paper))
    paper = arrangement.paper
    page = "".join(_parts(arrangement, outline(paper, "html")))
    return (Output(f"{paper.stem}.html", page.encode()),)


def body(paper: Paper) -> str:
    """Return the blocks of `paper` as HTML, for a page that is made elsewhere."""
    arrangement = arranged(paper, "body")
    outlined = outline(arrangement.paper, "html")
    return "".join(_parts(arrangement, outlined))


def _page(paper: Paper) -> dict[str, Markup]:
    """Return what the page says and how it looks, safe where the outline has it."""
    title = words(paper.title)
    return {
        "name": escape(title),
        "footer": Markup(css_string(title)),
        "light": Markup(variables(LIGHT)),
        "dark": Markup(variables(DARK)),
    }


def _parts(arrangement: Arranged, outlined: Outline) -> Iterator[str]:
    paper, blocks = arrangement.paper, _named(arrangement.paper, outlined.blocks)
    for piece, count in arrangement.shares():
        if not piece.slot:
            yield piece.text
            continue
        values: dict[str, object] = {
            "paper": paper,
            "blocks": tuple(islice(blocks, count)),
            "outline": outlined,
            "callouts": CALLOUTS,
            "chosen": CHOSEN,
            "rejected": REJECTED,
            "revisit": REVISIT,
            "room": ROOM,
            "inline": partial(inline_html, target=outlined.target),
            "words": words,
        }
        yield fill(f"paper/_{SLOTS[piece.slot]}.html.j2", values)


def _named(
    paper: Paper, blocks: tuple[Block, ...]
) -> Iterator[tuple[str, Block | HtmlPicture]]:
    """Give each block with the name of the macro that draws it."""
    for place, block in enumerate(blocks):
        name = type(block).__name__.lower()
        if isinstance(block, Picture):
            yield name, _figure(paper, block, f"p{place}-")
        else:
            yield name, block


def _figure(paper: Paper, block: Picture, prefix: str) -> HtmlPicture:
    drawing = paper.drawings[block.view]
    svg = Markup(embedded_svg(drawing, prefix))
    return HtmlPicture(svg, block.caption, is_plate(drawing) and not block.upright)
