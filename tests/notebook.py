"""Runs the Python of a page as a notebook does: cell by cell, in one namespace."""

import ast
import contextlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (\w+\.py)\n")
"""How a cell begins that is a file and is not run."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A block of Python, and the text below it that it is said to print."""

    code: str
    shown: str

    @property
    def file(self) -> str:
        """The name of the file that the block is; most are none."""
        found = FILE.match(self.code)
        return found[1] if found else ""


def cells(page: Path) -> Iterator[Cell]:
    """Give the blocks of Python of a page, each with the text behind it."""
    blocks = [*FENCE.findall(page.read_text(encoding="utf-8")), ("", "")]
    for (language, code), (below, shown) in pairwise(blocks):
        if language == "python":
            yield Cell(code, shown if below == "text" else "")


def run(cell: Cell, names: dict[str, object]) -> tuple[str, object]:
    """Run a cell; return what it prints, and the value of its last line if it is one."""
    tree, value = ast.parse(cell.code), None
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(tree, "<cell>", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)
    return out.getvalue(), value
