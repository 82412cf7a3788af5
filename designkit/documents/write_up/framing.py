"""What is to be decided and promised: summary, problem, questions, requirements."""

from collections.abc import Iterator, Mapping

from designkit.catalog.systems import system
from designkit.documents.paper import Block, Items, Table
from designkit.documents.write_up.blocks import (
    facts,
    items,
    listed,
    paragraph,
    present,
    sentence,
    shown,
    steps,
    table,
    under,
)
from designkit.documents.write_up.figures import (
    figure,
    name_of,
    percentiles,
    phrase,
    provenance,
    said,
    spread,
    words,
)
from designkit.model.design import Design
from designkit.model.problem import (
    Costs,
    Label,
    Metrics,
    Objectives,
    Percentiles,
    Workload,
)
from designkit.quantities.quantity import Quantity

TIERS = {
    1: "1 (money, safety or people)",
    2: "2 (core experience)",
    3: "3 (nice to have)",
}

PROMISED = {
    "first_token": "Time to the first token",
    "answer": "Time to the end of an answer",
    "per_token": "Time between two tokens",
    "cost_per_1k": "Cost per 1,000 requests",
}
"""Promises whose keys do not say alone what they are."""


def status(design: Design) -> Iterator[Block]:
    """Give the one line that says what this is and whose."""
    kind = system(design.system)
    row = (
        kind.title if kind else design.system,
        TIERS[design.tier] if design.tier else "",
        said(design, "owner", shown(design.owner)),
        str(len(design.components)),
        str(len(design.flows)),
    )
    headings = ("System", "Tier", "Owner", "Components", "Flows")
    yield from present(table(headings, [row]))


def summary(design: Design) -> Iterator[Block]:
    """Say in one paragraph what is decided, from what, and what is promised."""
    yield from present(paragraph(" ".join(part for part in _summary(design) if part)))


def _summary(design: Design) -> Iterator[str]:
    yield sentence(design.summary)
    problem = design.problem
    if problem and problem.objective:
        yield f"Objective: {sentence(problem.objective)}"
    if problem and problem.decision:
        yield f"Decision: {sentence(problem.decision)}"
    if problem and problem.label and problem.label.name:
        yield f"Learnt from: {sentence(problem.label.name)}"
    promise = ", ".join(promise_of(design))
    if promise:
        yield f"Promise: {promise}."


def promise_of(design: Design) -> Iterator[str]:
    """Give the figures that anybody asks for first."""
    objectives, workload = design.objectives, design.workload
    if objectives and objectives.latency and objectives.latency.p99:
        yield f"p99 within {shown(objectives.latency.p99)}"
    if objectives and objectives.availability:
        yield f"{shown(objectives.availability)} available"
    if workload and workload.requests_per_day:
        peak = workload.peak_factor
        yield f"{shown(workload.requests_per_day)} requests a day" + (
            f" with a peak of {shown(peak)} times the mean" if peak else ""
        )


def problem(design: Design) -> Iterator[Block]:
    """Frame the problem."""
    stated = design.problem
    if stated is None:
        return
    yield from present(
        facts(
            ("Objective", said(design, "problem.objective", shown(stated.objective))),
            ("Framing", shown(stated.framing)),
            ("Task", shown(stated.task)),
            ("Decision", shown(stated.decision)),
            ("Why ML", said(design, "problem.why-ml", shown(stated.why_ml))),
            ("Baseline", said(design, "problem.baseline", shown(stated.baseline))),
            ("Label", said(design, "problem.label", "")),
        )
    )
    yield from under("The label", label(design))
    yield from labels(design)
    yield from under("What errors cost", _costs(design, stated.costs))
    yield from under("Measures of success", *measures(stated.metrics))


def label(design: Design) -> Items | None:
    """Say what outcome is learnt from, and how late and how rarely it is known."""
    stated = design.problem.label if design.problem else None
    return _label(design, stated, "problem.label") if stated else None


def labels(design: Design) -> Iterator[Block]:
    """Say the same of each of several labels."""
    stated = design.problem
    for id, label in stated.labels.items() if stated else ():
        title = f"The label {name_of(label.name, id)}"
        yield from under(title, _label(design, label, f"problem.labels.{id}"))


