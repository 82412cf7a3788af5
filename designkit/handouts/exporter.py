"""What an exporter is: it turns a deck of cards into the bytes of one format."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from designkit.handouts.deck import Deck


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format of decks, named as its files end."""

    name: str
    summary: str
    export: Callable[[Deck], bytes]


def exporter(name: str) -> Callable[[Callable[[Deck], bytes]], Exporter]:
    """Make an exporter of a function; the first line of its docstring sums it up."""

    def make(function: Callable[[Deck], bytes]) -> Exporter:
        lines = inspect.cleandoc(function.__doc__ or "").splitlines()
        return Exporter(name, lines[0] if lines else "", function)

    return make
