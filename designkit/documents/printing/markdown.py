"""The blocks of a paper as Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from urllib.parse import quote

from designkit.documents.outlines import Arranged
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
    Text,
    Working,
)
from designkit.documents.printing.inline import words
from designkit.documents.printing.looks import CALLOUTS, CHOSEN, REJECTED, REVISIT, ROOM
from designkit.documents.printing.outline import Outline, outline
from designkit.documents.printing.pictures import picture_title
from designkit.text.escape import (
    attribute,
    inline_markdown,
    markdown,
    markdown_link,
    table_cell,
    xml,
)

WIDEST = 40
"""Columns up to this width are padded, so that they line up as plain text."""

BLANK = "_" * 72
MARKS = {"dot": "- ", "box": "- [ ] "}
LINK = re.compile(
    r"\\.|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|\[(?P<label>[^\[\]]*)\]\((?P<link>#[^()\s]*)\)"
)
"""A link into the page, after what only looks like one: escapes and code."""


def markdown_page(arranged: Arranged) -> str:
    """Write all of a paper."""
    page = _Page(arranged.paper, outline(arranged.paper, "md"))
    return "\n\n".join(part for part in page.parts(arranged) if part) + "\n"


def markdown_blocks(paper: Paper) -> str:
    """Write the blocks of a paper, with nothing around them."""
    page = _Page(paper, outline(paper, "md"))
    return _joined(*map(page.block, page.outline.blocks))


def picture_file(paper: Paper, view: str) -> str:
    """Return the name of the file with the picture of `view`."""
    return paper.files.get(view, f"{paper.stem}-{view}.svg")


@dataclass(frozen=True)
class _Page:
    """A paper and its outline; what its methods return is safe Markdown."""

    paper: Paper
    outline: Outline

    def parts(self, arranged: Arranged) -> Iterator[str]:
        blocks = iter(self.outline.blocks)
        for piece, count in arranged.shares():
            match piece.slot:
                case "title":
                    yield f"# {self.heading(self.paper.title)}"
                case "subtitle":
                    yield self.line(self.paper.subtitle)
                case "contents":
                    yield "\n".join(self.contents())
                case "summary_of_contents":
                    yield " · ".join(self.links(2))
                case "section" | "body":
                    yield from map(self.block, islice(blocks, count))
                case _:
                    yield piece.text.strip()

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return f"{'#' * block.level} {self.heading(block.text)}"
            case Paragraph():
                return self.line(block.text)
            case Items():
                return "\n".join(self.items(block))
            case Table():
                return self.table(block.headings, block.rows)
            case Picture():
                return self.picture(block)
            case Working():
                return self.working(block)
            case Callout():
                return self.callout(block)
            case Choice():
                return self.choice(block)
            case Question():
                return self.question(block)
            case Strip():
                return self.strip(block)
            case Lines():
                return _room(block.count)
            case Folded():
                return self.folded(block)
            case Break():
                return "---"

    def line(self, text: Text) -> str:
        return LINK.sub(self.linked, inline_markdown(text))

    def cell(self, text: Text) -> str:
        return LINK.sub(self.linked, table_cell(text))

    def linked(self, match: re.Match[str]) -> str:
        """Lead a link to its heading; leave the label alone where there is none."""
        if match["link"] is None:
            return match[0]
        target = self.outline.target(match["link"])
        return f"[{match['label']}]({target})" if target else match["label"]

    def heading(self, text: Text) -> str:
        """Write a heading; number signs at its end would be part of the mark."""
        return re.sub(r"(?=#+$)", r"\\", self.line(text), count=1)

    def contents(self) -> Iterator[str]:
        for heading in self.outline.headings if self.paper.has_contents else ():
            yield f"{'  ' * (heading.level - 2)}- {_link(heading)}"

    def links(self, deepest: int) -> Iterator[str]:
        headings = self.outline.headings
        return (_link(heading) for heading in headings if heading.level <= deepest)

    def items(self, block: Items) -> Iterator[str]:
        for number, item in enumerate(block.items, 1):
            mark = MARKS.get(block.mark, f"{number}. ")
            yield f"{mark}{self.line(item)}".rstrip()

    def table(self, headings: Iterable[Text], rows: Iterable[Sequence[Text]]) -> str:
        cells = [[self.cell(text) for text in row] for row in (headings, *rows)]
        return _table(cells)

    def picture(self, block: Picture) -> str:
        title = picture_title(self.paper, block)
        file = quote(picture_file(self.paper, block.view))
        dark = quote(self.paper.dark_files.get(block.view, ""))
        shown = _two(title, file, dark) if dark else f"![{markdown(title)}]({file})"
        return _joined(shown, self.line(block.caption))

    def working(self, block: Working) -> str:
        rows = [
            [self.cell(what), self.cell(how), _strong(result)]
            for what, how, result in block.rows
        ]
        return _table([["What", "Working", "Result"], *rows])

    def folded(self, block: Folded) -> str:
        items = "\n".join(f"- {self.line(item)}".rstrip() for item in block.items)
        head = f"<details>\n<summary>{xml(words(block.title))}</summary>"
        return f"{head}\n\n{items}\n\n</details>"

    def callout(self, block: Callout) -> str:
        name = CALLOUTS[block.kind]
        inside = _joined(
            f"**{name}:** {self.line(block.title)}",
            self.line(block.text),
            self.line(block.more),
        )
        return "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))

    def choice(self, block: Choice) -> str:
        revisit = self.line(block.revisit)
        return _joined(
            f"**Trade-off:** {self.line(block.title)}",
            self.table((CHOSEN, REJECTED), [(block.chosen, block.rejected)]),
            f"**Because:** {self.line(block.because)}",
            f"**{REVISIT}:** {revisit}" if revisit else "",
        )

    def question(self, block: Question) -> str:
        about = (block.level, block.about)
        tags = ", ".join(markdown(words(tag)) for tag in about if tag)
        asked = f"**Question{f' ({tags})' if tags else ''}:** {self.line(block.text)}"
        answer = self.line(block.answer)
        return _joined(asked, f"**Answer:** {answer}" if answer else _room(ROOM))

    def strip(self, block: Strip) -> str:
        ends = accumulate(minutes for minutes, _ in block.parts)
        rows = [
            [str(end - minutes), str(end), self.cell(text)]
            for end, (minutes, text) in zip(ends, block.parts, strict=True)
        ]
        return _table([["Minute", "To", "For"], *rows])


def _two(title: str, file: str, dark: str) -> str:
    """Show a picture, and another where the page is dark; GitHub knows its own."""
    source = f'<source media="(prefers-color-scheme: dark)" srcset="{dark}">'
    image = f'<img alt="{attribute(title)}" src="{file}">'
    return f"<picture>\n{source}\n{image}\n</picture>"


def _link(heading: Heading) -> str:
    return markdown_link(markdown(words(heading.text)), f"#{heading.about}")


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _strong(text: Text) -> str:
    """Set all of `text` in bold, whatever is set in it."""
    shown = markdown(words(text))
    return f"**{shown}**" if shown else ""


def _aligned(columns: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Pad the columns up to the first that is too wide; past it nothing lines up."""
    done, fits = list[tuple[str, ...]](), True
    for column in columns:
        width = max(len(cell) for cell in column)
        fits = fits and width <= WIDEST
        done.append(tuple(c.ljust(width) for c in column) if fits else column)
    return done


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Write safe cells as a table, the first row as its head."""
    if not rows[0]:
        return ""
    columns = _aligned([tuple(column) for column in zip(*rows, strict=True)])
    rules = tuple("-" * max(3, len(column[0])) for column in columns)
    head, *rest = zip(*columns, strict=True)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rules, *rest))


def _room(count: int) -> str:
    """Draw lines to write on; outside a block of code they would be something else."""
    lines = "\n\n".join([BLANK] * count)
    return f"```text\n{lines}\n```" if lines else ""
