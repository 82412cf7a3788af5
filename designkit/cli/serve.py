"""``designkit serve``: a live preview of designs in a browser."""

from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit serve                     the designs of this directory
  designkit serve design.yaml --open  one, in your browser at once
  designkit serve designs/            a page that links to each of them
  designkit serve fraud               a shipped design
  designkit serve --port 9000         at a port of your own

\b
While it runs:
  Save the design, and the open page shows it anew: same view, same selection, same
  place. What does not load is shown in the page, with its line and a way out.
  Ctrl-C ends it.
"""


def command(
    designs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]",
            help="Paths, directories, patterns, shipped names. Default: the paths of "
            "the settings, or this directory.",
        ),
    ] = None,
    *,
    port: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=65_535,
            metavar="N",
            help="Where to listen; 0 is any free port. Default: 8520, or the next "
            "that is free.",
        ),
    ] = None,
    open: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in a browser.")
    ] = False,
) -> None:
    """Show designs in a browser, anew whenever a file changes.

    It watches each design, the parts that it includes, and the settings, outlines and
    icons of its project. The address is printed on stdout; each page that is made, with
    its time, on stderr. Only this machine can reach it.
    """
    from designkit import default_words
    from designkit.cli.serving import run

    run(designs or default_words(), port, is_opened=open)
