"""Slips of the fingers: words that differ by a letter or two from one that is known."""

from collections.abc import Iterable

LONG = 8
"""So many letters have room for two slips, fewer for one."""


def slips(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known words of which `word` may be a slip.

    Another digit is no slip, but another name: ``train-1`` is not ``train-2``.
    """
    most = 2 if len(word) >= LONG else 1
    near = (it for it in known if abs(len(it) - len(word)) <= most)
    return tuple(it for it in near if _is_slip(word, it, most))


def _is_slip(word: str, meant: str, most: int) -> bool:
    digits = [[it for it in text if it.isdigit()] for text in (word, meant)]
    return digits[0] == digits[1] and distance(word, meant) <= most


def distance(one: str, other: str) -> int:
    """Count the letters to add, drop, change or exchange to get from one to the other.

    Optimal string alignment, as in Boytsov 2011, Indexing methods for approximate
    dictionary searching, ACM JEA 16, section 2.
    """
    before, last = list[int](), list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            change = last[column - 1] + (letter != wanted)
            now.append(min(now[-1] + 1, last[column] + 1, change))
            turned = (letter, one[row - 2 : row - 1]) == (
                other[column - 2 : column - 1],
                wanted,
            )
            if row > 1 and column > 1 and turned:
                now[-1] = min(now[-1], before[column - 2] + 1)
        before, last = last, now
    return last[-1]
