"""What is to be decided and promised: summary, problem, questions, requirements."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.catalog.systems import system
from designkit.documents.write_up.figures import (
    figure,
    percentiles,
    phrase,
    provenance,
    said,
    spread,
    words,
)
from designkit.documents.write_up.parts import (
    Fact,
    Section,
    Table,
    cell,
    cells,
    facts,
    line,
    lines,
    sentence,
    table,
)
from designkit.model.design import Design
from designkit.model.problem import Costs, Label, Metrics, Objectives, Workload
from designkit.quantities.quantity import Quantity
from designkit.text.escape import markdown

TIERS = {
    1: "1 (money, safety or people)",
    2: "2 (core experience)",
    3: "3 (nice to have)",
}


@dataclass(frozen=True)
class Problem:
    """What is to be decided, from what outcome, and how success is measured."""

    facts: tuple[Fact, ...]
    label: tuple[Fact, ...]
    costs: tuple[Fact, ...]
    metrics: Table | None
    trap: str


@dataclass(frozen=True)
class Requirements:
    """What the system must do, promise and carry."""

    functional: tuple[str, ...]
    scope: tuple[Fact, ...]
    objectives: Table | None
    workload: Table | None


@dataclass(frozen=True)
class Exchange:
    """A question and its answer."""

    question: str
    answer: str


def status(design: Design) -> Table | None:
    """Return the one line that says what this is and whose."""
    kind = system(design.system)
    row = (
        markdown(kind.title if kind else design.system),
        TIERS[design.tier] if design.tier else "",
        said(design, "owner", cell(design.owner)),
        str(len(design.components)),
        str(len(design.flows)),
    )
    return table(("System", "Tier", "Owner", "Components", "Flows"), [row])


def summary(design: Design) -> Section | None:
    """Say in one paragraph what is decided, from what, and what is promised."""
    text = " ".join(part for part in _summary(design) if part)
    return Section("Summary", "_summary.md.j2", text) if text else None


def _summary(design: Design) -> Iterator[str]:
    yield sentence(design.summary)
    problem = design.problem
    if problem and problem.objective:
        yield f"Objective: {sentence(problem.objective)}"
    if problem and problem.decision:
        yield f"Decision: {sentence(problem.decision)}"
    if problem and problem.label and problem.label.name:
        yield f"Learnt from: {sentence(problem.label.name)}"
    promise = ", ".join(_promise(design))
    if promise:
        yield f"Promise: {promise}."


def _promise(design: Design) -> Iterator[str]:
    """Give the figures that anybody asks for first."""
    objectives, workload = design.objectives, design.workload
    if objectives and objectives.latency and objectives.latency.p99:
        yield f"p99 within {line(objectives.latency.p99)}"
    if objectives and objectives.availability:
        yield f"{line(objectives.availability)} available"
    if workload and workload.requests_per_day:
        peak = workload.peak_factor
        yield f"{line(workload.requests_per_day)} requests a day" + (
            f" with a peak of {line(peak)} times the mean" if peak else ""
        )


def problem(design: Design) -> Section | None:
    """Frame the problem."""
    stated = design.problem
    if stated is None:
        return None
    body = Problem(
        facts=facts(
            ("Objective", said(design, "problem.objective", line(stated.objective))),
            ("Framing", line(stated.framing)),
            ("Task", line(stated.task)),
            ("Decision", line(stated.decision)),
            ("Why ML", said(design, "problem.why-ml", line(stated.why_ml))),
            ("Baseline", said(design, "problem.baseline", line(stated.baseline))),
            ("Label", said(design, "problem.label", "")),
        ),
        label=_label(design, stated.label) if stated.label else (),
        costs=_costs(design, stated.costs) if stated.costs else (),
        metrics=_metrics(stated.metrics) if stated.metrics else None,
        trap=line(stated.metrics.trap) if stated.metrics else "",
    )
    has = body.facts or body.label or body.costs or body.metrics or body.trap
    return Section("Problem framing", "_problem.md.j2", body) if has else None


def _label(design: Design, label: Label) -> tuple[Fact, ...]:
    return facts(
        ("Outcome", line(label.name)),
        ("Method", line(label.method)),
        ("Window", said(design, "problem.label.window", figure(design, label.window))),
        ("Delay", said(design, "problem.label.delay", spread(design, label.delay))),
        ("Positive rate", figure(design, label.positive_rate)),
        ("Key", line(label.key)),
        ("Bias", said(design, "problem.label.bias", line(label.bias))),
    )


def _costs(design: Design, costs: Costs) -> tuple[Fact, ...]:
    return facts(
        ("False positive", figure(design, costs.false_positive)),
        ("False negative", figure(design, costs.false_negative)),
        ("Decision threshold", _threshold(costs.false_positive, costs.false_negative)),
    )


def _threshold(alarm: Quantity | None, miss: Quantity | None) -> str:
    """Say from which risk on acting is cheaper (Elkan 2001): alarm / (alarm + miss)."""
    if alarm is None or miss is None or alarm.currency != miss.currency:
        return ""
    total = alarm.value + miss.value
    if total <= 0:
        return ""
    threshold = f"{alarm.value / total * 100:.2g}%"
    return (
        f"{alarm.value:g} / ({alarm.value:g} + {miss.value:g}) = {threshold}: "
        "from this risk on, acting costs less than not acting"
    )


def _metrics(metrics: Metrics) -> Table | None:
    rows = (
        ("Offline", cells(metrics.offline)),
        ("Online", cells(metrics.online)),
        ("Guardrails", cells(metrics.guardrails)),
    )
    return table(("Measured", "Metrics"), [row for row in rows if row[1]])


def clarifications(design: Design) -> Section | None:
    """List what to ask before designing, with the answers assumed."""
    asked = tuple(
        Exchange(line(item.question), line(item.answer))
        for item in design.clarifications
    )
    return (
        Section("Clarifying questions", "_clarifications.md.j2", asked)
        if asked
        else None
    )


def requirements(design: Design) -> Section | None:
    """Say what the system must do, promise and carry."""
    stated = design.requirements
    non_goals = design.problem.non_goals if design.problem else ()
    body = Requirements(
        functional=lines(stated.functional) if stated else (),
        scope=facts(
            ("In scope", ", ".join(lines(stated.in_scope)) if stated else ""),
            ("Out of scope", ", ".join(lines(stated.out_of_scope)) if stated else ""),
            ("Non-goals", ", ".join(lines(non_goals))),
        ),
        objectives=_objectives(design, design.objectives),
        workload=_workload(design, design.workload),
    )
    has = body.functional or body.scope or body.objectives or body.workload
    return Section("Requirements", "_requirements.md.j2", body) if has else None


def _objectives(design: Design, stated: Objectives | None) -> Table | None:
    named = _promised(stated) if stated else ()
    rows = [(name, cell(value), provenance(design, value)) for name, value in named]
    return table(("Objective", "Target", "Where from"), rows)


def _promised(stated: Objectives) -> Iterator[tuple[str, Quantity]]:
    for name, value in percentiles(stated.latency):
        yield f"Latency {name}", value
    if stated.availability:
        yield "Availability", stated.availability
    for id, value in stated.freshness.items():
        yield f"Freshness of {phrase(id)}", value
    if stated.cost_per_1k:
        yield "Cost per 1,000 requests", stated.cost_per_1k
    if stated.recovery:
        yield "Recovery", stated.recovery


def _workload(design: Design, stated: Workload | None) -> Table | None:
    named = _loads(stated) if stated else ()
    rows = [(name, cell(value), provenance(design, value)) for name, value in named]
    return table(("Load", "Value", "Where from"), rows)


def _loads(stated: Workload) -> Iterator[tuple[str, Quantity]]:
    for name in type(stated).model_fields:
        value = getattr(stated, name)
        if isinstance(value, Quantity):
            yield words(name.replace("_", "-")), value
    for id, value in stated.funnel.items():
        yield f"Funnel: {phrase(id)}", value
