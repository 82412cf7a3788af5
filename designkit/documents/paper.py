"""A paper: what is printed for a reader, block by block, before it has a format.

Every text in a block is inline Markdown as an author writes it, and as untrusted as a
design is; a printer turns it into what its format has, or shows it as it stands.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import compress
from pathlib import Path
from typing import Literal

from designkit.pictures.drawing import Drawing

Text = str
"""One line of inline Markdown: emphasis, code, links."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the paper. `about` is its target of links."""

    text: Text
    level: int = 2
    about: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences."""

    text: Text


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `mark` says how its items begin: a dot, a number, or a box to tick."""

    items: tuple[Text, ...]
    mark: Literal["dot", "number", "box"] = "dot"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, as many in each as there are headings.

    `widths` are the shares of the page that the columns should get, if it matters.
    """

    headings: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...] = ()

    def filled(self) -> "Table":
        """Return the table without the columns in which no row has anything."""
        kept = [any(column) for column in zip(*self.rows, strict=True)]
        return Table(
            tuple(compress(self.headings, kept)),
            tuple(tuple(compress(row, kept)) for row in self.rows),
            tuple(compress(self.widths, kept)),
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of the paper, by the name of its view; `alt` stands in for it.

    It stays in the text if it is `upright`, small as its words may get there.
    """

    view: str
    caption: Text = ""
    alt: Text = ""
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Working:
    """Numbers line by line: what, the working, and the result."""

    rows: tuple[tuple[Text, Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A box beside the text: a concept where it bites, or a trap."""

    title: Text
    text: Text
    kind: Literal["concept", "trap", "note"] = "note"
    more: Text = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A trade-off in two columns: what was chosen and what was not, and why."""

    title: Text
    chosen: Text
    rejected: Text
    because: Text
    revisit: Text = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer; no answer leaves room to write one."""

    text: Text
    answer: Text = ""
    level: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of time: minutes, and what they are for."""

    parts: tuple[tuple[int, Text], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on."""

    count: int


@dataclass(frozen=True, slots=True)
class Folded:
    """Items that a reader may skip, under a few words that say what they are."""

    title: Text
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a page."""


Block = (
    Heading
    | Paragraph
    | Items
    | Table
    | Picture
    | Working
    | Callout
    | Choice
    | Question
    | Strip
    | Lines
    | Folded
    | Break
)

HANDOUT = "handout"
"""The outline of papers that are printed as they are."""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading, which an outline may show where it likes.

    `name` is what outlines call it, and what it is about as a target of links. Without
    a title it has no heading.
    """

    name: str
    title: Text
    blocks: tuple[Block, ...]

    def told(self) -> tuple[Block, ...]:
        """Return the heading, if there is one, and the blocks."""
        head = (Heading(self.title, 2, self.name),) if self.title else ()
        return (*head, *self.blocks)


@dataclass(frozen=True)
class Paper:
    """A title, blocks, and the placed drawings that the blocks show.

    The `sections` come where the `outline`, a template, has them, and are blocks then.
    `files` are pictures that lie beside the paper already, by view, and `dark_files`
    those to show in their place on a dark page. `companions` are
    other papers by the name that links use: ``#reference`` leads to its file, and with
    a ``#`` in it to a heading there.
    `templates` is where a project has outlines of its own.
    """

    title: Text
    subtitle: Text
    blocks: tuple[Block, ...]
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    stem: str = "handout"
    has_contents: bool = False
    sections: tuple[Section, ...] = ()
    outline: str = HANDOUT
    files: Mapping[str, str] = field(default_factory=dict)
    dark_files: Mapping[str, str] = field(default_factory=dict)
    companions: Mapping[str, str] = field(default_factory=dict)
    templates: Path | None = None

    @property
    def headings(self) -> Iterator[Heading]:
        """The headings, in the order of reading."""
        return (block for block in self.blocks if isinstance(block, Heading))

    def lowered(self) -> "Paper":
        """Return the paper as a chapter of a book: its title is a heading as well."""
        blocks = tuple(
            replace(block, level=block.level + 1)
            if isinstance(block, Heading)
            else block
            for block in self.blocks
        )
        return replace(self, blocks=(Heading(self.title, 2), *blocks))


def with_texts(block: Block, change: Callable[[Text], Text]) -> Block:
    """Return `block` with every text of it changed."""
    match block:
        case Heading(text, level, about):
            return Heading(change(text), level, about)
        case Paragraph(text):
            return Paragraph(change(text))
        case Items(items, mark):
            return Items(tuple(map(change, items)), mark)
        case Table(headings, rows, widths):
            cells = tuple(tuple(map(change, row)) for row in rows)
            return Table(tuple(map(change, headings)), cells, widths)
        case Picture(view, caption, alt, upright):
            return Picture(view, change(caption), change(alt), upright)
        case Folded(title, items):
            return Folded(change(title), tuple(map(change, items)))
        case Working(rows):
            return Working(tuple((change(a), change(b), change(c)) for a, b, c in rows))
        case Callout(title, text, kind, more):
            return Callout(change(title), change(text), kind, change(more))
        case Choice():
            return _choice(block, change)
        case Question(text, answer, level, about):
            return Question(change(text), change(answer), level, change(about))
        case Strip(parts):
            return Strip(tuple((minutes, change(text)) for minutes, text in parts))
        case Lines() | Break():
            return block


def _choice(block: Choice, change: Callable[[Text], Text]) -> Choice:
    return Choice(
        change(block.title),
        change(block.chosen),
        change(block.rejected),
        change(block.because),
        change(block.revisit),
    )
