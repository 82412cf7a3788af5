"""``designkit explain``: why a rule exists, and what the words of a design mean."""

import sys
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit explain                      every rule, by stage
  designkit explain no-monitoring        by name
  designkit explain dk012                by code; those of loading as well
  designkit explain online-store         a kind, a stage or a data type
  designkit explain working-day          a key, wherever it stands
  designkit explain models.*.heads       a key at its place
  designkit explain ms                   a unit
  designkit explain latency.p99-budget   a figure of an estimate
  designkit explain --format markdown    a table for the wiki
"""


def command(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="WORD", help="A rule, kind, data type, key, unit or figure."
        ),
    ] = None,
    *,
    format: Annotated[
        str,
        typer.Option("-f", "--format", metavar="NAME", help="text, markdown or json."),
    ] = "text",
) -> None:
    """Tell why a rule exists, with examples and what to do, or what a word means.

    Findings carry a code and a name; either will do. Kinds, stages, data types, units
    and figures go by their names, keys by their names or by the way to them, with any
    id on it or none. Without a word every rule is listed, in the order in which a
    design is built. Rules of the plugins, kinds and data types that the project's
    settings name are told as well.
    """
    import designkit as dk
    from designkit.cli.console import has_colour, is_terminal, say, width

    settings = dk.find_settings()
    known = dk.all_explanations(settings)
    cells, bold = width(sys.stdout), has_colour(sys.stdout)
    if word is not None:
        told = dk.explain_word(
            word, known, format, cells=cells, bold=bold, words=settings.vocabulary
        )
        say(told)
        return
    room = cells if is_terminal(sys.stdout) else 0
    say(dk.tell_explanations(known, format, cells=room, bold=bold))
