"""How the system is put together: pictures, the hop budget, walks through the flows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kind
from designkit.documents.write_up.figures import phrase, title_of
from designkit.documents.write_up.parts import (
    Picture,
    Section,
    Table,
    cell,
    line,
    table,
)
from designkit.model.component import Component, Mode
from designkit.model.design import Design
from designkit.model.graph import CriticalPath, Graph
from designkit.model.reasons import Scenario
from designkit.quantities.writing import shown_latency
from designkit.text.escape import markdown

LEARNING = (Stage.LABELS, Stage.TRAINING, Stage.REGISTRY)
RETURNING = (Stage.MONITORING, Stage.RETRAINING)
PLACED = ("overview", "request-path", "training", "feedback-loop")
"""The views with a place in the text; the others stand at the end."""

MODE_NAMES: Mapping[Mode, tuple[str, str]] = {
    Mode.CALL: ("call", "calls"),
    Mode.LOOKUP: ("lookup", "lookups"),
    Mode.STREAM: ("stream", "streams"),
    Mode.BATCH: ("batch", "batches"),
    Mode.CONTROL: ("control flow", "control flows"),
}


@dataclass(frozen=True)
class Walk:
    """A scenario, step by step."""

    name: str
    steps: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class StageParts:
    """A stage and what works in it."""

    title: str
    text: str


@dataclass(frozen=True)
class Architecture:
    """What the pictures show, and what they show best in a table."""

    overview: Picture | None
    counts: str
    stages: tuple[StageParts, ...]
    request_path: Picture | None
    hops: Table | None
    slowest: str
    training: Picture | None
    feedback_loop: Picture | None
    walks: tuple[Walk, ...]


def architecture(design: Design, pictures: Mapping[str, str]) -> Section:
    """Show how the system is put together."""
    graph = Graph(design)
    body = Architecture(
        overview=_picture(pictures, "overview", _overview_alt(design)),
        counts=_counts(design),
        stages=tuple(_stages(design)),
        request_path=_picture(pictures, "request-path", _path_alt(design, graph)),
        hops=_hops(design, graph),
        slowest=_slowest(design, graph.critical_path),
        training=_picture(
            pictures, "training", f"Training: {_names(design, LEARNING)}."
        ),
        feedback_loop=_picture(
            pictures, "feedback-loop", f"Feedback loop: {_names(design, RETURNING)}."
        ),
        walks=tuple(_walk(design, scenario) for scenario in design.scenarios),
    )
    return Section("Architecture", "_architecture.md.j2", body)


def remaining_pictures(
    design: Design, pictures: Mapping[str, str]
) -> tuple[Picture, ...]:
    """Return the pictures that have no place of their own in the text."""
    name = markdown(design.name)
    return tuple(
        Picture(
            quote(file),
            f"{name}, {phrase(view)} view: "
            f"{len(design.components)} components and {len(design.flows)} flows.",
        )
        for view, file in pictures.items()
        if view not in PLACED
    )


def by_stage(design: Design) -> Iterator[tuple[Stage, tuple[Component, ...]]]:
    """Give each stage that has components, with these in the order of the file."""
    for stage in Stage:
        found = tuple(c for c in design.components.values() if _stage(c) is stage)
        if found:
            yield stage, found


def _stage(component: Component) -> Stage | None:
    found = kind(component.kind)
    return found.stage if found else None


def _picture(pictures: Mapping[str, str], view: str, alt: str) -> Picture | None:
    return Picture(quote(pictures[view]), alt) if view in pictures else None


def _overview_alt(design: Design) -> str:
    stages = ", ".join(stage.title for stage, _ in by_stage(design))
    return f"Overview of {markdown(design.name)}: {stages}."


def _path_alt(design: Design, graph: Graph) -> str:
    hops = graph.critical_path.components
    chain = " → ".join(title_of(design, id) for id in hops)
    return f"Request path. {_slowest(design, graph.critical_path)} {chain}.".strip()


def _names(design: Design, stages: tuple[Stage, ...]) -> str:
    wanted = [id for id, c in design.components.items() if _stage(c) in stages]
    return ", ".join(title_of(design, id) for id in wanted) or "nothing yet"


def _counts(design: Design) -> str:
    """Say how many parts there are, and how they are joined."""
    stages = len(list(by_stage(design)))
    modes = [
        _counted(count, *names)
        for mode, names in MODE_NAMES.items()
        if (count := sum(flow.mode is mode for flow in design.flows))
    ]
    parts = _counted(len(design.components), "component", "components")
    where = f"{parts} in {_counted(stages, 'stage', 'stages')}"
    if not modes:
        return f"{where}, with no flow between them yet."
    flows = _counted(len(design.flows), "flow", "flows")
    return f"{where}, joined by {flows}: {', '.join(modes)}."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _stages(design: Design) -> Iterator[StageParts]:
    for stage, components in by_stage(design):
        yield StageParts(stage.title, ", ".join(_named(c) for c in components))


def _named(component: Component) -> str:
    title = markdown(component.title)
    technology = line(component.technology or "")
    if "(" in technology:
        return f"{title} on {technology}"
    return f"{title} ({technology})" if technology else title


def _hops(design: Design, graph: Graph) -> Table | None:
    """List what a request waits for: the critical path first, with its running sum."""
    path = graph.critical_path.components
    timed = {id for id in graph.in_request if design.components[id].latency}
    rows, total = list[tuple[str, ...]](), 0.0
    for id in (hop for hop in path if hop in timed):
        latency = design.components[id].latency
        total += latency.p99.high if latency and latency.p99 else 0.0
        rows.append((*_hop(design.components[id]), shown_latency(total), "yes"))
    beside = [c for id, c in design.components.items() if id in timed - set(path)]
    rows += [(*_hop(component), "", "no") for component in beside]
    headings = ("Hop", "Technology", "p50", "p99", "Sum of p99", "On critical path")
    return table(headings, rows)


def _hop(component: Component) -> tuple[str, ...]:
    latency = component.latency
    return (
        markdown(component.title),
        cell(component.technology),
        cell(latency.p50 if latency else None),
        cell(latency.p99 if latency else None),
    )


def _slowest(design: Design, path: CriticalPath) -> str:
    """Compare the slowest way through with what is promised."""
    if not path.components:
        return ""
    objectives = design.objectives
    promised = objectives.latency.p99 if objectives and objectives.latency else None
    budget = f" of the {line(promised)} promised at p99" if promised else ""
    return f"The slowest way through adds up to {shown_latency(path.p99)}{budget}."


def _walk(design: Design, scenario: Scenario) -> Walk:
    steps = (
        (
            f"{title_of(design, step.source)} → {title_of(design, step.target)}",
            line(step.note),
        )
        for step in scenario.steps
    )
    return Walk(
        name=markdown(scenario.name),
        steps=tuple(": ".join(part for part in step if part) for step in steps),
        note=line(scenario.note),
    )
