"""``designkit check``: what is missing in designs, and what is wrong."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  designkit check                              the designs here and below
  designkit check designs/ --fail-on warning   stricter, for CI
  designkit check fraud --select DK5,no-fallback
  designkit check --output sarif=findings.sarif --output markdown=findings.md
  designkit check --write-baseline known.json  from now on only what is new:
  designkit check --baseline known.json
  designkit check - --stdin-filename design.yaml < design.yaml

\b
Exit codes:
  0  no finding at or above --fail-on
  1  findings, or a design that does not load
  2  could not do it: a wrong option, a missing file, a rule that crashed
"""


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH", help="Paths, directories, patterns, shipped names, or -."
        ),
    ] = None,
    *,
    format: Annotated[
        str,
        typer.Option(
            "-f",
            "--format",
            metavar="NAME",
            help="text, concise, markdown, json, github, gitlab, junit or sarif.",
        ),
    ] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT=FILE", help="Write a report to a file too; repeatable."
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE,...", help="Only these: code, start of one, name."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE,...", help="Not these."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="LEVEL", help="error, warning or info. [default: error]"),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="What is not said counts like what is absent."),
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Only what is not in this baseline."),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep all findings as the baseline."),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day on which waivers may have ended."),
    ] = None,
    allow_plugins: Annotated[
        bool,
        typer.Option("--allow-plugins", help="Run rules in files of the project."),
    ] = False,
    sort: Annotated[
        str, typer.Option(metavar="ORDER", help="place or severity.")
    ] = "place",
    top: Annotated[
        int, typer.Option(metavar="N", min=0, help="Only the N that matter most.")
    ] = 0,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Show what was looked at, by stage.")
    ] = False,
    sarif_all_rules: Annotated[
        bool, typer.Option("--sarif-all-rules", help="Describe rules without findings.")
    ] = False,
    stdin_filename: Annotated[
        str, typer.Option(metavar="FILE", help="Which file a design from stdin is.")
    ] = "",
) -> None:
    """Find what is missing in designs, and what is wrong.

    `designkit explain RULE` tells why a rule exists. A finding can be accepted with
    `waivers:` in the design or a comment: `# designkit: ignore[no-rollback] reason`.
    """
    from designkit import CheckOptions
    from designkit.cli.checking import CheckJob, CheckLook, day, order, run

    options = CheckOptions(
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        strict=strict,
        fail_on=fail_on or "",
        baseline=baseline,
        today=day(today),
        allow_plugins=allow_plugins,
    )
    job = CheckJob(
        options=options,
        format=format,
        outputs=tuple(output or ()),
        write_baseline=write_baseline,
        stdin_filename=stdin_filename,
        look=CheckLook(order(sort), top, coverage, sarif_all_rules),
    )
    raise typer.Exit(run(paths or [], job))
