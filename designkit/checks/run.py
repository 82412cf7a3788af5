"""A check of one file from end to end: rules, waivers, baseline, and what to report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from types import MappingProxyType

from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kind
from designkit.checks.baseline import Entry, compare
from designkit.checks.checker import Checked, check
from designkit.checks.explanation import (
    Explanation,
    explanation_of,
    explanations,
)
from designkit.checks.report import FileReport, StageLine
from designkit.checks.rule import Rule
from designkit.checks.rule_index import RuleEntry, entry_of, rule_entries
from designkit.checks.selection import Selection, make_selection
from designkit.checks.waivers import waive
from designkit.diagnostics import Diagnostic, Severity
from designkit.errors import SettingsError
from designkit.model.design import Design
from designkit.source.load_code import LOOSE, STOPPING, LoadCode
from designkit.source.loader import Loaded
from designkit.source.settings import Settings
from designkit.source.syntax_code import SyntaxCode

STAGES: MappingProxyType[str, tuple[Stage, ...]] = MappingProxyType(
    {
        "completeness": tuple(Stage),
        "wiring": tuple(Stage),
        "consistency": (Stage.FEATURES,),
        "labels": (Stage.LABELS,),
        "evaluation": (Stage.TRAINING, Stage.EXPERIMENTATION),
        "release": (Stage.REGISTRY,),
        "serving": (Stage.SERVING,),
        "monitoring": (Stage.MONITORING, Stage.RETRAINING),
        "governance": (Stage.GOVERNANCE,),
        "domain": tuple(Stage),
    }
)
"""The stages of a design that the rules of each folder look at."""


@dataclass(frozen=True)
class CheckPlan:
    """What to run, how strictly, and what is known already."""

    rules: tuple[RuleEntry, ...]
    known: frozenset[str]
    selection: Selection = field(default_factory=Selection)
    strict: bool = False
    severities: dict[str, Severity] = field(default_factory=dict)
    baseline: Counter[Entry] | None = None


def make_plan(
    settings: Settings,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    *,
    strict: bool = False,
    baseline: Counter[Entry] | None = None,
) -> CheckPlan:
    """Choose the rules to run from the options and the settings of the project.

    Raises:
        NotFoundError: a word names no rule.
        SettingsError: a plugin or a severity names nothing.
    """
    every = (*rule_entries(), *_plugged_in(settings.plugins))
    named = [(rule.code, rule.name) for rule in every]
    named += [(fault.value, fault.slug) for fault in LoadCode]
    off = [name for name, level in settings.severities.items() if level == "off"]
    selection = make_selection(
        select or settings.select, (*settings.ignore, *off, *ignore), named
    )
    make_selection(settings.severities, (), named)
    return CheckPlan(
        rules=tuple(rule for rule in every if selection.picks(rule.code, rule.name)),
        known=frozenset(word for pair in named for word in pair),
        selection=selection,
        strict=strict,
        severities={
            name: Severity(level)
            for name, level in settings.severities.items()
            if level != "off"
        },
        baseline=baseline,
    )


def _plugged_in(modules: Sequence[str]) -> tuple[RuleEntry, ...]:
    """Import the modules that the settings name and return the rules in them.

    Raises:
        SettingsError: a module cannot be imported, or a rule is called like another.
    """
    plugged = list[RuleEntry]()
    for name in modules:
        for rule in _rules_of(name):
            _require_new(rule, (*rule_entries(), *plugged), name)
            plugged.append(rule)
    return tuple(plugged)


def _rules_of(name: str) -> tuple[RuleEntry, ...]:
    try:
        module = import_module(name)
    except Exception as error:  # whatever its author got wrong
        raise SettingsError(f"the plugin {name!r} does not load: {error}") from error
    found = (value for value in vars(module).values() if isinstance(value, Rule))
    return tuple(entry_of(rule) for rule in found if not _is_ours(rule))


def _is_ours(rule: Rule) -> bool:
    """Whether a plugin has only imported `rule`, which is one of ours."""
    return any(rule == own.rule for own in rule_entries() if own.code == rule.code)


def _require_new(rule: RuleEntry, known: Iterable[RuleEntry], plugin: str) -> None:
    for other in known:
        if rule.code == other.code or rule.name == other.name:
            raise SettingsError(
                f"the plugin {plugin!r} has a rule {rule.code} {rule.name}, "
                f"and there is {other.code} {other.name}"
            )


def check_file(loaded: Loaded, plan: CheckPlan) -> tuple[FileReport, bool]:
    """Check one loaded file; say also whether a rule crashed on it."""
    checked = check(loaded, plan.rules, strict=plan.strict, severities=plan.severities)
    ran = {word for rule in plan.rules for word in (rule.code, rule.name)}
    counted = [item for item in checked.diagnostics if _counts(item, plan)]
    found = waive(loaded, counted, plan.known, ran)
    compared = compare(found, plan.baseline or Counter())
    report = FileReport(
        file=loaded.file,
        text=loaded.text,
        diagnostics=compared.fresh,
        passed=sum(v.applied and not v.findings for v in checked.verdicts),
        not_applicable=sum(not v.applied for v in checked.verdicts),
        waived=sum(bool(diagnostic.waived) for diagnostic in found),
        baselined=compared.old,
        fixed=tuple(f for f in compared.fixed if f.startswith(f"{loaded.file}: ")),
        coverage=tuple(_coverage(checked, found)),
        loads=loaded.design is not None,
    )
    return report, checked.crashed


def _counts(found: Diagnostic, plan: CheckPlan) -> bool:
    """Whether a finding is selected; what stops a design from loading always is."""
    return found.code not in LOOSE or plan.selection.picks(found.code, found.name)


def _coverage(checked: Checked, found: Sequence[Diagnostic]) -> Iterator[StageLine]:
    """Count, folder by folder of rules, what was found and is not waived."""
    if checked.loaded.design is None:
        return
    present = _stages_of(checked.loaded.design)
    counts = Counter(item.code for item in found if not item.waived)
    plugged = (v.rule.stage for v in checked.verdicts if v.rule.stage not in STAGES)
    for stage, looked_at in {**STAGES, **dict.fromkeys(plugged, tuple(Stage))}.items():
        verdicts = [v for v in checked.verdicts if v.rule.stage == stage]
        applied = [verdict for verdict in verdicts if verdict.applied]
        yield StageLine(
            stage=stage,
            present=not present.isdisjoint(looked_at),
            findings=sum(counts[verdict.rule.code] for verdict in applied),
            passed=sum(not verdict.findings for verdict in applied),
            applicable=len(applied),
        )


def _stages_of(design: Design) -> set[Stage]:
    found = (kind(component.kind) for component in design.components.values())
    return {item.stage for item in found if item}


def all_explanations(settings: Settings) -> tuple[Explanation, ...]:
    """Return every explanation, those of the plugins of a project behind our own.

    Raises:
        SettingsError: a plugin does not exist.
    """
    return explained(_plugged_in(settings.plugins))


def explained(rules: Iterable[RuleEntry]) -> tuple[Explanation, ...]:
    """Return our own explanations, then those of such `rules` as are not ours."""
    own = {item.code for item in explanations()}
    plugged = (explanation_of(rule, "") for rule in rules if rule.code not in own)
    return (*explanations(), *plugged)


def fails(found: Sequence[Diagnostic], limit: Severity) -> bool:
    """Whether something that is not waived matters at least as much as `limit`.

    What stops a design from loading always does.
    """
    stopping = STOPPING.union(fault.value for fault in SyntaxCode)
    return any(
        not item.waived and (item.severity.rank >= limit.rank or item.code in stopping)
        for item in found
    )
