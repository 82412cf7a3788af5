"""Which rules count: chosen by code, by the start of a code, or by name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from designkit.text.choices import unknown_rule

START = re.compile(r"[A-Z]{2,8}[0-9]{0,3}\Z")
"""A code or the start of one: all of its letters, ours or those of a plugin."""

Named = tuple[str, str]
"""Code and name of a rule, or of a fault that loading finds."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted (all when empty) and what is not."""

    wanted: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def picks(self, code: str, name: str) -> bool:
        """Whether the rule with this code and name counts."""
        is_wanted = not self.wanted or self.names(code, name)
        return is_wanted and not self.drops(code, name)

    def names(self, code: str, name: str) -> bool:
        """Whether it is among what is wanted."""
        return any(_names(word, code, name) for word in self.wanted)

    def drops(self, code: str, name: str) -> bool:
        """Whether it is among what is not."""
        return any(_names(word, code, name) for word in self.dropped)


def make_selection(
    select: Iterable[str], ignore: Iterable[str], known: Sequence[Named]
) -> Selection:
    """Make a selection of words, each of which may hold several by commas.

    Raises:
        NotFoundError: a word names nothing that is `known`.
    """
    selection = Selection(_words(select), _words(ignore))
    for word in (*selection.wanted, *selection.dropped):
        if not any(_names(word, *named) for named in known):
            raise unknown_rule(word, (part for named in known for part in named))
    return selection


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(w for word in words for part in word.split(",") if (w := part.strip()))


def _names(word: str, code: str, name: str) -> bool:
    """Whether `word` is the name of a rule, its code, or the start of its code."""
    is_start = START.match(word.upper()) and code.startswith(word.upper())
    return word == name or bool(is_start)
