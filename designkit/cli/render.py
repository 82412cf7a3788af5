"""``designkit render``: pictures of every view, and the write-up."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit render fraud                    a shipped design
  designkit render design.yaml -o docs      docs/design/design.md and pictures
  designkit render designs/ --jobs 4        every design in a directory
  designkit render designs/ --format html -o site    a site with an index and search
  designkit render 'teams/**/design.yaml'   and in those below it
  designkit render fraud --format svg,md,html,pdf      to read, to show, to print
  designkit render fraud --view overview --format png,dot --theme dark
  designkit render fraud --format png,md --theme light,dark    for GitHub's switch
  designkit render fraud --view full --overlay findings    badges on its cards
  designkit render fraud --view request-path --scenario 1  its first walk in steps
  designkit render fraud --format png --width 1920     for a slide
  designkit render fraud --format share                share.png, for links to it
  designkit render fraud --format mermaid,drawio,d2    for other tools
  designkit render fraud --engine dot --format svg     laid out by Graphviz
"""


def command(
    designs: Annotated[
        list[str],
        typer.Argument(
            metavar="DESIGN", help="Paths, directories, patterns, shipped names."
        ),
    ],
    *,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="DIR", help="Where to write."),
    ] = Path("build"),
    format: Annotated[
        list[str],
        typer.Option(
            "-f",
            "--format",
            metavar="NAME,...",
            help="What to make; see `designkit list formats`.",
        ),
    ] = ["svg,md"],  # noqa: B006  typer takes no tuple for an option given twice
    view: Annotated[
        list[str] | None,
        typer.Option(
            "--view",
            metavar="NAME,...",
            help="Which views; see `designkit list views`. Default: all that "
            "suit the design. Also "
            "stage:STAGE and around:COMPONENT, for details.",
        ),
    ] = None,
    overlay: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Badges on cards; see `designkit list overlays`."
        ),
    ] = "",
    scenario: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Its steps on the arrows: a name, or its number."
        ),
    ] = "",
    theme: Annotated[
        str,
        typer.Option(
            metavar="NAME,...",
            help="light, dark, or auto: as the reader has it. light,dark makes two "
            "files of each picture, and Markdown shows the one that fits its page.",
        ),
    ] = "auto",
    engine: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="What places cards and arrows: designkit, or dot of Graphviz, with "
            "curves; for svg, png, pdf, drawio and papers.",
        ),
    ] = "designkit",
    length: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="short: a design doc and its reference; full: one document.",
        ),
    ] = "short",
    scale: Annotated[
        float | None,
        typer.Option(
            metavar="N", help="Pixels of a PNG for each of the SVG, 0.1 to 16; else 2."
        ),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(
            metavar="PX", help="Width of each PNG in pixels, 16 to 16000; no --scale."
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 when a design has any finding.")
    ] = False,
    jobs: Annotated[
        int,
        typer.Option("-j", "--jobs", min=1, metavar="N", help="Designs at a time."),
    ] = 1,
) -> None:
    """Draw designs and write them up, each into a directory of its own.

    Files go to build/NAME/: a picture of each view, the design doc NAME.md, and what
    stands behind it in NAME-reference.md; both also come as pdf. --format html makes
    one page of it, and of several designs, or a directory, a site with index.html.
    A design that does not load is explained and not drawn; the others are. The files
    are listed on stdout, findings and a summary of each design on stderr.
    """
    from designkit import Pixels, read_options
    from designkit.cli.rendering import RenderJob, run

    pixels = Pixels(scale, width)
    options = read_options(
        *(view or (), format, theme, length),
        overlay=overlay,
        scenario=scenario,
        pixels=pixels,
        engine=engine,
    )
    code = run(designs, RenderJob(options, output, is_strict=strict, jobs=jobs))
    raise typer.Exit(code)
