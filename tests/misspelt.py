"""Designs in which one name is misspelt, each name in turn, and what is found in them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from designkit.checks.checker import check
from designkit.checks.rules import all_rules
from designkit.diagnostics import Diagnostic, Span
from designkit.source.flows import read_flows, read_steps
from designkit.source.loader import Loaded, load_text
from designkit.source.references import references
from designkit.source.report import DiagnosticLog
from designkit.text.lines import split_lines


@dataclass(frozen=True)
class Misspelt:
    """A design with one name in it that names nothing."""

    word: str
    line: int
    text: str


def misspelt(text: str, place: Path | None = None) -> Iterator[Misspelt]:
    """Give the design with each name in it misspelt in turn.

    What it includes lies in `place`.
    """
    names = dict.fromkeys(_names(_loaded(text, place)))
    for span in (it for it in names if not it.file):
        lines = list(split_lines(text))
        line = lines[span.line - 1]
        word = line[span.column - 1 : span.end_column - 1]
        rest = line[span.end_column - 1 :]
        lines[span.line - 1] = line[: span.column - 1] + _spoilt(word) + rest
        yield Misspelt(word, span.line, "\n".join(lines) + "\n")


def _names(loaded: Loaded) -> Iterator[Span]:
    """Give the place of every name: ends of flows and steps, kinds, and references."""
    assert loaded.root is not None
    assert loaded.design is not None
    report = DiagnosticLog(loaded.file, loaded.root)
    steps = [step for found in read_steps(report).values() for step in found]
    for flow in (*read_flows(report), *steps):
        yield from (flow.source.span, flow.target.span)
    for id in loaded.design.components:
        yield loaded.locate(("components", id, "kind"))
    for path, _, _ in references(loaded.design):
        yield loaded.locate(path)


def _spoilt(word: str) -> str:
    """Exchange two letters in the middle of a word."""
    half = len(word) // 2
    spoilt = word[:half] + word[half + 1 : half + 2] + word[half] + word[half + 2 :]
    return spoilt if spoilt != word else f"{word}x"


Found = Counter[tuple[str, str, str]]
"""Findings by what they say, with how often each is there."""


def found_in(text: str, place: Path | None = None) -> Found:
    """Return what is found in a design, but for what keeps it from being read."""
    return Counter(map(_said, (it for it in _checked(text, place) if not it.stops)))


def _said(found: Diagnostic) -> tuple[str, str, str]:
    return found.name, found.element, found.message


def _checked(text: str, place: Path | None) -> tuple[Diagnostic, ...]:
    return check(_loaded(text, place), all_rules()).diagnostics


def _loaded(text: str, place: Path | None) -> Loaded:
    return load_text(text, "design.yaml", place) if place else load_text(text)
