"""The sections that only the design doc has, or has shorter than the reference."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from designkit.analysis.roles import with_role
from designkit.catalog.role import Role
from designkit.diagnostics import Diagnostic
from designkit.documents.paper import Block, Items, Paragraph, Table
from designkit.documents.write_up import architecture, framing, open_questions
from designkit.documents.write_up.blocks import (
    facts,
    items,
    listed,
    paragraph,
    present,
    shown,
    table,
    under,
)
from designkit.documents.write_up.deciding import deciding
from designkit.documents.write_up.figures import figure, name_of, said, titles_of
from designkit.documents.write_up.findings import summary as summary_of_findings
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.learning import retraining
from designkit.documents.write_up.operating import said_of
from designkit.documents.write_up.proving import evaluation, experiment
from designkit.documents.write_up.reasons import decision
from designkit.documents.write_up.sections import Teller
from designkit.model.design import Design
from designkit.model.reasons import FailureMode
from designkit.source.kind_of import kind_of
from designkit.text.counts import counted

MOST_ROWS = 8
"""Rows of a table that the design doc shows; the reference has the rest."""


def more(count: int, what: str, section: str) -> Paragraph | None:
    """Say how many more there are in the reference; nothing if there are none."""
    if count <= 0:
        return None
    return Paragraph(
        f"The [reference](#reference) has {counted(count, what)} more, under {section}."
    )


def overview(of: WriteUpInputs) -> Iterator[Block]:
    """Show the whole in one picture, and where the rest is told."""
    if shown := architecture.overview(of):
        yield replace(shown, upright=True)
    yield Paragraph(
        "Every component, flow, feature and figure with its working is in the "
        "[reference](#reference)."
    )


def problem(of: WriteUpInputs) -> Iterator[Block]:
    """Say what is decided from which outcome, what errors cost, what success is."""
    stated = of.design.problem
    if stated is None:
        return
    costs = stated.costs
    yield from present(
        facts(
            ("Framing", shown(stated.framing)),
            ("Why ML", said(of.design, "problem.why-ml", shown(stated.why_ml))),
            ("Baseline", said(of.design, "problem.baseline", shown(stated.baseline))),
            (
                "Acting pays from",
                framing.threshold(costs.false_positive, costs.false_negative)
                if costs
                else "",
            ),
        ),
        *framing.measures(stated.metrics),
    )


def requirements(of: WriteUpInputs) -> Iterator[Block]:
    """Say what the system must do, what is left out, and what is promised."""
    stated = of.design.requirements
    yield from present(
        items(stated.functional if stated else ()),
        framing.scope(of.design),
        paragraph(_promises(of.design)),
    )


def _promises(design: Design) -> str:
    found = framing.promised(design.objectives) if design.objectives else ()
    told = listed(f"{name[:1].lower()}{name[1:]} {value}" for name, value in found)
    return f"**Promised:** {told}." if told else ""


def system(of: WriteUpInputs) -> Iterator[Block]:
    """Show how the parts work together: by stage, on the request path, in a circle."""
    yield from present(paragraph(architecture.counts(of.design)))
    yield from present(items(architecture.stages(of.design)))
    yield from under("Request path", *architecture.request_path(of, on_path=True))
    yield from under("Run path", *architecture.run_path(of))
    yield from under("Learning", architecture.training(of))
    yield from under("Feedback loop", architecture.feedback_loop(of))


def decisions(of: WriteUpInputs) -> Iterator[Block]:
    """Say what was chosen, what was rejected, and why."""
    found = of.design.tradeoffs
    rows = [decision(item) for item in found[:MOST_ROWS]]
    yield from present(
        table(("Decision", "Chosen", "Rejected", "Because"), rows),
        more(len(found) - MOST_ROWS, "decision", "Trade-offs"),
    )


def data(of: WriteUpInputs) -> Iterator[Block]:
    """Say what is learnt from: labels, sets of examples, features, models."""
    design = of.design
    yield from present(framing.label(design))
    yield from framing.labels(design)
    yield from present(_datasets(design))
    yield from present(_features(design), _models(design))


def _datasets(design: Design) -> Table | None:
    headings = (
        "Dataset",
        "Join",
        "Split by",
        "Reaches back",
        "Final after",
        "Examples",
    )
    rows = [
        (
            name_of(item.name, id),
            shown(item.join),
            listed(item.split),
            shown(item.lookback),
            shown(item.maturity),
            shown(item.examples),
        )
        for id, item in list(design.datasets.items())[:MOST_ROWS]
    ]
    return table(headings, rows)


def _features(design: Design) -> Paragraph | None:
    """Count the features, and name those that must be freshest."""
    found = list(design.features.values())
    if not found:
        return None
    entities = Counter(item.entity for item in found if item.entity)
    about = listed(f"{entity} ({count})" for entity, count in entities.most_common(5))
    limits = [
        (item.freshness.high, name_of(item.name, id), item.freshness)
        for id, item in design.features.items()
        if item.freshness
    ]
    fresh = [f"{name} at most {limit} old" for _, name, limit in sorted(limits)[:3]]
    parts = (
        f"{counted(len(found), 'group')} of features"
        + (f", of: {about}" if about else ""),
        f"the freshest: {listed(fresh)}" if fresh else "",
    )
    return Paragraph(f"{'; '.join(part for part in parts if part)}.")


def _models(design: Design) -> Table | None:
    headings = ("Model", "Algorithm", "Output", "Retrained", "Fallback")
    rows = [
        (
            f"**{name_of(item.name, id)}**",
            shown(item.algorithm),
            shown(item.output),
            said(design, f"models.{id}.retrain", retraining(item.retrain)),
            said(design, f"models.{id}.fallback", shown(item.fallback)),
        )
        for id, item in list(design.models.items())[:MOST_ROWS]
    ]
    return table(headings, rows)


def proof(of: WriteUpInputs) -> Iterator[Block]:
    """Say how a candidate is judged offline, and then on users."""
    yield from under("Offline", *evaluation(of.design))
    yield from under("On users", *experiment(of.design))


def running(of: WriteUpInputs) -> Iterator[Block]:
    """Say how a model is let out and taken back, and what is watched."""
    design = of.design
    for component in with_role(design, Role.RELEASES):
        told = said_of(design, component)
        yield from under(component.title, _without_owner(told))
    yield from under("What is watched", _monitors(design))


def _without_owner(told: Items | None) -> Items | None:
    return items(it for it in told.items if "**Owner:**" not in it) if told else None


def _monitors(design: Design) -> Table | None:
    rows = [
        (
            component.title,
            *(
                listed(component.texts(name))
                or figure(design, component.quantity(name))
                for name in ("watch", "threshold", "window")
            ),
            shown(component.owner),
        )
        for component in design.of_kind("monitor")
    ]
    return table(("Monitor", "Watches", "Alarm at", "Over", "Owner"), rows[:MOST_ROWS])


def risks(of: WriteUpInputs) -> Iterator[Block]:
    """List the ways to fail, first those in which users are kept waiting or wronged."""
    found = sorted(of.design.failure_modes, key=lambda item: -_weight(of, item))
    rows = [
        (
            f"**{item.name}**" if item.name else titles_of(of.design, item.at),
            shown(item.symptom),
            shown(item.effect),
            shown(item.mitigation),
        )
        for item in found[:MOST_ROWS]
    ]
    yield from present(
        table(("Risk", "Seen first", "Users see", "Answer"), rows),
        more(len(found) - MOST_ROWS, "risk", "Failure modes"),
    )


def _weight(of: WriteUpInputs, mode: FailureMode) -> int:
    """Return how much a failure matters: on the request path, and how wide."""
    path = set(of.graph.in_request)
    acts = {id for id in mode.at if _decides(of.design, id)}
    return 4 * len(path & set(mode.at)) + 2 * len(acts) + bool(mode.effect)


def _decides(design: Design, id: str) -> bool:
    of = kind_of(design.components[id])
    return bool(of and not of.is_general and "decision" in of.gives)


def found(of: WriteUpInputs) -> Iterator[Block]:
    """Say what the checker found and what was accepted, in a line each."""
    open_ones = [item for item in of.found if not item.waived]
    if of.check or open_ones:
        yield Paragraph(summary_of_findings(open_ones, of.check))
    worst = sorted(open_ones, key=lambda item: (-item.severity.rank, item.sort_key))
    yield from present(items(map(_told, worst[:MOST_ROWS])))
    yield from present(more(len(worst) - MOST_ROWS, "finding", "Findings"))
    accepted = [item for item in of.found if item.waived]
    yield from present(
        items(f"Accepted: {it.name}, because {it.waived}" for it in accepted)
    )


def _told(item: Diagnostic) -> str:
    place = f"{item.code} {item.name}, line {item.span.line}"
    return f"**{item.severity.capitalize()}** {place}: {item.message}"


def pointer(of: WriteUpInputs) -> Iterator[Block]:
    """Say which document this belongs to."""
    yield Paragraph(
        f"What stands behind the [design doc](#design-doc) of {of.design.name}: every "
        "component, flow, feature and setting, and every figure with its working."
    )


REFERENCE: Mapping[str, tuple[str, Teller]] = MappingProxyType(
    {"pointer": ("", pointer)}
)
"""What only the reference has."""

SHORT: Mapping[str, tuple[str, Teller]] = MappingProxyType(
    {
        "overview": ("", overview),
        "deciding": ("The figures that decide", deciding),
        "problem": ("Problem", problem),
        "requirements": ("Requirements", requirements),
        "architecture": ("Architecture", system),
        "decisions": ("Decisions", decisions),
        "data": ("Data and labels", data),
        "proof": ("Evaluation and experiment", proof),
        "running": ("Release and monitoring", running),
        "risks": ("Risks", risks),
        "open_questions": ("Open questions", open_questions.open_questions),
        "findings": ("Findings", found),
    }
)
"""What the design doc tells in its own way."""
