"""From a place in a text to the paths of the values that are written there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from designkit.diagnostics import Span
from designkit.source.node import Path, YamlNode, span_of

MIXED = 2
"""Levels of a document at which entries of several files stand beside each other."""


def paths_to(root: YamlNode, places: Iterable[Span]) -> tuple[Path, ...]:
    """Return the paths of the smallest values at one of `places`.

    They are several where an alias brings a value to several places; without a value
    it is the whole document.
    """
    found = {path for place in places for path in _below(root, place, ())}
    longest = max(map(len, found), default=0)
    return tuple(sorted((it for it in found if len(it) == longest), key=str)) or ((),)


def _below(node: YamlNode, place: Span, path: Path) -> Iterator[Path]:
    inside = [
        deeper
        for step, child, reach in _children(node)
        if _has(reach, place)
        or _has(child.span, place)
        or (len(path) < MIXED and reach.file != place.file)
        for deeper in _below(child, place, (*path, step))
    ]
    if inside or not path or node.span.file == place.file:
        yield from inside or (path,)


def _children(node: YamlNode) -> Iterator[tuple[str | int, YamlNode, Span]]:
    """Give the entries and items below a node, an entry from its key to its end."""
    keys = node.key_stretches
    for key, child in node.entries.items():
        first, last = span_of(keys.get(key, child.written)), child.span
        line, column = last.end_line, last.end_column
        yield key, child, replace(first, end_line=line, end_column=column)
    for index, child in enumerate(node.items):
        yield index, child, child.span


def _has(reach: Span, place: Span) -> bool:
    if reach.file != place.file:
        return False
    start, end = (reach.line, reach.column), (reach.end_line, reach.end_column)
    return start <= (place.line, place.column) < end
