"""A paper with every block, for the tests of the printers."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import get_args

from designkit.documents.paper import (
    Block,
    Break,
    Callout,
    Choice,
    Folded,
    Heading,
    Items,
    Lines,
    Paper,
    Paragraph,
    Picture,
    Question,
    Strip,
    Table,
    Working,
)
from tests.drawn import SMALL, design_of, drawn_views

BLOCKS: tuple[Block, ...] = (
    Heading("The task", about="task"),
    Paragraph(
        "Recommend **ten films** to a visitor in *time*: `p99 < 100 ms`, says the"
        " [paper](https://example.org/films?a=1&b=2), and so do [the numbers](#count)."
    ),
    Strip(((5, "Clarify"), (8, "Sketch"), (15, "Deep dives"), (2, "Wrap up"))),
    Items(("Who watches?", "How many films are there?")),
    Items(("First ask.", "Then draw."), mark="number"),
    Items(("I asked for the scale.", "I named a baseline."), mark="box"),
    Heading("Numbers", about="count"),
    Working(
        (
            ("Requests at peak", "30 M / 86,400 s x 4", "1,389/s"),
            ("Scores", "1,389/s x 200 films", "278 k/s"),
        )
    ),
    Table(
        ("Feature", "Fresh", "Why"),
        (
            ("`watched_7d`", "1 h", "What was seen this week | or last"),
            ("genre", "1 d", "Tastes move slowly"),
        ),
        widths=(1, 1, 3),
    ),
    Heading("One level too deep", level=4),
    Picture("request-path", "Calls and lookups, with the time at each hop."),
    Picture("overview"),
    Callout(
        "Bias", "What was shown is what was clicked.", "concept", "Explore a little."
    ),
    Callout("ROC-AUC", "It flatters when positives are rare.", "trap"),
    Callout("Scope", "No new visitors."),
    Heading("Choices and questions"),
    Choice(
        "How fresh the scores are",
        "Score at the request",
        "Score every night",
        "A visitor changes the mind within minutes.",
        "The budget falls under 20 ms",
    ),
    Choice("Where to keep features", "Redis", "The lake", "Reads in 1 ms."),
    Question("Why not deeper?", "It costs *latency*.", "senior", "model capacity"),
    Question("What if the store is down?"),
    Break(),
    Heading("Numbers", level=3),
    Paragraph("A second part of that name; [nowhere](#nothing) leads nowhere."),
    Folded("The working", ("**a** = b * c = *6 ms*", "`d` = [numbers](#count)")),
    Lines(3),
)


@cache
def every_block() -> Paper:
    """Return a paper that has every block, every mark and every kind of callout."""
    assert {type(block) for block in BLOCKS} == set(get_args(Block))
    return Paper(
        "Films to watch",
        "A handout for *practice*",
        BLOCKS,
        drawn_views(design_of(SMALL)),
        "films",
        has_contents=True,
    )


def paper_of(*blocks: Block) -> Paper:
    """Return a short paper."""
    return Paper("Title", "Subtitle", blocks)


def hostile_paper(text: str) -> Paper:
    """Return a paper that says `text` wherever it can say something."""
    drawings = {
        name: replace(drawing, title=text, description=text)
        for name, drawing in every_block().drawings.items()
    }
    return Paper(text, text, tuple(hostile_blocks(text)), drawings, has_contents=True)


def hostile_blocks(text: str) -> Iterable[Block]:
    """Give every block, with `text` for all of its texts."""
    yield Heading(text, about=text)
    yield Paragraph(text)
    yield from (Items((text, text), mark) for mark in ("dot", "number", "box"))
    yield Table((text, text), ((text, text),))
    yield Picture("overview", text)
    yield Working(((text, text, text),))
    yield from (Callout(text, text, kind, text) for kind in ("concept", "trap", "note"))
    yield Choice(text, text, text, text, text)
    yield Question(text, text, text, text)
    yield Strip(((5, text), (10, text)))
