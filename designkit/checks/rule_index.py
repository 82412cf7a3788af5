"""The index of rules: what is known of each before its module is imported.

``rule-index.json`` is made by ``make docs``. Where it does not name the modules that
are there, as in a checkout with a rule that is not indexed yet, all are imported.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple, dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, Page, Rule
from designkit.checks.rules import all_rules
from designkit.checks.scope import EVERYONE, Scope
from designkit.diagnostics import Severity
from designkit.registry import members_of

INDEX = Path(__file__).with_name("rule-index.json")
RULES = "designkit.checks.rules"

Row = tuple[str, str, str, str, str, list[list[str]], dict[str, str]]
"""Code, name, severity, that of tier 1 (or nothing), summary, scope, and raised."""


@dataclass(frozen=True)
class RuleEntry:
    """A rule as it stands in the index; `load` imports it.

    It is run as a rule is; a design that its `scope` does not cover never imports it.
    """

    code: str
    name: str
    severity: Severity
    stage: str
    summary: str
    load: Callable[[], Rule] = field(compare=False, repr=False)
    scope: Scope = EVERYONE
    tier_1: Severity | None = None
    raised: Mapping[str, Severity] = field(default_factory=dict)

    @cached_property
    def rule(self) -> Rule:
        """The rule itself."""
        return self.load()

    @property
    def systems(self) -> tuple[str, ...]:
        """The systems that the rule is for; all when empty."""
        return self.scope.systems

    @property
    def page(self) -> Page:
        """The page of the rule."""
        return self.rule.page

    def concerns(self, facts: Facts) -> bool:
        """Whether the rule has a question to ask of this design."""
        return self.scope.covers(facts) and self.rule.applies(facts)

    def check(self, facts: Facts) -> Iterator[Finding]:
        """Look for the fault."""
        return self.rule.check(facts)

    def severity_for(self, facts: Facts, finding: Finding, *, strict: bool) -> Severity:
        """Return how much `finding` matters in this design."""
        return self.rule.severity_for(facts, finding, strict=strict)


def entry_of(rule: Rule) -> RuleEntry:
    """Return the entry of a rule that is imported."""
    return RuleEntry(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        stage=rule.stage,
        summary=rule.page.summary,
        load=lambda: rule,
        scope=rule.scope,
        tier_1=rule.tier_1,
        raised=rule.raised,
    )


@cache
def rule_entries() -> tuple[RuleEntry, ...]:
    """Return the entries of our rules, by code, without importing one.

    Raises:
        RuleError: the index is not fresh, and two rules have one code or one name.
    """
    index = _read()
    if set(index) != set(rule_modules()):
        return tuple(map(entry_of, all_rules()))
    found = (_entry(module, row) for module, rows in index.items() for row in rows)
    return tuple(sorted(found, key=lambda entry: entry.code))


def rule_modules() -> Iterator[str]:
    """Give the modules of rules that are there, as ``stage.name``."""
    for folder in os.scandir(Path(__file__).with_name("rules")):
        if folder.is_dir() and folder.name != "__pycache__":
            for file in os.scandir(folder.path):
                stem, suffix = os.path.splitext(file.name)  # noqa: PTH122  # hot
                if suffix == ".py" and stem != "__init__":
                    yield f"{folder.name}.{stem}"


def index_text() -> str:
    """Return the index as it should be, a line for each rule, by module."""
    rows: dict[str, list[Row]] = {module: [] for module in sorted(rule_modules())}
    for rule in all_rules():
        rows[rule.check.__module__.removeprefix(f"{RULES}.")].append(_row(rule))
    lines = (f"{json.dumps(m)}: {json.dumps(found)}" for m, found in rows.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _row(rule: Rule) -> Row:
    raised = {system: level.value for system, level in rule.raised.items()}
    tier_1 = rule.tier_1.value if rule.tier_1 else ""
    return (
        *(rule.code, rule.name, rule.severity.value, tier_1, rule.page.summary),
        *([list(part) for part in astuple(rule.scope)], raised),
    )


def _read() -> Mapping[str, list[Row]]:
    """Read the index; one that is not there, or that is torn, names nothing."""
    try:
        found: Mapping[str, list[Row]] = json.loads(INDEX.read_bytes())
    except (OSError, ValueError):
        return {}
    return found


def _entry(module: str, row: Row) -> RuleEntry:
    code, name, severity, tier_1, summary, scope, raised = row
    return RuleEntry(
        code=code,
        name=name,
        severity=Severity(severity),
        stage=module.partition(".")[0],
        summary=summary,
        load=partial(_import, f"{RULES}.{module}", code),
        scope=Scope(*map(tuple, scope)),
        tier_1=Severity(tier_1) if tier_1 else None,
        raised={system: Severity(level) for system, level in raised.items()},
    )


def _import(module: str, code: str) -> Rule:
    """Import a rule.

    Raises:
        LookupError: it has another code than the index says.
    """
    for rule in members_of(module, Rule):
        if rule.code == code:
            return rule
    raise LookupError(f"{module} has no rule {code}; run `make docs`")
