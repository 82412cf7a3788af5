"""Reads YAML into a tree in which every key and value knows its place."""

from dataclasses import dataclass
from itertools import islice

from designkit.diagnostics import Span
from designkit.source.characters import unseen_characters
from designkit.source.composer import FASTEST, EventParser, compose
from designkit.source.node import YamlNode
from designkit.source.syntax_code import SyntaxCode
from designkit.source.syntax_problem import SyntaxProblem
from designkit.text.lines import BYTE_ORDER_MARK

__all__ = ["ReadResult", "SyntaxCode", "SyntaxProblem", "read"]

MOST_CHARACTERS = 1_000_000
MOST_UNSEEN = 100  # lines with unseen characters that are reported


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a text holds, and what is wrong with it, in the order of the text.

    There is no root where the text could not be read to its end.
    """

    root: YamlNode | None
    problems: tuple[SyntaxProblem, ...] = ()


def read(text: str, *, parser: EventParser = FASTEST) -> ReadResult:
    """Read one YAML document; whatever is wrong with it becomes a problem."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    if len(text) > MOST_CHARACTERS:
        message = f"the file holds more than {MOST_CHARACTERS:,} characters"
        return ReadResult(
            None, (SyntaxProblem(SyntaxCode.TOO_LARGE, message, Span(1, 1, 1, 1)),)
        )
    if unseen := tuple(islice(unseen_characters(text), MOST_UNSEEN)):
        return ReadResult(None, unseen)
    root, problems = compose(text, parser)
    return ReadResult(root, tuple(sorted(problems, key=lambda problem: problem.span)))
