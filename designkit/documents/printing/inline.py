"""Inline Markdown as runs of text, for formats that are not Markdown themselves.

A text is made safe as Markdown first, and read then, so that every format shows the
same: emphasis, code and safe links as such, and all else as it stands.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from designkit.text.escape import TARGET, inline_markdown

if TYPE_CHECKING:  # most texts have no markup, and need no parser
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MARKS = frozenset("\\`*_[]")
"""Without any of these, inline Markdown is the text that it says."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Some text, how it is set, and where it leads."""

    text: str
    strong: bool = False
    emph: bool = False
    code: bool = False
    link: str = ""


def runs(text: str) -> tuple[TextRun, ...]:
    """Read one line of inline Markdown."""
    safe = inline_markdown(text)
    if MARKS.isdisjoint(safe):
        return (TextRun(safe),) if safe else ()
    tokens = _parser().parseInline(safe)[0].children or ()
    return tuple(run for run in _runs(tokens) if run.text)


def words(text: str) -> str:
    """Return what a reader of inline Markdown sees, without how it is set."""
    return "".join(run.text for run in runs(text))


def html(text: str, target: Callable[[str], str]) -> Markup:
    """Write inline Markdown as HTML; a link without a `target` is its text alone."""
    parts = groupby(runs(text), key=lambda run: target(run.link))
    return Markup("").join(_linked(link, group) for link, group in parts)


def _runs(tokens: "Iterable[Token]") -> Iterator[TextRun]:
    look = TextRun("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                look = replace(look, strong=token.nesting > 0)
            case "em_open" | "em_close":
                look = replace(look, emph=token.nesting > 0)
            case "link_open":
                look = replace(look, link=_allowed(str(token.attrs["href"])))
            case "link_close":
                look = replace(look, link="")
            case _:
                code = token.type == "code_inline"
                yield replace(look, text=token.content, code=code)


def _allowed(target: str) -> str:
    return target if TARGET.match(target) else ""


@cache
def _parser() -> "MarkdownIt":
    """Return a parser that knows emphasis, code and links, and nothing else."""
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["escape", "backticks", "emphasis", "link"])


def _linked(link: str, group: Iterable[TextRun]) -> Markup:
    inside = Markup("").join(map(_marked, group))
    return Markup('<a href="{}">{}</a>').format(link, inside) if link else inside


def _marked(run: TextRun) -> Markup:
    marked = escape(run.text)
    for tag, is_set in (("code", run.code), ("em", run.emph), ("strong", run.strong)):
        if is_set:
            marked = Markup(f"<{tag}>{{}}</{tag}>").format(marked)
    return marked
