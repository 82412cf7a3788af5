"""Markdown of a design as HTML: emphasis, code, tables and safe links, and no more."""

from functools import cache
from typing import TYPE_CHECKING

from designkit.text.escape import plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

SAFE = ("http://", "https://", "mailto:", "#")
"""Where a link may lead."""


def to_html(text: str) -> str:
    """Return the paragraphs, lists and tables of `text` as HTML.

    HTML in it is shown and not obeyed; images and other links stay texts.
    """
    return str(_parser().render(plain(text))).strip()


def to_inline_html(text: str) -> str:
    """Return one line of `text` as HTML, without a block around it."""
    return str(_parser().renderInline(plain(" ".join(text.split()))))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(["image", "html_block", "html_inline", "autolink"])
    parser.validateLink = _is_safe  # type: ignore[method-assign]
    return parser


def _is_safe(url: str) -> bool:
    return url.strip().lower().startswith(SAFE)
