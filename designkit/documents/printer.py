"""What a printer is: it turns a paper into the bytes of one format."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from designkit.documents.paper import Paper
from designkit.files import Output


@dataclass(frozen=True, slots=True)
class Printer:
    """A format of papers; `print` gives all its files, the paper itself first."""

    name: str
    summary: str
    print: Callable[[Paper], tuple[Output, ...]]


def printer(name: str) -> Callable[[Callable[[Paper], tuple[Output, ...]]], Printer]:
    """Make a printer of a function; the first line of its docstring sums it up."""

    def make(function: Callable[[Paper], tuple[Output, ...]]) -> Printer:
        lines = inspect.cleandoc(function.__doc__ or "").splitlines()
        return Printer(name, lines[0] if lines else "", function)

    return make
