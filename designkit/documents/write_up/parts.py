"""What sections are made of: tables, facts, pictures; every text in them is safe."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from designkit.text.escape import inline_markdown, table_cell
from designkit.text.sentences import ended

WIDEST = 40
"""Columns up to this width are padded, so that they line up as plain text."""


@dataclass(frozen=True)
class Section:
    """A heading of the write-up and what its partial template is filled with."""

    title: str
    partial: str
    body: object

    @property
    def anchor(self) -> str:
        """The name that the heading gets as the target of a link."""
        return anchor(self.title)


@dataclass(frozen=True)
class Table:
    """Rows of cells, as many in each as there are headings."""

    headings: tuple[str, ...]
    rule: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Fact:
    """A few words, and what is true of them."""

    name: str
    text: str


@dataclass(frozen=True)
class Picture:
    """A picture to embed, with the words that stand in for it."""

    file: str
    alt: str


def anchor(title: str) -> str:
    """Return the anchor of a heading: small letters, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Table | None:
    """Lay out `rows` of safe cells; columns with nothing in them are left out.

    Returns nothing when there are no rows.
    """
    columns = list(zip(*rows, strict=True))
    named = [(h, c) for h, c in zip(headings, columns, strict=False) if any(c)]
    if not named:
        return None
    columns = aligned([(heading, *column) for heading, column in named])
    return Table(
        headings=tuple(column[0] for column in columns),
        rule=tuple("-" * max(3, len(column[0])) for column in columns),
        rows=tuple(zip(*(column[1:] for column in columns), strict=True)),
    )


def aligned(columns: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Pad the columns up to the first that is too wide; past it nothing lines up."""
    done, fits = list[tuple[str, ...]](), True
    for column in columns:
        width = max(len(cell) for cell in column)
        fits = fits and width <= WIDEST
        done.append(tuple(c.ljust(width) for c in column) if fits else column)
    return done


def cell(text: object) -> str:
    """Write `text` for a cell of a table; nothing for nothing."""
    return "" if text is None else table_cell(str(text))


def cells(texts: Iterable[object]) -> str:
    """Write several texts for one cell, with commas between them."""
    return ", ".join(cell(text) for text in texts)


def line(text: object) -> str:
    """Write `text` for a paragraph or an item of a list; nothing for nothing."""
    return "" if text is None else inline_markdown(str(text))


def lines(texts: Iterable[object]) -> tuple[str, ...]:
    """Write each text for an item of a list."""
    return tuple(line(text) for text in texts)


def sentence(text: str | None) -> str:
    """Write `text` so that another sentence may follow."""
    return ended(line(text))


def facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    """Keep the facts of which something is known."""
    return tuple(Fact(name, text) for name, text in pairs if text)
