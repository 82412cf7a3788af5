"""What is said of Python that has no translation: the place, and what stands there."""

import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class UntranslatableError(Exception):
    """Python outside of what can be translated, with its file and line."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        """Write it as tools do: ``file:line: what``."""
        return f"{self.file}:{self.line}: {self.what}"


def shortened(node: ast.AST) -> str:
    """Return the Python text of `node` in one line, cut where it is long."""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
