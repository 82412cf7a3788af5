"""What a page says of its limits, and of the lines on which its numbers are stated."""

from collections.abc import Iterator, Mapping

from designkit.checks.explanation import explanations
from designkit.documents.page.subject import JsonValue
from designkit.estimates.graph.export import FigureGraph
from designkit.source.loader import Loaded
from designkit.text.escape import plain


def limit_names(graph: FigureGraph) -> dict[str, JsonValue]:
    """Return the names of the codes that a figure can lead to by crossing a limit."""
    codes = {str(limit["code"]) for limit in _entries(graph, "limits")}
    return {it.code: it.name for it in explanations() if it.code in codes}


def lines_of(loaded: Loaded, graph: FigureGraph) -> dict[str, JsonValue]:
    """Return the lines that state a number, by file and by their number."""
    texts = {file: text.splitlines() for file, text in loaded.texts.items()}
    found: dict[str, dict[str, JsonValue]] = {}
    numbers = graph.json["numbers"]
    assert isinstance(numbers, Mapping)  # by their paths
    for number in numbers.values():
        file, line = number.get("file", loaded.file), number["line"]
        text = texts[file][line - 1] if line <= len(texts[file]) else ""
        found.setdefault(plain(file), {})[str(line)] = plain(text)
    return {file: dict(lines) for file, lines in found.items()}


def _entries(graph: FigureGraph, name: str) -> Iterator[Mapping[str, object]]:
    found = graph.json[name]
    assert isinstance(found, list)  # of objects
    yield from found
