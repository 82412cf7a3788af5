"""Markers in a Markdown text: pairs of comments between which designkit writes."""

import re
import shlex
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from designkit.documents.embedding.stretches import Comment, comments, line_ends

OPENING = re.compile(r"\s*designkit:(.*)", re.DOTALL)
CLOSING = re.compile(r"\s*/designkit\s*")
PREFIX = re.compile(r"(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*")
BULLET = re.compile(r"[-+*]|\d{1,9}[.)]")
END = "<!-- /designkit -->"


class MarkerForm(StrEnum):
    """How two markers stand: on lines of their own, on one line alone, in a line."""

    BLOCK = "block"
    ALONE = "alone"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class MarkerPair:
    """Two markers, and the stretch of text from `start` to `end` between them.

    `said` is what the first one asks for. Where HTML `is_around`, Markdown is not read.
    Lines of a block begin with `prefix` and end with `newline`.
    """

    said: str
    words: tuple[str, ...]
    start: int
    end: int
    line: int
    column: int
    form: MarkerForm
    is_in_html: bool
    prefix: str
    newline: str


@dataclass(frozen=True, slots=True)
class MarkerProblem:
    """What is wrong with a marker, where it is, and what helps."""

    line: int
    column: int
    message: str
    help: str = ""

    def shown(self, file: str) -> str:
        """Write it in one line: ``README.md:3:1: …; …``."""
        said = "; ".join(filter(None, (self.message, self.help)))
        return f"{file}:{self.line}:{self.column}: {said}"


def markers(text: str) -> Iterator[MarkerPair | MarkerProblem]:
    """Give the markers of `text`, pair by pair, and those that are no pair."""
    if "designkit" not in text:
        return
    lines = _Lines(text, line_ends(text))
    opened: Comment | None = None
    for comment in comments(text):
        if OPENING.fullmatch(comment.said):
            if opened:
                yield _unended(lines, opened)
            opened = comment
        elif CLOSING.fullmatch(comment.said):
            yield _pair(lines, opened, comment) if opened else _stray(lines, comment)
            opened = None
    if opened:
        yield _unended(lines, opened)


@dataclass(frozen=True, slots=True)
class _Lines:
    """A text, and where each of its lines ends."""

    text: str
    ends: tuple[int, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of `offset`, from 1."""
        line = bisect_right(self.ends, offset)
        return line + 1, offset - self.begin(line) + 1

    def begin(self, line: int) -> int:
        return self.ends[line - 1] if line else 0

    def before(self, offset: int) -> str:
        """Return what stands before `offset` in its line."""
        return self.text[self.begin(self.place(offset)[0] - 1) : offset]

    def after(self, offset: int) -> str:
        """Return what follows `offset` in its line, with its break."""
        line = min(bisect_right(self.ends, offset), len(self.ends) - 1)
        return self.text[offset : max(offset, self.ends[line])]

    def newline(self, offset: int) -> str:
        """Return how the line of `offset` ends, or the first, else as Unix has it."""
        first = self.text[: self.ends[0]]
        for line in (self.after(offset), first):
            if found := line[len(line.rstrip("\r\n")) :]:
                return found
        return "\n"


def _pair(
    lines: _Lines, opened: Comment, closed: Comment
) -> MarkerPair | MarkerProblem:
    said = " ".join(OPENING.fullmatch(opened.said)[1].split())  # type: ignore[index]
    form = _form(lines, opened, closed)
    if form is None:
        return _problem(
            lines,
            opened,
            "this marker and its end stand neither in one line nor alone in theirs",
            "put both into one line, or each on a line of its own",
        )
    try:
        words = tuple(_split(said))
    except ValueError:
        return _problem(
            lines, opened, "a quotation mark has no mate", 'write alt="two words"'
        )
    return MarkerPair(
        said,
        words,
        opened.end,
        closed.start,
        *lines.place(opened.start),
        form,
        opened.is_in_html,
        BULLET.sub(lambda it: " " * len(it[0]), lines.before(opened.start)),
        lines.newline(opened.end),
    )


def _split(said: str) -> list[str]:
    """Split words at spaces; quotation marks keep them, and nothing escapes."""
    reader = shlex.shlex(said, posix=True, punctuation_chars=False)
    reader.whitespace_split, reader.escape, reader.commenters = True, "", ""
    reader.quotes = '"'
    return list(reader)


def _form(lines: _Lines, opened: Comment, closed: Comment) -> MarkerForm | None:
    """Say how a pair stands; nothing where lines would be torn."""
    begins = bool(PREFIX.fullmatch(lines.before(opened.start)))
    ends = not lines.after(closed.end).strip()
    if lines.place(opened.start)[0] == lines.place(closed.start)[0]:
        return MarkerForm.ALONE if begins and ends else MarkerForm.INLINE
    begins = begins and not lines.after(opened.end).strip()
    ends = ends and bool(PREFIX.fullmatch(lines.before(closed.start)))
    return MarkerForm.BLOCK if begins and ends else None


def _unended(lines: _Lines, opened: Comment) -> MarkerProblem:
    message = "this marker has no end before the next, or none at all"
    return _problem(lines, opened, message, f"end it with {END}, outside of any code")


def _stray(lines: _Lines, closed: Comment) -> MarkerProblem:
    message = "this marker ends nothing that has begun"
    return _problem(lines, closed, message, "take it away, or begin one before it")


def _problem(lines: _Lines, comment: Comment, message: str, help: str) -> MarkerProblem:
    return MarkerProblem(*lines.place(comment.start), message, help)
