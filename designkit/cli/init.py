"""``designkit init``: a new design to start from."""

from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit init pay --system fraud-detection     pay.yaml, commented throughout
  designkit init designs/feed --from recommendation
  designkit list systems                          what --system knows
  designkit list designs                          what --from knows
"""


def command(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Of the new design, or a path to it.")
    ],
    *,
    system: Annotated[
        str | None,
        typer.Option("--system", metavar="SYSTEM", help="The kind of system it is."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="DESIGN", help="The shipped design to copy."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite a file that exists.")
    ] = False,
) -> None:
    """Write a new design: a commented starter, or a copy of a shipped design.

    With --system it is a small design of that kind that passes every check, with
    comments that say what to fill in and why. With --from it is a whole design under a
    new name. Writes NAME.yaml; a file that exists is left alone.
    """
    from shlex import quote

    from designkit import start_design
    from designkit.cli.console import note, say

    if (system is None) == (source is None):
        raise typer.BadParameter("give --system or --from, one of the two")
    path = start_design(name, system=system, source=source, is_forced=force)
    say(path.as_posix())
    note(f"draw it: designkit render {quote(path.as_posix())}")
