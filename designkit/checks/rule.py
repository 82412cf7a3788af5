"""What a rule is: a code, a name, a page, and a function that looks for one fault."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from textwrap import dedent

from designkit.analysis.facts import Facts
from designkit.checks.rule_codes import advice_on
from designkit.checks.scope import EVERYONE, Scope
from designkit.diagnostics import Severity
from designkit.errors import RuleError
from designkit.quantities.quantity import Origin, Quantity
from designkit.quantities.writing import listed

Path = tuple[str | int, ...]
"""Where in a design, as its author spells it; a flow is ("flows", its number)."""

CODE = re.compile(r"[A-Z]{2,8}[1-9][0-9]{2}\Z")
"""Three digits behind the letters of a project; ``DK`` are ours."""

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
NO_FOLDER = "project"
"""The stage of a rule whose module lies in no folder, as that of a small plugin."""

HEADING = re.compile("^(Bad|Good|Fix|Source):", re.MULTILINE)
EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
MARK = "# <-"
"""What marks the line of a bad example on which the finding stands."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where, what, and whether it is only not said.

    `path` is that of the faulty thing, or of a missing one; the finding then stands
    at the nearest thing above that was written. `severity` overrides that of the rule.
    `rests_on` are the figures from which it was computed; where one of them is tagged
    `assumed`, the finding says so and counts one level less.
    """

    path: Path
    message: str
    related: tuple[tuple[Path, str], ...] = ()
    unstated: bool = False
    severity: Severity | None = None
    rests_on: tuple[Quantity | None, ...] = ()

    @property
    def assumed(self) -> tuple[Quantity, ...]:
        """The figures that it rests on and that are only assumed."""
        figures = (figure for figure in self.rests_on if figure)
        return tuple(f for f in figures if f.origin is Origin.ASSUMED)

    @property
    def text(self) -> str:
        """The message, with what is assumed in it."""
        figures = tuple(dict.fromkeys(figure.text for figure in self.assumed))
        verb = "are" if len(figures) > 1 else "is"
        return (
            f"{self.message}; {listed(figures)} {verb} assumed"
            if figures
            else (self.message)
        )


@dataclass(frozen=True)
class Page:
    """The page of a rule, read from its docstring."""

    summary: str
    why: str
    bad: str
    good: str
    fix: str
    source: str


def always(facts: Facts) -> bool:
    """Apply to every design."""
    del facts
    return True


@dataclass(frozen=True)
class Rule:
    """One thing that can be wrong with a design.

    `scope` says as data of which designs it asks; `applies` says the rest of whether
    the question makes sense; `check` looks for the fault. `tier_1` and `raised` give
    the severity for designs of tier 1 and of certain systems.
    """

    code: str
    name: str
    severity: Severity
    stage: str
    check: Callable[[Facts], Iterator[Finding]]
    applies: Callable[[Facts], bool] = always
    scope: Scope = EVERYONE
    tier_1: Severity | None = None
    raised: Mapping[str, Severity] = field(default_factory=dict)
    docstring: str = ""

    def __post_init__(self) -> None:
        """Refuse a rule that could not be explained.

        Raises:
            RuleError: bad code or name, or no complete page in the docstring.
        """
        if not CODE.match(self.code) or not NAME.match(self.name):
            raise RuleError(
                f"{self.file}: {self.code} {self.name} is not a code and a kebab name; "
                f"{advice_on(self.code)}"
            )
        page = self.page
        for part in ("summary", "why", "bad", "good", "fix", "source"):
            if not getattr(page, part):
                raise RuleError(
                    f"{self.file}: the docstring of {self.name} has no {part}"
                )
        if MARK not in page.bad:
            raise RuleError(
                f"{self.file}: the bad example of {self.name} marks no line"
            )

    @property
    def systems(self) -> tuple[str, ...]:
        """The systems that it is for; all when empty."""
        return self.scope.systems

    @property
    def file(self) -> str:
        """Where the rule is written: file and line."""
        code = getattr(self.check, "__code__", None)
        return f"{code.co_filename}:{code.co_firstlineno}" if code else self.name

    @cached_property
    def page(self) -> Page:
        """What the docstring says: summary, why, examples, fix and source."""
        return read_page(self.docstring)

    def concerns(self, facts: Facts) -> bool:
        """Whether the rule has a question to ask of this design."""
        return self.scope.covers(facts) and self.applies(facts)

    def severity_for(self, facts: Facts, finding: Finding, *, strict: bool) -> Severity:
        """Return how much `finding` matters in this design.

        What is only not said, or rests on an assumption, counts one level less,
        unless `strict`.
        """
        severity = finding.severity or self.severity
        if self.raised and finding.severity is None:
            severity = self.raised.get(facts.design.system, severity)
        if self.tier_1 and facts.design.tier == 1 and finding.severity is None:
            severity = max(severity, self.tier_1, key=lambda level: level.rank)
        uncertain = finding.unstated or bool(finding.assumed)
        return lowered(severity) if uncertain and not strict else severity


def lowered(severity: Severity) -> Severity:
    """Return the next milder severity."""
    return Severity.WARNING if severity is Severity.ERROR else Severity.INFO


def rule(
    code: str,
    severity: Severity,
    *,
    applies: Callable[[Facts], bool] = always,
    systems: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
    keys: tuple[str, ...] = (),
    tier_1: Severity | None = None,
    raised: Mapping[str, Severity] | None = None,
) -> Callable[[Callable[[Facts], Iterator[Finding]]], Rule]:
    """Make a rule of a generator; its name and docstring are those of the rule.

    The stage is the folder of the module. `systems`, `kinds` and `keys` are the scope.
    The docstring is the page: a summary line, the reason, then ``Bad:`` and ``Good:``
    YAML blocks, ``Fix:`` and ``Source:``.
    """

    def make(check: Callable[[Facts], Iterator[Finding]]) -> Rule:
        return Rule(
            code=code,
            name=check.__name__.replace("_", "-"),
            severity=severity,
            stage=_stage(check.__module__),
            check=check,
            applies=applies,
            scope=Scope(systems, kinds, keys),
            tier_1=tier_1,
            raised=raised or {},
            docstring=inspect.cleandoc(check.__doc__ or ""),
        )

    return make


def _stage(module: str) -> str:
    """Return the folder of a module; a plugin may have none."""
    folder = module.rpartition(".")[0].rpartition(".")[2]
    return folder or NO_FOLDER


def read_page(docstring: str) -> Page:
    """Read the parts of a rule's docstring; a part that is missing is empty."""
    summary, _, rest = docstring.partition("\n")
    why, *pieces = HEADING.split(rest)
    names, texts = pieces[::2], pieces[1::2]
    parts = dict(zip(reversed(names), reversed(texts), strict=True))  # the first wins
    return Page(
        summary=summary.strip(),
        why=_paragraphs(why),
        bad=_example(parts.get("Bad", "")),
        good=_example(parts.get("Good", "")),
        fix=_paragraphs(parts.get("Fix", "")),
        source=_paragraphs(parts.get("Source", "")),
    )


def _example(text: str) -> str:
    found = EXAMPLE.search(text)
    return dedent(found[1]).strip("\n") + "\n" if found else ""


def _paragraphs(text: str) -> str:
    parts = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(part.split()) for part in parts)
