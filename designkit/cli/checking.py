"""Checks designs and reports in every format that is asked for."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from designkit import __version__
from designkit.checks.baseline import read_baseline, write_baseline
from designkit.checks.report import FileReport, Report
from designkit.checks.reporters import find_reporter, reporter_names
from designkit.checks.run import CheckPlan, check_file, explained, fails, make_plan
from designkit.cli.console import has_colour, note, say, width
from designkit.diagnostics import Severity
from designkit.errors import NotFoundError
from designkit.files import Output, write_files
from designkit.source.inputs import find_inputs
from designkit.source.loader import Loaded, load_bytes, load_file
from designkit.source.settings import find_settings
from designkit.text.choices import one_of
from designkit.text.counts import counted, counted_by_severity

STDIN = "-"


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What was asked for on the command line."""

    format: str = "text"
    outputs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    strict: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    stdin_filename: str = "design.yaml"


def run(words: Sequence[str], wish: CheckOptions) -> int:
    """Check the designs that `words` mean, report, and return the exit code."""
    settings = find_settings(Path.cwd())
    limit = _limit(wish.fail_on or settings.fail_on or Severity.ERROR)
    formats = [one_of("format", wish.format, reporter_names())]
    outputs = [_output(text) for text in wish.outputs]
    plan = make_plan(
        settings,
        wish.select,
        wish.ignore,
        strict=wish.strict,
        baseline=read_baseline(wish.baseline) if wish.baseline else None,
    )
    checked = [check_file(loaded, plan) for loaded in _loaded(words, wish)]
    report = _report([file for file, _ in checked], plan)
    if wish.write_baseline:
        _write(wish.write_baseline, write_baseline(report.diagnostics))
    for name, path in outputs:
        _write(path, find_reporter(name).report(report))
    _print(formats[0], report)
    note(_summary(report))
    if any(crashed for _, crashed in checked):
        return 2
    is_kept = wish.write_baseline is not None
    return int(not is_kept and fails(report.diagnostics, limit))


def _limit(word: str) -> Severity:
    return Severity(one_of("severity", word, [level.value for level in Severity]))


def _output(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if not equals or not path:
        raise NotFoundError(f"--output is FORMAT=FILE, like sarif=out.sarif: {text!r}")
    return one_of("format", name, reporter_names()), Path(path)


def _loaded(words: Sequence[str], wish: CheckOptions) -> Iterator[Loaded]:
    if list(words) == [STDIN]:
        yield load_bytes(sys.stdin.buffer.read(), wish.stdin_filename)
        return
    for item in find_inputs(words):
        yield load_file(item.path, item.name)


def _report(files: Sequence[FileReport], plan: CheckPlan) -> Report:
    return Report(tuple(files), explained(plan.rules), __version__)


def _print(format: str, report: Report) -> None:
    shown = replace(report, colour=has_colour(sys.stdout), width=width(sys.stdout))
    text = find_reporter(format).report(shown)
    if text:
        say(text.rstrip("\n"))


def _write(path: Path, text: str) -> None:
    write_files(path.parent, (Output(path.name, text.encode("utf-8")),))


def _summary(report: Report) -> str:
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


def _baselined(report: Report) -> str:
    old = sum(file.baselined for file in report.files)
    fixed = sum(len(file.fixed) for file in report.files)
    said = f", {old} in the baseline" if old else ""
    return said + (f", {fixed} of the baseline fixed" if fixed else "")
