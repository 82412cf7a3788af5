"""Markdown as a parser sees it, for tests that look at more than characters."""

from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token


@lru_cache(maxsize=4)
def tokens(text: str) -> tuple[Token, ...]:
    """Parse `text` as GitHub does: tables and strikethrough included."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return tuple(parser.parse(text))


def inline_tokens(text: str) -> Iterator[Token]:
    """Give everything that stands inside the blocks of `text`."""
    for token in tokens(text):
        yield from token.children or ()


def block_structure(text: str) -> tuple[str, ...]:
    """Return the types of the blocks of `text`, in order."""
    return tuple(token.type for token in tokens(text))


def shown(text: str) -> str:
    """Return the characters that a reader of `text` sees."""
    return "".join(
        token.content for token in inline_tokens(text) if token.type != "softbreak"
    )


def links(text: str) -> tuple[str, ...]:
    """Return where the links of `text` lead."""
    found = (t for t in inline_tokens(text) if t.type == "link_open")
    return tuple(str(token.attrs["href"]) for token in found)
