"""``designkit estimate``: the numbers of a design, each with its working."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit estimate fraud                  every number, with its working
  designkit estimate fraud --set workload.requests-per-day=300M
  designkit estimate fraud --set components.score.replicas=6
  designkit estimate fraud --sweep workload.requests-per-day=10M..100M:10
  designkit estimate fraud --simulate       queues, beside the formulas
  designkit estimate fraud -f json | jq '.figures[] | {id, text}'

\b
Exit codes:
  0  done, also where numbers are missing: they are listed with where to state them
  1  a design does not load; with --strict, a --set brings a finding
  2  could not do it: a wrong option, a missing file, a number that cannot be changed
"""


def command(
    design: Annotated[
        str, typer.Argument(metavar="DESIGN", help="A path, or a shipped name.")
    ],
    *,
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="PATH=VALUE", help="Another value, and what it changes."
        ),
    ] = None,
    sweep: Annotated[
        str | None,
        typer.Option(
            metavar="PATH=LOW..HIGH[:STEPS]", help="Several values, and what reacts."
        ),
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Draw the sweep as SVG, PNG or PDF."),
    ] = None,
    simulate: Annotated[
        bool,
        typer.Option("--simulate", help="Run the request path; needs simpy."),
    ] = False,
    requests: Annotated[
        int, typer.Option(min=100, metavar="N", help="Requests of a simulated run.")
    ] = 10_000,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Exit with 1 where a --set breaks something."),
    ] = False,
    seed: Annotated[
        int, typer.Option(metavar="N", help="Another seed is another simulation.")
    ] = 1,
    format: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="text, md or json.")
    ] = "text",
) -> None:
    """Compute the numbers of a design: load, latency, replicas, memory, cost, and more.

    Every figure comes with its formula and the numbers put in. What designkit has to
    assume is marked, and listed with the place where a design states its own. What
    cannot be computed says what it needs.
    """
    from designkit.cli.estimating import EstimateJob, run

    job = EstimateJob(
        format=format,
        changes=tuple(set_ or ()),
        sweep=sweep,
        plot=plot,
        simulation=(requests, seed) if simulate else None,
        is_strict=strict,
    )
    raise typer.Exit(run(design, job))
