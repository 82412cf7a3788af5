"""Fills the markers of pages, or tells what is stale or cannot be filled."""

import designkit as dk
from designkit.cli.console import note, say
from designkit.text.cells import safe
from designkit.text.counts import counted
from designkit.text.lines import split_lines

MOST_LINES = 40
"""Lines of a change that are printed; a long table has more."""


def tell_problems(found: dk.EmbeddedPages) -> int:
    """Name every marker that cannot be filled, and return the exit code."""
    for problem in found.problems:
        note(safe(problem))
    note(f"{counted(len(found.problems), 'problem')}, nothing written")
    return 2


def tell_stale(found: dk.EmbeddedPages) -> int:
    """Show every part that is stale, and return the exit code."""
    for part in found.stale:
        lines = split_lines(part.told)
        for line in lines[:MOST_LINES]:
            say(safe(line))
        if len(lines) > MOST_LINES:
            say(f"  and {len(lines) - MOST_LINES} more")
    note(_summary(found, "stale"))
    return 1 if found.stale else 0


def fill(found: dk.EmbeddedPages) -> int:
    """Write the pages and their pictures, list what changes, return the exit code."""
    summary = _summary(found, "written")
    for path in dk.write_together(found.files):
        say(safe(dk.shown_path(path)))
    note(summary)
    return 0


def _summary(found: dk.EmbeddedPages, what: str) -> str:
    parts = sum(len(page.parts) for page in found.pages)
    where = counted(len(found.pages), "page")
    return f"{counted(parts, 'part')} in {where}, {len(found.stale)} {what}"
