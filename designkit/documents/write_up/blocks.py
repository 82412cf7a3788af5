"""What sections are made of: blocks, without those that have nothing to say."""

from collections.abc import Iterable, Iterator

from designkit.documents.paper import Block, Heading, Items, Paragraph, Table
from designkit.text.sentences import ended


def present(*blocks: Block | None) -> tuple[Block, ...]:
    """Return the blocks that there are."""
    return tuple(block for block in blocks if block)


def paragraph(text: str) -> Paragraph | None:
    """Return a paragraph of `text`; nothing for nothing."""
    return Paragraph(text) if text else None


def items(texts: Iterable[str]) -> Items | None:
    """Return a list of `texts`; nothing if there are none."""
    found = tuple(texts)
    return Items(found) if found else None


def steps(texts: Iterable[str]) -> Items | None:
    """Return a numbered list of `texts`; nothing if there are none."""
    found = tuple(texts)
    return Items(found, "number") if found else None


def facts(*pairs: tuple[str, str]) -> Items | None:
    """Return a list of those facts of which something is known."""
    return items(f"**{name}:** {text}" for name, text in pairs if text)


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Table | None:
    """Lay out `rows`; columns with nothing in them are left out.

    Returns nothing when there are no rows.
    """
    found = Table(tuple(headings), tuple(map(tuple, rows))).filled()
    return found if found.headings else None


def shown(value: object) -> str:
    """Write a value as it was stated; nothing for nothing."""
    return "" if value is None else str(value)


def listed(values: Iterable[object]) -> str:
    """Write several values, with commas between them."""
    return ", ".join(shown(value) for value in values)


def sentence(text: str | None) -> str:
    """Write `text` so that another sentence may follow."""
    return ended(shown(text))


def under(title: str, *blocks: Block | None) -> Iterator[Block]:
    """Give the blocks under a heading of their own; nothing if there are none."""
    found = present(*blocks)
    if found:
        yield Heading(title, 3)
        yield from found
