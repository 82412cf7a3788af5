"""Did you mean: the nearest known word, and the list of all of them when short."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_LISTED = 8


def suggest(word: str, known: Iterable[str]) -> str:
    """Return the help for an unknown `word`: the nearest one, or all if they are few."""
    names = sorted(set(known))
    near = nearest(word, names)
    if near:
        return f"did you mean {near}?"
    if names and len(names) <= MOST_LISTED:
        return f"known here: {', '.join(names)}"
    return ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that `word` most resembles, empty if none does."""
    spelt = {_plain(name): name for name in sorted(known, reverse=True)}
    found = get_close_matches(_plain(word), spelt, n=1, cutoff=0.6)
    return spelt[found[0]] if found else ""


def _plain(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")
