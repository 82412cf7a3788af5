"""Checks designs and reports in every format that is asked for."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import designkit as dk
from designkit.cli.console import has_colour, note, read_stdin, say, width
from designkit.errors import NotFoundError
from designkit.text.counts import counted, counted_by_severity

STDIN = "-"


@dataclass(frozen=True, slots=True)
class CheckJob:
    """What was asked for on the command line: what to check for, and where to tell."""

    options: dk.CheckOptions
    format: str = "text"
    outputs: tuple[str, ...] = ()
    write_baseline: Path | None = None
    stdin_filename: str = "design.yaml"


def run(words: Sequence[str], job: CheckJob) -> int:
    """Check the designs that `words` mean, report, and return the exit code."""
    settings = dk.find_settings()
    dk.find_reporter(job.format)
    outputs = [_output(text) for text in job.outputs]
    checked = dk.check_files(_loaded(words, job), job.options, settings)
    report = checked.report
    if job.write_baseline:
        _write(job.write_baseline, dk.write_baseline(report.diagnostics))
    for name, path in outputs:
        _write(path, dk.find_reporter(name).report(report))
    _print(job.format, report)
    note(_summary(report))
    is_kept = job.write_baseline is not None
    return 2 if checked.has_crashed else int(checked.fails and not is_kept)


def _output(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if not equals or not path:
        raise NotFoundError(f"--output is FORMAT=FILE, like sarif=out.sarif: {text!r}")
    return dk.find_reporter(name).name, Path(path)


def _loaded(words: Sequence[str], job: CheckJob) -> Iterator[dk.Loaded]:
    if list(words) == [STDIN]:
        yield dk.loads(read_stdin(), job.stdin_filename)
        return
    for item in dk.find_inputs(words):
        yield dk.load(item.path, item.name)


def _print(format: str, report: dk.Report) -> None:
    shown = replace(report, colour=has_colour(sys.stdout), width=width(sys.stdout))
    text = dk.find_reporter(format).report(shown)
    if text:
        say(text.rstrip("\n"))


def _write(path: Path, text: str) -> None:
    dk.write_file(path, text.encode("utf-8"))


def _summary(report: dk.Report) -> str:
    """Say in one line what was found, and how much was looked at."""
    open_findings = (item for item in report.diagnostics if not item.waived)
    return (
        f"{counted(len(report.files), 'design')}: "
        f"{counted_by_severity(open_findings) or 'no findings'}; "
        f"rules: {sum(f.passed for f in report.files)} passed, "
        f"{sum(f.not_applicable for f in report.files)} not applicable, "
        f"{sum(f.waived for f in report.files)} waived"
        f"{_baselined(report)}"
    )


def _baselined(report: dk.Report) -> str:
    old = sum(file.baselined for file in report.files)
    fixed = sum(len(file.fixed) for file in report.files)
    said = f", {old} in the baseline" if old else ""
    return said + (f", {fixed} of the baseline fixed" if fixed else "")
