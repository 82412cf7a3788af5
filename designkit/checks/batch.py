"""A check of several files: one choice of rules, one report, and whether it fails."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from designkit import __version__
from designkit.checks.baseline import NOTHING, read_baseline
from designkit.checks.report import FileReport, Report
from designkit.checks.rule_index import RuleEntry
from designkit.checks.run import CheckPlan, check_file, explained, fails, make_plan
from designkit.diagnostics import Severity
from designkit.source.loader import Loaded
from designkit.source.settings import Settings
from designkit.text.choices import one_of


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What is looked for, how strictly, and what fails a check.

    `select` and `ignore` are rules by name, code, or start of a code. `fail_on` is the
    least severity that fails; without one it is that of the settings, or error. So is
    `baseline`. `today` is the day on which waivers may have ended. With
    `allow_plugins` rules run that a project has in files.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    fail_on: str = ""
    baseline: Path | None = None
    today: date | None = None
    allow_plugins: bool = False


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """The report on all files, whether a rule crashed, and whether the check fails."""

    report: Report
    has_crashed: bool
    fails: bool


def check_files(
    files: Iterable[tuple[Loaded, Settings]], options: CheckOptions
) -> CheckOutcome:
    """Check files one after the other, each with the options over its own settings.

    Raises:
        NotFoundError: no rule or severity is called so, or there is no such baseline.
        SettingsError: a plugin does not load, or the settings name no rule.
    """
    plans, limit = Plans(options), options.fail_on and _limit(options.fail_on)
    reports, crashes, failures = [], [], []
    for loaded, settings in files:
        checked, crashed = check_file(loaded, plans.of(settings))
        reports.append(checked)
        crashes.append(crashed)
        least = limit or _limit(settings.fail_on or Severity.ERROR)
        failures.append(fails(checked.diagnostics, least))
    rules = explained(plans.rules or plan_of(options, Settings()).rules)
    report = Report(tuple(reports), rules, __version__)
    return CheckOutcome(report, any(crashes), any(failures))


@dataclass(frozen=True)
class Plans:
    """The plan for each of several settings, made once."""

    options: CheckOptions
    made: list[tuple[Settings, CheckPlan]] = field(default_factory=list)

    def of(self, settings: Settings) -> CheckPlan:
        """Return the plan in a project with such `settings`."""
        for known, plan in self.made:
            if known == settings:
                return plan
        plan = plan_of(self.options, settings)
        self.made.append((settings, plan))
        return plan

    @property
    def rules(self) -> tuple[RuleEntry, ...]:
        """All rules of all plans, each once."""
        every = {rule.code: rule for _, plan in self.made for rule in plan.rules}
        return tuple(every.values())


def check_one(loaded: Loaded, options: CheckOptions, settings: Settings) -> FileReport:
    """Check one file as `check_files` does."""
    return check_file(loaded, plan_of(options, settings))[0]


def plan_of(options: CheckOptions, settings: Settings) -> CheckPlan:
    """Return what is to be run.

    Raises:
        NotFoundError: no rule is called so, or there is no such baseline.
        SettingsError: a plugin does not load, or the settings name no rule.
    """
    file = options.baseline or settings.baseline
    return make_plan(
        settings,
        options.select,
        options.ignore,
        strict=options.strict,
        baseline=read_baseline(file) if file else NOTHING,
        today=options.today,
    )


def _limit(word: str) -> Severity:
    return Severity(one_of("severity", word, [level.value for level in Severity]))
