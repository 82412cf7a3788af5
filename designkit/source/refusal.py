"""What is said where a design is needed that loads, and this one does not."""

from collections.abc import Iterator, Sequence

from designkit.diagnostics import Diagnostic
from designkit.errors import LoadError
from designkit.model.design import Design
from designkit.source.excerpt import excerpt
from designkit.source.loader import Loaded
from designkit.text.cells import safe
from designkit.text.counts import counted_by_severity
from designkit.text.lines import split_lines

MOST_SHOWN = 20
"""Findings of one design that are printed; a terminal holds no more."""


def require_design(loaded: Loaded) -> Design:
    """Return the design of a file that loads.

    Raises:
        LoadError: it does not load; the message has the place of the first error.
    """
    if loaded.design is None:
        raise LoadError(_said_in_short(loaded))
    return loaded.design


def refusal(loaded: Loaded, result: str, *, colour: bool, width: int) -> Iterator[str]:
    """Give why a design does not load, and that the `result` is, say, "not drawn"."""
    texts, stopping = loaded.texts, _stopping(loaded)
    lines = {file: split_lines(text) for file, text in texts.items()}
    for found in stopping[:MOST_SHOWN]:
        here = lines[found.file]
        yield excerpt(here, found, colour=colour, width=width, others=texts) + "\n"
    yield from _rest(stopping)
    yield f"{safe(loaded.file)}: {result}, {counted_by_severity(stopping)}"


def _stopping(loaded: Loaded) -> tuple[Diagnostic, ...]:
    return tuple(found for found in loaded.diagnostics if found.stops)


def _rest(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    if len(diagnostics) > MOST_SHOWN:
        yield f"and {len(diagnostics) - MOST_SHOWN} more"


def _said_in_short(loaded: Loaded) -> str:
    found = _stopping(loaded)
    first, place = found[0], f"{found[0].file}:{found[0].span.line}"
    return (
        f"{loaded.file} does not load, {counted_by_severity(found)}; "
        f"the first: {place}:{first.span.column}: {first.message}"
    )
