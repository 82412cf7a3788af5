"""Checks designs and reports in every format that is asked for."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import designkit as dk
from designkit.cli.console import (
    has_colour,
    is_terminal,
    note,
    read_stdin,
    say,
    width,
)
from designkit.cli.progress import watched
from designkit.errors import NotFoundError
from designkit.text.choices import one_of
from designkit.text.counts import counted, counted_by_severity

STDIN = "-"

FOR_PEOPLE = ("concise", "markdown", "text")
"""Formats that no program reads; that of GitHub writes commands on purpose."""


@dataclass(frozen=True, slots=True)
class CheckJob:
    """What was asked for on the command line: what to check for, and where to tell."""

    options: dk.CheckOptions
    format: str = "text"
    outputs: tuple[str, ...] = ()
    write_baseline: Path | None = None
    stdin_filename: str = ""
    look: "CheckLook" = field(default_factory=lambda: CheckLook())


@dataclass(frozen=True, slots=True)
class CheckLook:
    """How findings are shown: in which order, how many, with what besides."""

    order: str = "place"
    top: int = 0
    coverage: bool = False
    all_rules: bool = False


def run(words: Sequence[str], job: CheckJob) -> int:
    """Check the designs that `words` mean, report, and return the exit code."""
    dk.find_reporter(job.format)
    outputs = [_output(text) for text in job.outputs]
    try:
        checked = dk.check_files(_loaded(words, job), job.options)
    except NotFoundError:
        _report_nothing(outputs, job)
        raise
    report = replace(checked.report, all_rules=job.look.all_rules)
    if job.write_baseline:
        _write(job.write_baseline, dk.write_baseline(report.diagnostics))
    for name, path in outputs:
        _write(path, dk.find_reporter(name).report(report))
    _print(job, report)
    note(_summary(report))
    is_kept = job.write_baseline is not None
    return 2 if checked.has_crashed else int(checked.fails and not is_kept)


def day(text: str | None) -> date | None:
    """Read a day like 2027-06-30.

    Raises:
        NotFoundError: it is none.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise NotFoundError(f"--today is a day like 2027-06-30: {text!r}") from error


def order(word: str) -> str:
    """Return the order of findings that `word` names.

    Raises:
        NotFoundError: it names none.
    """
    return one_of("order", word, ("place", "severity"))


def _report_nothing(outputs: Sequence[tuple[str, Path]], job: CheckJob) -> None:
    """Write the files that were asked for, so that whoever uploads them finds them."""
    nothing = dk.check_files((), job.options).report
    for name, path in outputs:
        _write(path, dk.find_reporter(name).report(nothing))


def _output(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if not equals or not path:
        raise NotFoundError(f"--output is FORMAT=FILE, like sarif=out.sarif: {text!r}")
    return dk.find_reporter(name).name, Path(path)


def _loaded(
    words: Sequence[str], job: CheckJob
) -> Iterator[tuple[dk.Loaded, dk.Settings]]:
    if list(words) == [STDIN]:
        place = Path(job.stdin_filename or "design.yaml")
        base = place.parent if job.stdin_filename else None
        loaded = dk.loads(read_stdin(), dk.shown_path(place), base)
        yield loaded, _settings(place.parent, job)
        return
    for item in watched(dk.find_inputs(words or dk.default_words(), note), "design"):
        yield dk.load(item.path, item.name), _settings(item.place, job)


def _settings(place: Path, job: CheckJob) -> dk.Settings:
    found = dk.find_settings(place)
    allowed = job.options.allow_plugins or found.allow_plugins
    return replace(found, allow_plugins=allowed)


def _print(job: CheckJob, report: dk.Report) -> None:
    person = is_terminal(sys.stdout)
    is_one, is_clean = len(report.files) == 1, not report.diagnostics
    shown = replace(
        dk.ordered(report, job.look.order, job.look.top),
        colour=has_colour(sys.stdout),
        width=width(sys.stdout),
        coverage=job.look.coverage or (person and is_one and not is_clean),
        first=person,
    )
    text = dk.find_reporter(job.format).report(shown)
    if text:
        say(text.rstrip("\n"), as_it_is=job.format not in FOR_PEOPLE)


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
        f"{_stopped(report)}{_baselined(report)}"
    )


def _stopped(report: dk.Report) -> str:
    stopped = sum(len(file.stopped) for file in report.files)
    return f", {stopped} without a full answer" if stopped else ""


def _baselined(report: dk.Report) -> str:
    old = sum(file.baselined for file in report.files)
    fixed = sum(len(file.fixed) for file in report.files)
    said = f", {old} in the baseline" if old else ""
    return said + (f", {fixed} of the baseline fixed" if fixed else "")
