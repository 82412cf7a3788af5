"""What a marker asks for: a kind, a design, what of it, and options by their keys."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from designkit.errors import MarkerError
from designkit.text.choices import unknown

OPTION = re.compile(r"([a-z][a-z-]*)=(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class MarkerRequest:
    """The words of a marker: ``table`` of ``fraud.yaml``, ``flows``, by `options`."""

    kind: str
    design: str
    words: tuple[str, ...]
    options: Mapping[str, str]

    def word(self, place: int, usual: str = "") -> str:
        """Return the word at `place` behind the design, else the `usual` one."""
        return self.words[place] if place < len(self.words) else usual

    def require(self, usage: str, least: int, most: int) -> None:
        """Refuse too few words and too many.

        Raises:
            MarkerError: there are.
        """
        if not least <= len(self.words) <= most:
            raise MarkerError(f"a marker of this kind is written: {usage}")

    def require_options(self, known: Iterable[str]) -> None:
        """Refuse options that are not `known`.

        Raises:
            NotFoundError: there is one.
        """
        names = tuple(known)
        for name in self.options:
            if name not in names:
                raise unknown("option of this marker", name, names)


def read_request(said: Iterable[str], kinds: Iterable[str]) -> MarkerRequest:
    """Read the words of a marker; its kind is one of `kinds`.

    Raises:
        NotFoundError: no kind is called that.
        MarkerError: it names no design, or says an option twice.
    """
    words = tuple(said)
    names = tuple(kinds)
    kind = words[0] if words else ""
    if kind not in names:
        raise unknown("kind of marker", kind, names)
    if len(words) < 2:
        raise MarkerError(f"it names no design; as in: {kind} designs/fraud.yaml")
    found = [OPTION.fullmatch(word) for word in words[2:]]
    pairs = [(it[1], it[2]) for it in found if it]
    if len(dict(pairs)) < len(pairs):
        raise MarkerError("an option is said twice; take one away")
    rest = tuple(w for w, it in zip(words[2:], found, strict=True) if not it)
    return MarkerRequest(kind, words[1], rest, dict(pairs))
