"""A check of several files: one choice of rules, one report, and whether it fails."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from designkit import __version__
from designkit.checks.baseline import read_baseline
from designkit.checks.report import FileReport, Report
from designkit.checks.run import CheckPlan, check_file, explained, fails, make_plan
from designkit.diagnostics import Severity
from designkit.source.loader import Loaded
from designkit.source.settings import Settings
from designkit.text.choices import one_of


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What is looked for, how strictly, and what fails a check.

    `select` and `ignore` are rules by name, code, or start of a code. `fail_on` is the
    least severity that fails; without one it is that of the settings, or error.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    fail_on: str = ""
    baseline: Path | None = None


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """The report on all files, whether a rule crashed, and whether the check fails."""

    report: Report
    has_crashed: bool
    fails: bool


def check_files(
    files: Iterable[Loaded], options: CheckOptions, settings: Settings
) -> CheckOutcome:
    """Check `files` one after the other, with the options over the settings.

    Raises:
        NotFoundError: no rule or severity is called so, or there is no such baseline.
        SettingsError: a plugin does not load, or the settings name no rule.
    """
    limit = _limit(options.fail_on or settings.fail_on or Severity.ERROR)
    plan = plan_of(options, settings)
    checked = [check_file(loaded, plan) for loaded in files]
    report = _report([file for file, _ in checked], plan)
    return CheckOutcome(
        report=report,
        has_crashed=any(crashed for _, crashed in checked),
        fails=fails(report.diagnostics, limit),
    )


def check_one(loaded: Loaded, options: CheckOptions, settings: Settings) -> FileReport:
    """Check one file as `check_files` does."""
    return check_file(loaded, plan_of(options, settings))[0]


def plan_of(options: CheckOptions, settings: Settings) -> CheckPlan:
    """Return what is to be run.

    Raises:
        NotFoundError: no rule is called so, or there is no such baseline.
        SettingsError: a plugin does not load, or the settings name no rule.
    """
    return make_plan(
        settings,
        options.select,
        options.ignore,
        strict=options.strict,
        baseline=read_baseline(options.baseline) if options.baseline else None,
    )


def _limit(word: str) -> Severity:
    return Severity(one_of("severity", word, [level.value for level in Severity]))


def _report(files: list[FileReport], plan: CheckPlan) -> Report:
    return Report(tuple(files), explained(plan.rules), __version__)
