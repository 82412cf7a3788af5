"""``designkit explain``: why a rule exists, and what to do about a finding."""

import sys
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit explain                      every rule, by stage
  designkit explain no-monitoring        by name
  designkit explain dk012                by code; those of loading as well
  designkit explain --format markdown    a table for the wiki
"""


def command(
    rule: Annotated[
        str | None,
        typer.Argument(metavar="RULE", help="A code or a name. Default: list all."),
    ] = None,
    *,
    format: Annotated[
        str,
        typer.Option("-f", "--format", metavar="NAME", help="text, markdown or json."),
    ] = "text",
) -> None:
    """Tell why a rule exists, with a bad and a good example, and what to do.

    Findings carry a code and a name; either will do. Without one every rule is listed,
    in the order in which a design is built. Rules of the plugins that the project's
    settings name are told as well.
    """
    import designkit as dk
    from designkit.cli.console import has_colour, is_terminal, say, width

    known = dk.all_explanations(dk.find_settings())
    cells, bold = width(sys.stdout), has_colour(sys.stdout)
    if rule is not None:
        found = dk.find_explanation(rule, known)
        say(dk.tell_explanation(found, format, cells=cells, bold=bold))
        return
    room = cells if is_terminal(sys.stdout) else 0
    say(dk.tell_explanations(known, format, cells=room, bold=bold))
