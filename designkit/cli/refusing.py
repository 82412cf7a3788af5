"""Explains on stderr why a design does not load, where one is needed that does."""

import sys

import designkit as dk
from designkit.cli.console import has_colour, note, width


def refuse(loaded: dk.Loaded, result: str) -> None:
    """Print what is wrong with a design, and that the `result` is, say, "not drawn"."""
    colour, cells = has_colour(sys.stderr), width(sys.stderr)
    for line in dk.refusal(loaded, result, colour=colour, width=cells):
        note(line)
