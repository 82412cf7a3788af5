"""HTML: one page with its pictures inside, for the screen and for paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

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
    colours,
)
from designkit.documents.printing.outline import outline
from designkit.documents.printing.pictures import embedded_svg, is_plate
from designkit.files import Output
from designkit.pictures.theme import DARK, LIGHT, Palette
from designkit.text.escape import css_string
from designkit.text.templates import fill


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as the template takes it; a plate gets a page of its own in print."""

    svg: Markup
    caption: Text
    is_plate: bool


@printer("html")
def html(paper: Paper) -> tuple[Output, ...]:
    """One file for the browser, light and dark, which prints well."""
    outlined = outline(paper)
    page = fill(
        "handout/handout.html.j2",
        {
            "paper": paper,
            "title": words(paper.title),
            "footer": Markup(css_string(words(paper.title))),
            "light": _variables(LIGHT),
            "dark": _variables(DARK),
            "outline": outlined,
            "blocks": tuple(_named(paper, outlined.blocks)),
            "callouts": CALLOUTS,
            "chosen": CHOSEN,
            "rejected": REJECTED,
            "revisit": REVISIT,
            "room": ROOM,
            "inline": partial(inline_html, target=outlined.target),
            "words": words,
        },
    )
    return (Output(f"{paper.stem}.html", page.encode()),)


def _named(
    paper: Paper, blocks: tuple[Block, ...]
) -> Iterator[tuple[str, Block | Figure]]:
    """Give each block with the name of the macro that draws it."""
    for place, block in enumerate(blocks):
        name = type(block).__name__.lower()
        if isinstance(block, Picture):
            yield name, _figure(paper, block, f"p{place}-")
        else:
            yield name, block


def _figure(paper: Paper, block: Picture, prefix: str) -> Figure:
    drawing = paper.drawings[block.view]
    svg = Markup(embedded_svg(drawing, prefix))
    return Figure(svg, block.caption, is_plate(drawing))


def _variables(palette: Palette) -> str:
    return " ".join(f"--{name}: {code};" for name, code in colours(palette).items())
