"""``designkit init``: a new design to start from."""

from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit init my-fraud --from fraud          my-fraud.yaml
  designkit init designs/feed --from recommendation
  designkit list designs                        what there is to copy
"""


def command(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Of the new design, or a path to it.")
    ],
    *,
    source: Annotated[
        str,
        typer.Option("--from", metavar="DESIGN", help="The shipped design to copy."),
    ],
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite a file that exists.")
    ] = False,
) -> None:
    """Copy a shipped design under a new name, to make it your own.

    Writes NAME.yaml; nothing in it changes but the name and, where the line would
    point nowhere, the schema for editors. A file that exists is left alone.
    """
    from designkit.cli.console import note, say
    from designkit.starter import start

    path = start(name, source, is_forced=force)
    say(path.as_posix())
    note(f"draw it: designkit render {path.as_posix()}")
