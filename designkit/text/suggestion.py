"""Did you mean: the nearest known word, and the list of all of them when short."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_LISTED = 8
LONGEST_WORD = 60
"""No id or key is longer; a longer word resembles none, and comparing takes time."""

MOST_COMPARED = 1_000
"""Among more names a word is not compared with each, since that takes time."""


def suggest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the help for an unknown `word`.

    It is the nearest word, or all words if they are few, or what to do `otherwise`.
    """
    names = sorted(set(known))
    near = nearest(word, names) or _begun(word, names)
    if near:
        return f"did you mean {near}?"
    if names and len(names) <= MOST_LISTED:
        return f"known here: {', '.join(names)}"
    return otherwise


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """Return the known word that `word` most resembles, empty if none does.

    `alike` says how much of the letters must agree, from 0 to 1.
    """
    known = tuple(known)
    if len(word) > LONGEST_WORD or len(known) > MOST_COMPARED:
        return ""
    spelt = {_plain(name): name for name in sorted(known, reverse=True)}
    found = get_close_matches(_plain(word), spelt, n=1, cutoff=alike)
    return spelt[found[0]] if found else ""


def _begun(word: str, names: list[str]) -> str:
    """Return the one name that goes on after `word`, as ``fraud-detection`` does."""
    longer = [name for name in names if word and name.startswith(f"{_plain(word)}-")]
    return longer[0] if len(longer) == 1 else ""


def _plain(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")
