"""Every technology that a component may run on, one module a family."""

from collections.abc import Iterator
from functools import cache, lru_cache

from designkit.catalog.kind import Technology
from designkit.catalog.technologies import (
    decisions,
    delivery,
    language,
    learning,
    lookups,
    processing,
    retrieval,
    serving,
    streams,
    tables,
    watching,
)
from designkit.catalog.technologies.homonyms import HOMONYMS

TECHNOLOGIES: tuple[Technology, ...] = (
    *streams.TECHNOLOGIES,
    *tables.TECHNOLOGIES,
    *lookups.TECHNOLOGIES,
    *processing.TECHNOLOGIES,
    *learning.TECHNOLOGIES,
    *retrieval.TECHNOLOGIES,
    *serving.TECHNOLOGIES,
    *decisions.TECHNOLOGIES,
    *watching.TECHNOLOGIES,
    *language.TECHNOLOGIES,
    *delivery.TECHNOLOGIES,
)


def technology(name: str) -> Technology | None:
    """Return the technology with this name or alias, whatever its capitals."""
    return _by_name().get(name.strip().lower())


@lru_cache(maxsize=1024)
def find_technology(text: str) -> Technology | None:
    """Return the technology that `text` mentions first, by its longest name.

    A design may say more than a name, as in ``Kafka to Iceberg`` or ``Faiss HNSW
    on GPU``; whole words count.
    """
    return technology(text) or next(_mentions(text), None)


@lru_cache(maxsize=1024)
def mentioned_technologies(text: str) -> tuple[Technology, ...]:
    """Return every technology that `text` mentions, each once, in the order of it."""
    return tuple(dict.fromkeys(_mentions(text)))


def _mentions(text: str) -> Iterator[Technology]:
    for start in _word_starts(text):
        for name in _by_first_letter().get(text[start].lower(), ()):
            if _is_named(name, text, start):
                yield _by_name()[name]


def _word_starts(text: str) -> Iterator[int]:
    return (
        place
        for place, letter in enumerate(text)
        if letter.isalnum() and not (place and text[place - 1].isalnum())
    )


def _is_named(name: str, text: str, start: int) -> bool:
    end = start + len(name)
    return (
        text[start:end].lower() == name
        and not text[end : end + 1].isalnum()
        and not (name in HOMONYMS and text[start].islower())
    )


@cache
def _by_name() -> dict[str, Technology]:
    """Return every name and alias, in small letters; a name wins over an alias."""
    aliases = {alias.lower(): item for item in TECHNOLOGIES for alias in item.aliases}
    return aliases | {item.name.lower(): item for item in TECHNOLOGIES}


@cache
def _by_first_letter() -> dict[str, tuple[str, ...]]:
    """Return the names that begin with each letter, the longest first."""
    longest_first = sorted(_by_name(), key=lambda name: (-len(name), name))
    return {
        letter: tuple(name for name in longest_first if name[0] == letter)
        for letter in {name[0] for name in longest_first}
    }
