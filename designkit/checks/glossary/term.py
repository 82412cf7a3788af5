"""What a term is: a word of a design, what sort of word, and what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning in a sentence, and facts, each with its name.

    `sort` says what it is: a kind, a stage, a data type, a key, a unit or a figure.
    `url` is where its page lies, if it has one; `example` is a piece of a design.
    """

    name: str
    sort: str
    meaning: str
    facts: tuple[tuple[str, str], ...] = ()
    url: str = ""
    example: str = ""


def fact(name: str, text: str) -> tuple[tuple[str, str], ...]:
    """Return a fact to be told, or none where there is nothing to tell."""
    return ((name, text),) if text else ()
