"""``designkit embed``: parts of designs between the markers of Markdown files."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit embed README.md docs/*.md          fill all markers
  designkit embed --check README.md            write nothing; exit 1 if stale

\b
Markers, in the Markdown; paths count from its file:
  <!-- designkit: picture designs/fraud.yaml overview to=docs/images -->
  <!-- /designkit -->
  <!-- designkit: table designs/fraud.yaml components stage=serving -->
  <!-- /designkit -->
  The peak is <!-- designkit: figure fraud traffic.peak-qps --><!-- /designkit -->.
  The check says <!-- designkit: findings fraud --><!-- /designkit -->.
"""


def command(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Markdown files.")
    ],
    *,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit 1 when a part is stale."),
    ] = False,
) -> None:
    """Fill what stands between markers in Markdown with parts of designs.

    A picture, a table, a figure or the count of findings. What stands outside of
    markers stays as it is, byte for byte. If a marker cannot be filled, it is named and
    nothing is written. Files that change are listed on stdout.
    """
    from designkit import embed_files
    from designkit.cli.embedding import fill, tell_problems, tell_stale

    found = embed_files(files)
    if found.problems:
        raise typer.Exit(tell_problems(found))
    raise typer.Exit(tell_stale(found) if check else fill(found))
