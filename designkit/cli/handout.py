"""``designkit handout``: what a learner prints of a design."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit handout fraud                        the handout, into build/fraud/
  designkit handout fraud --variant blank        a worksheet, and its key
  designkit handout fraud --variant broken --seed 7   find the five faults
  designkit handout fraud --variant cards        a deck, as CSV and for Anki
  designkit handout designs/ -o book             one book of several systems
  designkit handout fraud --variant blank --mask names,numbers --format pdf
"""


def command(
    designs: Annotated[
        list[str],
        typer.Argument(
            metavar="DESIGN", help="Paths, directories, patterns, shipped names."
        ),
    ],
    *,
    variant: Annotated[
        str, typer.Option(metavar="NAME", help="full, blank, broken or cards.")
    ] = "full",
    format: Annotated[
        list[str] | None,
        typer.Option(
            "-f",
            "--format",
            metavar="NAME,...",
            help="md, html, pdf; for cards csv, apkg. Default: all that fit.",
        ),
    ] = None,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="DIR", help="Where to write."),
    ] = Path("build"),
    mask: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT,...",
            help="blank: what is left empty: names, technologies, flows, numbers.  "
            "[default: all]",
        ),
    ] = None,
    faults: Annotated[
        int | None,
        typer.Option(
            min=1, max=10, metavar="N", help="broken: faults to be found.  [default: 5]"
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Print no design that has findings.")
    ] = False,
    seed: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="blank, broken: another seed is another sheet.  [default: 1]",
        ),
    ] = None,
) -> None:
    """Print what a learner needs: a handout, a worksheet, a fault hunt, or cards.

    Everything is made from the design: the numbers are those of `estimate`, the key of
    a fault hunt is what `check` says. Several designs become one book. The files are
    listed on stdout.
    """
    from designkit import read_job
    from designkit.cli.handing import run

    job = read_job(variant, format or (), masks=mask, faults=faults, seed=seed)
    raise typer.Exit(run(designs, job, output, is_strict=strict))
