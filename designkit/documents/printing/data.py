"""A paper as data for a program that sets it: texts are runs, pictures are SVG."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, replace
from itertools import islice

from designkit.documents.outlines import Arranged
from designkit.documents.paper import (
    Block,
    Callout,
    Heading,
    Paper,
    Paragraph,
    Picture,
)
from designkit.documents.printing.inline import runs, words
from designkit.documents.printing.looks import (
    CALLOUTS,
    CHOSEN,
    REJECTED,
    REVISIT,
    ROOM,
    colours,
)
from designkit.documents.printing.outline import Outline, outline
from designkit.documents.printing.pictures import is_plate, picture_title, printed_size
from designkit.pictures.coverage import with_boxes
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from designkit.pictures.theme import LIGHT
from designkit.text.escape import plain

PARAGRAPHS = re.compile(r"\n\s*\n")
"""What parts the paragraphs of an outline."""

PLAIN = ("kind", "mark", "level", "view")
"""Fields of blocks that are words of their own, not inline Markdown."""

LONGEST = 90
"""Characters of the title at the foot of a page."""

Data = Mapping[str, object]
"""An object of JSON."""


def paper_data(paper: Paper) -> Data:
    """Return what `paper` says beside its blocks, and how it looks."""
    outlined, name = outline(paper, "pdf"), words(paper.title)
    return {
        "title": _text(outlined, paper.title),
        "top": outlined.top,
        "name": name,
        "footer": name if len(name) <= LONGEST else f"{name[:LONGEST]}…",
        "subtitle": _text(outlined, paper.subtitle),
        "colours": colours(LIGHT),
        "words": {"chosen": CHOSEN, "rejected": REJECTED, "revisit": REVISIT},
        "room": ROOM,
    }


def block_data(arrangement: Arranged) -> tuple[Data, ...]:
    """Return the blocks of a paper, each with its name; wide pictures are plates."""
    found = (dict(block) for block in _blocks(arrangement))
    return tuple(block | {"id": f"block:{n}"} for n, block in enumerate(found))


def _blocks(arrangement: Arranged) -> Iterator[Data]:
    """Give the blocks where the outline has them, and its own texts as paragraphs."""
    paper = arrangement.paper
    outlined = outline(paper, "pdf")
    blocks = iter(outlined.blocks)
    for piece, count in arrangement.shares():
        match piece.slot:
            case "title":
                yield {"block": "title"}
            case "subtitle":
                yield {"block": "subtitle"}
            case "contents":
                if paper.has_contents:
                    yield {"block": "contents", "depth": 2}
            case "summary_of_contents":
                yield {"block": "contents", "depth": 1}
            case "section" | "body":
                for block in islice(blocks, count):
                    yield _named(paper, outlined, block)
            case _:
                for text in PARAGRAPHS.split(piece.text.strip()):
                    yield _named(paper, outlined, Paragraph(text))


def _named(paper: Paper, outlined: Outline, block: Block) -> dict[str, object]:
    """Give the fields of `block`, and what a program cannot find out itself."""
    known = {f.name: getattr(block, f.name) for f in fields(block)}
    data = {name: _field(outlined, name, value) for name, value in known.items()}
    data["block"] = type(block).__name__.lower()
    match block:
        case Heading():
            return data | {"about": block.about}
        case Callout():
            return data | {"name": CALLOUTS[block.kind]}
        case Picture():
            return data | _picture(paper, block)
        case _:
            return data


def _picture(paper: Paper, block: Picture) -> dict[str, object]:
    drawing = paper.drawings[block.view]
    plate = is_plate(drawing) and not block.upright
    width, height = printed_size(drawing, plate=plate)
    return {
        "block": "plate" if plate else "picture",
        "svg": with_boxes(svg_text(drawing, Theme.LIGHT)),
        "alt": plain(picture_title(paper, block)),
        "width": width,
        "height": height,
        "headings": [],
    }


def _field(outlined: Outline, name: str, value: object) -> object:
    if isinstance(value, tuple):
        return [_field(outlined, name, part) for part in value]
    if not isinstance(value, str):
        return value
    return plain(value) if name in PLAIN else _text(outlined, value)


def _text(outlined: Outline, text: str) -> list[Data]:
    return [asdict(replace(run, link=outlined.target(run.link))) for run in runs(text)]
