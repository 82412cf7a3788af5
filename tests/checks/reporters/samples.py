"""Reports that every format is tried with."""

from dataclasses import dataclass

from designkit.checks.report import FileReport, Report, StageLine
from designkit.diagnostics import Diagnostic, Related, Severity, Span


@dataclass(frozen=True)
class SampleRule:
    """A rule as reports name it."""

    code: str
    name: str
    severity: Severity
    stage: str
    summary: str
    help: str
    url: str


PAY = """\
designkit: 1
name: Payments
components:
  score: {kind: model-server, ttl: 1 d}
  fill: {kind: materializer, every: 1 d}
  gate:
    kind: gateway
    auth: none
"""

HOLE = Diagnostic(
    code="DK306",
    name="ttl-hole",
    severity=Severity.ERROR,
    message="ttl 1 d is shorter than a refresh (1 d + 30 min)",
    file="designs/pay.yaml",
    span=Span(4, 31, 4, 34),
    element="components.score.ttl",
    help="Keep them twice as long: `ttl: 2 d`.",
    related=(Related(Span(5, 30, 5, 35), "refreshed here"),),
)
OPEN = Diagnostic(
    code="DK758",
    name="no-auth",
    severity=Severity.WARNING,
    message="gate lets everybody in",
    file="designs/pay.yaml",
    span=Span(6, 3, 8, 15),
    element="components.gate",
)
LONELY = Diagnostic(
    code="DK117",
    name="nobody-owns-it",
    severity=Severity.INFO,
    message="3 components have no owner",
    file="designs/pay.yaml",
    span=Span(3, 1, 3, 11),
)
ACCEPTED = Diagnostic(
    code="DK110",
    name="no-monitoring",
    severity=Severity.ERROR,
    message="monitoring is missing: nothing watches this system",
    file="designs/pay.yaml",
    span=Span(3, 1, 3, 11),
    element="components",
    waived="the platform watches it",
)

RULES = (
    SampleRule(
        code="DK306",
        name="ttl-hole",
        severity=Severity.ERROR,
        stage="consistency",
        summary="Values should outlive their refresh.",
        help="Between two refreshes the values are gone.\n\n## Bad\n\n`ttl: 1 d`",
        url="https://designkit.example/rules/ttl-hole",
    ),
    SampleRule(
        code="DK110",
        name="no-monitoring",
        severity=Severity.ERROR,
        stage="completeness",
        summary="A system that serves a model should watch it.",
        help="",
        url="docs/rules/no-monitoring.md",
    ),
)

COVERAGE = (
    StageLine("completeness", True, 1, 12, 13),
    StageLine("consistency", True, 10, 0, 10),
    StageLine("monitoring", False, 0, 0, 0),
)

FULL = Report(
    files=(
        FileReport(
            file="designs/pay.yaml",
            text=PAY,
            diagnostics=(ACCEPTED, LONELY, HOLE, OPEN),
            passed=12,
            waived=1,
            coverage=COVERAGE,
        ),
        FileReport("designs/clean.yaml", "designkit: 1\n", (), passed=13),
    ),
    rules=RULES,
    version="1.2.3",
)
"""Two designs: one with a finding of each sort, and one without any."""

CLEAN = Report((FileReport("designs/clean.yaml", "designkit: 1\n", ()),), RULES, "1")
"""A design without findings."""

NOTHING = Report((), (), "1")
"""No design at all."""


def hostile(text: str) -> Report:
    """Return a report in which `text` stands wherever a design or a user writes."""
    found = Diagnostic(
        code="DK010",
        name="unknown-key",
        severity=Severity.ERROR,
        message=f"unknown key {text}",
        file=f"designs/{text}.yaml",
        span=Span(1, 1, 1, 5),
        element=f"components.{text}",
        help=f"did you mean {text}?",
        related=(Related(Span(2, 1, 2, 2), f"not {text}"),),
    )
    waived = Diagnostic(
        code="DK011",
        name="missing-key",
        severity=Severity.WARNING,
        message=text,
        file=found.file,
        span=Span(2, 1, 2, 2),
        waived=text or "because",
    )
    coverage = (StageLine("serving", True, 1, 2, 3),)
    file = FileReport(
        found.file, f"{text}\n{text}\n", (found, waived), coverage=coverage
    )
    return Report((file,), RULES, "1")


PARTLY = Report(
    (FileReport("designs/pay.yaml", PAY, (), unread=2, stopped=("ttl-hole",)),),
    (),
    "0.1.0",
)
"""A design of which two things could not be read."""
