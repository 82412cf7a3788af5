"""Runs the rules on a loaded design and puts what they find at its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from designkit.analysis.facts import Facts
from designkit.checks.engine_codes import CheckCode
from designkit.checks.rule import Finding, Path, Rule
from designkit.checks.rule_index import RuleEntry
from designkit.diagnostics import Diagnostic, Related, Severity, Span
from designkit.model.unknown import UnknownError, known
from designkit.source.identity import flow_name, identity
from designkit.source.loader import Loaded

CRASHED = CheckCode.RULE_CRASHED.value
"""The code of a rule that failed: loud, because its silence would look like a pass."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one rule on one design."""

    rule: Rule | RuleEntry
    applied: bool
    findings: int
    crashed: bool = False
    stopped: bool = False
    """Whether it asked for something that did not load, and so went no further."""

    @property
    def passed(self) -> bool:
        """Whether it looked for its fault everywhere, and there is none."""
        return self.applied and not self.findings and not self.stopped


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file, and what became of each rule."""

    loaded: Loaded
    diagnostics: tuple[Diagnostic, ...]
    verdicts: tuple[Verdict, ...] = ()

    @property
    def crashed(self) -> bool:
        """Whether a rule failed on this design."""
        return any(verdict.crashed for verdict in self.verdicts)


def check(
    loaded: Loaded,
    rules: Sequence[Rule | RuleEntry],
    *,
    strict: bool = False,
    severities: Mapping[str, Severity] | None = None,
) -> Checked:
    """Run `rules` on a loaded file; what they find comes in the order of reading.

    What is wrong with loading comes along. Of a design that loads in part a rule gives
    what it found before it asked for what is unknown: that holds in any case.
    `severities`, by name of rule, replace those of the rules.
    """
    design = loaded.known
    if design is None:
        return Checked(loaded, loaded.diagnostics)
    facts = Facts(design)
    found, verdicts = list(loaded.diagnostics), []
    for rule in rules:
        verdict, diagnostics = _run(rule, facts, loaded, strict=strict)
        verdicts.append(verdict)
        level = (severities or {}).get(rule.name)
        found += [replace(d, severity=level) if level else d for d in diagnostics]
    ordered = sorted(found, key=lambda diagnostic: diagnostic.sort_key)
    return Checked(loaded, tuple(ordered), tuple(verdicts))


def _run(
    rule: Rule | RuleEntry, facts: Facts, loaded: Loaded, *, strict: bool
) -> tuple[Verdict, list[Diagnostic]]:
    """Run one rule; if it fails, that is a finding and the others still run."""
    found: list[Diagnostic] = []
    try:
        if not rule.concerns(facts):
            return Verdict(rule, applied=False, findings=0), []
        for diagnostic in _diagnostics(rule, facts, loaded, strict=strict):
            found.append(diagnostic)
    except UnknownError:
        return Verdict(rule, True, len(found), stopped=True), found
    except Exception as error:
        return Verdict(rule, True, 1, crashed=True), [_crash(rule, loaded, error)]
    return Verdict(rule, applied=True, findings=len(found)), found


def _diagnostics(
    rule: Rule | RuleEntry, facts: Facts, loaded: Loaded, *, strict: bool
) -> Iterator[Diagnostic]:
    for finding in rule.check(facts):
        yield Diagnostic(
            code=rule.code,
            name=rule.name,
            severity=rule.severity_for(facts, finding, strict=strict),
            message=finding.text,
            file=loaded.file,
            span=span_of(loaded, finding.path),
            element=element_of(loaded, finding.path),
            path=".".join(map(str, finding.path)),
            help=rule.page.fix,
            related=tuple(_related(loaded, finding)),
        )


def _related(loaded: Loaded, finding: Finding) -> Iterator[Related]:
    for path, message in finding.related:
        yield Related(span_of(loaded, path), message)


def span_of(loaded: Loaded, path: Path) -> Span:
    """Locate `path`, at the key of what it names or of the nearest thing above it.

    A section that is not there has nothing above it but the whole file; then it is the
    key `system`, which says what a design must have.
    """
    written = _written(loaded, path)
    if written and loaded.root and loaded.root.child(written[0]) is None:
        return loaded.locate(("system",), key=True)
    return loaded.locate(written, key=True)


def _written(loaded: Loaded, path: Path) -> Path:
    """Return the path in the document; flows are numbered across their modes."""
    if len(path) > 1 and path[0] == "flows" and isinstance(path[1], int):
        return (*loaded.flow_paths[path[1]], *path[2:])
    return path


def element_of(loaded: Loaded, path: Path) -> str:
    """Name what `path` leads to so that edits elsewhere do not change the name."""
    design = loaded.known
    if design and len(path) > 1 and path[0] == "flows" and isinstance(path[1], int):
        flow = known(design.flows)[path[1]]
        rest = [str(step) for step in path[2:]]
        return ".".join([flow_name(flow.source, flow.target, flow.type_name), *rest])
    return identity(loaded.root, path)


def _crash(rule: Rule | RuleEntry, loaded: Loaded, error: Exception) -> Diagnostic:
    return Diagnostic(
        code=CRASHED,
        name=CheckCode.RULE_CRASHED.slug,
        severity=CheckCode.RULE_CRASHED.severity,
        message=f"the rule {rule.name} failed: {type(error).__name__}: {error}",
        file=loaded.file,
        span=loaded.locate((), key=True),
        element=rule.name,
        help="this is a fault of the rule, not of the design; please report it",
    )
