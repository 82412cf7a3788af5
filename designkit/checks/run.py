"""A check of one file from end to end: rules, waivers, baseline, and what to report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kind
from designkit.checks.baseline import NOTHING, Baseline, compare
from designkit.checks.checker import Checked, check
from designkit.checks.engine_codes import CheckCode
from designkit.checks.explanation import (
    Explanation,
    explanation_of,
    explanations,
)
from designkit.checks.plugins import are_allowed, plugged_in
from designkit.checks.report import FileReport, StageLine
from designkit.checks.rule_index import RuleEntry, rule_entries
from designkit.checks.selection import Selection, make_selection
from designkit.checks.waivers import waive
from designkit.diagnostics import Diagnostic, Severity
from designkit.model.design import Design
from designkit.model.unknown import known, mapped
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
        "language": (Stage.SERVING,),
        "monitoring": (Stage.MONITORING, Stage.RETRAINING),
        "governance": (Stage.GOVERNANCE,),
        "domain": tuple(Stage),
    }
)
"""The stages of a design that the rules of each folder look at."""

WHERE_ASKED = ("language",)
"""Folders that are told of only where one of their rules asks something."""


WAIVER_CODES = tuple(code for code in CheckCode if code is not CheckCode.RULE_CRASHED)
CHOSEN = LOOSE | {code.value for code in WAIVER_CODES}
"""The codes that are no rule's and may be selected, ignored or given a level."""


@dataclass(frozen=True)
class CheckPlan:
    """What to run, how strictly, and what is known already."""

    rules: tuple[RuleEntry, ...]
    known: frozenset[str]
    selection: Selection = field(default_factory=Selection)
    strict: bool = False
    severities: dict[str, Severity] = field(default_factory=dict)
    baseline: Baseline = NOTHING
    today: date | None = None
    docs_url: str = ""


def make_plan(
    settings: Settings,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    *,
    strict: bool = False,
    baseline: Baseline = NOTHING,
    today: date | None = None,
) -> CheckPlan:
    """Choose the rules to run from the options and the settings of the project.

    Raises:
        NotFoundError: a word names no rule.
        SettingsError: a plugin or a severity names nothing.
    """
    every = (*rule_entries(), *plugged_in(settings))
    named = [(rule.code, rule.name) for rule in every]
    named += [(fault.value, fault.slug) for fault in (*LoadCode, *WAIVER_CODES)]
    off = [name for name, level in settings.severities.items() if level == "off"]
    selection = make_selection(
        select or settings.select, (*settings.ignore, *off, *ignore), named
    )
    make_selection(settings.severities, (), named)
    return CheckPlan(
        rules=tuple(rule for rule in every if _is_run(rule, selection)),
        known=frozenset(word for pair in named for word in pair),
        selection=selection,
        strict=strict,
        severities={
            name: Severity(level)
            for name, level in settings.severities.items()
            if level != "off"
        },
        baseline=baseline,
        today=today,
        docs_url=settings.docs_url,
    )


def _is_run(rule: RuleEntry, selection: Selection) -> bool:
    """Whether a rule runs: if it is selected, or if waivers are, which may be stale."""
    if _asks_for_waivers(selection):
        return not selection.drops(rule.code, rule.name)
    return selection.picks(rule.code, rule.name)


def _asks_for_waivers(selection: Selection) -> bool:
    return any(selection.names(code.value, code.slug) for code in WAIVER_CODES)


def check_file(loaded: Loaded, plan: CheckPlan) -> tuple[FileReport, bool]:
    """Check one loaded file; say also whether a rule crashed on it."""
    checked = check(loaded, plan.rules, strict=plan.strict, severities=plan.severities)
    stopped = tuple(v.rule for v in checked.verdicts if v.stopped)
    ran = set(_ran(plan, checked))
    told = waive(loaded, checked.diagnostics, plan.known, ran, plan.today)
    found = tuple(_levelled(item, plan) for item in told if _counts(item, plan))
    known_before = plan.baseline.of(*loaded.texts)
    compared = compare(found, known_before, loaded.file)
    report = FileReport(
        file=loaded.file,
        text=loaded.text,
        diagnostics=compared.fresh,
        passed=sum(v.passed for v in checked.verdicts),
        not_applicable=sum(not v.applied for v in checked.verdicts),
        waived=sum(bool(diagnostic.waived) for diagnostic in found),
        baselined=compared.old,
        fixed=compared.fixed if loaded.design else (),
        coverage=tuple(_coverage(checked, found)),
        loads=loaded.design is not None,
        docs_url=plan.docs_url,
        unread=loaded.unread,
        stopped=tuple(rule.name for rule in stopped),
        parts={part.file: part.text for part in loaded.parts},
    )
    return report, checked.crashed


def _ran(plan: CheckPlan, checked: Checked) -> Iterator[str]:
    """Give the codes and names of all that found what there is to find in this run.

    What does not fit together is only looked for in full where all parts were read.
    """
    for verdict in checked.verdicts:
        if not verdict.stopped:
            yield from (verdict.rule.code, verdict.rule.name)
    for fault in LoadCode:
        if checked.loaded.design is None and fault.value in LOOSE:
            continue
        if plan.selection.picks(fault.value, fault.slug):
            yield from (fault.value, fault.slug)


def _counts(found: Diagnostic, plan: CheckPlan) -> bool:
    """Whether a finding is selected; what stops a design from loading always is.

    What is wrong with a waiver is told whichever rules are selected, unless some of
    these codes are selected themselves.
    """
    selection = plan.selection
    if found.code in LOOSE or any(found.code == rule.code for rule in plan.rules):
        return selection.picks(found.code, found.name)
    if found.code not in CHOSEN:
        return True
    is_asked = _asks_for_waivers(selection)
    wanted = not is_asked or selection.names(found.code, found.name)
    return wanted and not selection.drops(found.code, found.name)


def _levelled(found: Diagnostic, plan: CheckPlan) -> Diagnostic:
    """Give what no rule found the severity that the settings give it."""
    level = plan.severities.get(found.name) if found.code in CHOSEN else None
    return replace(found, severity=level) if level else found


def _coverage(checked: Checked, found: Sequence[Diagnostic]) -> Iterator[StageLine]:
    """Count, folder by folder of rules, what was found and is not waived."""
    design = checked.loaded.known
    if design is None:
        return
    present = _stages_of(design)
    counts = Counter(item.code for item in found if not item.waived)
    plugged = (v.rule.stage for v in checked.verdicts if v.rule.stage not in STAGES)
    for stage, looked_at in {**STAGES, **dict.fromkeys(plugged, tuple(Stage))}.items():
        verdicts = [v for v in checked.verdicts if v.rule.stage == stage]
        applied = [verdict for verdict in verdicts if verdict.applied]
        if stage in WHERE_ASKED and not applied:
            continue
        yield StageLine(
            stage=stage,
            present=not present.isdisjoint(looked_at),
            findings=sum(counts[verdict.rule.code] for verdict in applied),
            passed=sum(verdict.passed for verdict in applied),
            applicable=len(applied),
        )


def _stages_of(design: Design) -> set[Stage]:
    kinds = mapped(design.components.values(), lambda component: component.kind)
    return {found.stage for name in known(kinds) if (found := kind(name))}


def all_explanations(settings: Settings) -> tuple[Explanation, ...]:
    """Return every explanation, those of the plugins of a project behind our own.

    Plugins that may not run are left out.

    Raises:
        SettingsError: a plugin does not exist.
    """
    return explained(plugged_in(settings) if are_allowed(settings) else ())


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