def _label(design: Design, label: Label, at: str) -> Items | None:
    return facts(
        ("Outcome", shown(label.name)),
        ("Method", shown(label.method)),
        ("Window", said(design, f"{at}.window", figure(design, label.window))),
        ("Delay", said(design, f"{at}.delay", spread(design, label.delay))),
        ("Positive rate", figure(design, label.positive_rate)),
        ("Key", shown(label.key)),
        ("Bias", said(design, f"{at}.bias", shown(label.bias))),
        ("Cut off by", listed(label.censored_by)),
        ("Values that are right", figure(design, label.trust)),
        ("Weight in the loss", figure(design, label.weight)),
        *_errors(design, label),
    )


def _errors(design: Design, label: Label) -> Iterator[tuple[str, str]]:
    """Give what errors on a label cost, and where its threshold is set."""
    if costs := label.costs:
        yield "A false positive costs", figure(design, costs.false_positive)
        yield "A false negative costs", figure(design, costs.false_negative)
    if point := label.operating_point:
        yield "Recall at its threshold", figure(design, point.recall)
        yield "False positive rate", figure(design, point.false_positive_rate)
        yield "Precision", figure(design, point.precision)


def _costs(design: Design, costs: Costs | None) -> Items | None:
    if costs is None:
        return None
    return facts(
        ("False positive", figure(design, costs.false_positive)),
        ("False negative", figure(design, costs.false_negative)),
        ("Decision threshold", threshold(costs.false_positive, costs.false_negative)),
    )


def threshold(alarm: Quantity | None, miss: Quantity | None) -> str:
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


def measures(metrics: Metrics | None) -> Iterator[Block | None]:
    """List what is measured, and how a measure may deceive."""
    if metrics is None:
        return
    rows = (
        ("Offline", listed(metrics.offline)),
        ("Online", listed(metrics.online)),
        ("Guardrails", listed(metrics.guardrails)),
    )
    yield table(("Measured", "Metrics"), [row for row in rows if row[1]])
    yield paragraph(f"**The trap:** {metrics.trap}" if metrics.trap else "")


def clarifications(design: Design) -> Iterator[Block]:
    """List what to ask before designing, with the answers assumed."""
    yield from present(
        steps(
            f"**{item.question}** {shown(item.answer)}".rstrip()
            for item in design.clarifications
        )
    )


def requirements(design: Design) -> Iterator[Block]:
    """Say what the system must do, promise and carry."""
    stated = design.requirements
    yield from under("What it must do", items(stated.functional if stated else ()))
    yield from under("Scope", scope(design))
    yield from under("Objectives", objectives(design))
    yield from under("Workload", workload(design))


def scope(design: Design) -> Items | None:
    """Say what belongs to the system, and what does not."""
    stated = design.requirements
    non_goals = design.problem.non_goals if design.problem else ()
    return facts(
        ("In scope", listed(stated.in_scope) if stated else ""),
        ("Out of scope", listed(stated.out_of_scope) if stated else ""),
        ("Non-goals", listed(non_goals)),
    )


def objectives(design: Design) -> Table | None:
    """List what is promised, and where each number is from."""
    named = promised(design.objectives) if design.objectives else ()
    rows = [(name, shown(value), provenance(design, value)) for name, value in named]
    return table(("Objective", "Target", "Where from"), rows)


def promised(stated: Objectives) -> Iterator[tuple[str, Quantity]]:
    """Give what is promised, and what it is called."""
    for key in type(stated).model_fields:
        name = PROMISED.get(key) or words(key.replace("_", "-"))
        yield from _promises(name, getattr(stated, key))


def _promises(name: str, value: object) -> Iterator[tuple[str, Quantity]]:
    if isinstance(value, Quantity):
        yield name, value
    elif isinstance(value, Percentiles):
        yield from ((f"{name} {share}", each) for share, each in percentiles(value))
    elif isinstance(value, Mapping):
        yield from ((f"{name} of {phrase(id)}", each) for id, each in value.items())


def workload(design: Design) -> Table | None:
    """List what the system must carry, and where each number is from."""
    named = _loads(design.workload) if design.workload else ()
    rows = [(name, shown(value), provenance(design, value)) for name, value in named]
    return table(("Load", "Value", "Where from"), rows)


def _loads(stated: Workload) -> Iterator[tuple[str, Quantity]]:
    for name in type(stated).model_fields:
        value = getattr(stated, name)
        if isinstance(value, Quantity):
            yield words(name.replace("_", "-")), value
    for id, value in stated.funnel.items():
        yield f"Funnel: {phrase(id)}", value
