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
    from pathlib import Path

    from designkit.checks.explanation import find_explanation
    from designkit.checks.run import all_explanations
    from designkit.cli import explaining
    from designkit.cli.console import has_colour, is_terminal, say, width
    from designkit.source.settings import find_settings
    from designkit.text.choices import one_of

    style = one_of("format", format, ("text", "markdown", "json"))
    known = all_explanations(find_settings(Path.cwd()))
    found = find_explanation(rule, known) if rule is not None else None
    cells, bold = width(sys.stdout), has_colour(sys.stdout)
    if style == "json":
        say(explaining.as_json((found,) if found else known))
    elif found is not None:
        is_text = style == "text"
        say(
            explaining.as_text(found, cells=cells, bold=bold)
            if is_text
            else explaining.as_markdown(found)
        )
    elif style == "text":
        room = cells if is_terminal(sys.stdout) else 0
        say(explaining.list_as_text(known, cells=room, bold=bold))
    else:
        say(explaining.list_as_markdown(known))
