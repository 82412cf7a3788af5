"""Explains why a design does not load, for commands that need one that does."""

from collections.abc import Iterator, Sequence

from designkit.diagnostics import Diagnostic
from designkit.source.excerpt import excerpt
from designkit.source.loader import Loaded
from designkit.text.cells import safe
from designkit.text.counts import counted_by_severity

MOST_SHOWN = 20
"""Findings of one design that are printed; a terminal holds no more."""


def refusal(loaded: Loaded, result: str, *, colour: bool, width: int) -> Iterator[str]:
    """Give what is wrong with a design, and that the `result` is, say, "not drawn"."""
    for found in loaded.diagnostics[:MOST_SHOWN]:
        yield excerpt(loaded.text, found, colour=colour, width=width) + "\n"
    yield from _rest(loaded.diagnostics)
    yield f"{safe(loaded.file)}: {result}, {counted_by_severity(loaded.diagnostics)}"


def _rest(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    if len(diagnostics) > MOST_SHOWN:
        yield f"and {len(diagnostics) - MOST_SHOWN} more"
