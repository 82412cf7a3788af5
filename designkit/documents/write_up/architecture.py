"""How the system is put together: pictures, the hop budget, walks through the flows."""

from collections.abc import Iterator, Mapping

from designkit.catalog.kind import Stage
from designkit.documents.paper import Block, Heading, Paragraph, Picture, Table
from designkit.documents.write_up.blocks import (
    items,
    paragraph,
    present,
    shown,
    steps,
    table,
    under,
)
from designkit.documents.write_up.figures import phrase, title_of
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.estimates.answering import until_first_token, way_of
from designkit.model.component import Component, Mode
from designkit.model.critical_path import CriticalPath
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.model.reasons import Scenario
from designkit.quantities.writing import shown_latency
from designkit.source.kind_of import kind_of
from designkit.text.counts import counted

LEARNING = (Stage.LABELS, Stage.TRAINING, Stage.REGISTRY)
RETURNING = (Stage.MONITORING, Stage.RETRAINING)
PLACED = ("overview", "request-path", "training", "feedback-loop")
"""The views with a place in the text; the others stand at the end."""

HOPS = ("Hop", "Technology", "p50", "p99", "Sum of p99", "On critical path")

MODE_NAMES: Mapping[Mode, tuple[str, str]] = {
    Mode.CALL: ("call", "calls"),
    Mode.LOOKUP: ("lookup", "lookups"),
    Mode.STREAM: ("stream", "streams"),
    Mode.BATCH: ("batch", "batches"),
    Mode.CONTROL: ("control flow", "control flows"),
}


def architecture(of: WriteUpInputs) -> Iterator[Block]:
    """Show how the system is put together."""
    yield from present(overview(of), paragraph(counts(of.design)))
    yield from present(items(stages(of.design)))
    yield from under("Request path", *request_path(of))
    yield from under("Training", training(of))
    yield from under("Feedback loop", feedback_loop(of))
    for number, scenario in enumerate(of.design.scenarios, 1):
        yield Heading(f"Walk: {scenario.name}", 3, f"walk-{number}")
        yield from _walk(of.design, scenario)


def overview(of: WriteUpInputs) -> Picture | None:
    """Return the picture of the whole in six stages."""
    stages = ", ".join(stage.title for stage, _ in by_stage(of.design))
    return picture(of, "overview", f"Overview of {of.design.name}: {stages}.")


def request_path(
    of: WriteUpInputs, *, on_path: bool = False
) -> tuple[Block | None, ...]:
    """Show what a request waits for: the picture, the sum, and hop by hop.

    Only the hops `on_path` decide how long it takes.
    """
    shown = picture(of, "request-path", _path_alt(of.design, of.graph))
    design, graph = _timed(of.design, of.graph)
    said = paragraph(_slowest(design, graph.critical_path))
    return (shown, said, _hops(design, graph, on_path=on_path))


def _timed(design: Design, graph: Graph) -> tuple[Design, Graph]:
    """Return what hops are told of: where an answer is streamed, to its first token."""
    if not _is_streamed(design):
        return design, graph
    streamed = until_first_token(design)
    return streamed, Graph(streamed)


def _is_streamed(design: Design) -> bool:
    promised = design.objectives
    waits = promised and promised.first_token and not promised.latency
    return bool(waits and way_of(design))


def training(of: WriteUpInputs) -> Picture | None:
    """Return the picture of how models are trained."""
    return picture(of, "training", f"Training: {_names(of.design, LEARNING)}.")


def feedback_loop(of: WriteUpInputs) -> Picture | None:
    """Return the picture of how outcomes become what is learnt."""
    alt = f"Feedback loop: {_names(of.design, RETURNING)}."
    return picture(of, "feedback-loop", alt)


def full_picture(of: WriteUpInputs) -> Iterator[Block]:
    """Show the pictures that have no place of their own in the text."""
    design = of.design
    for view in of.views:
        if view not in PLACED:
            parts = counted(len(design.components), "component")
            size = f"{parts} and {counted(len(design.flows), 'flow')}"
            alt = f"{design.name}, {phrase(view)} view: {size}."
            yield Picture(view, alt=alt)


def picture(of: WriteUpInputs, view: str, alt: str) -> Picture | None:
    """Return the picture of a view, if it is among those that are shown."""
    return Picture(view, alt=alt) if view in of.views else None


def by_stage(design: Design) -> Iterator[tuple[Stage, tuple[Component, ...]]]:
    """Give each stage that has components, with these in the order of the file."""
    for stage in Stage:
        found = tuple(c for c in design.components.values() if _stage(c) is stage)
        if found:
            yield stage, found


def _stage(component: Component) -> Stage | None:
    found = kind_of(component)
    return found.stage if found else None


def _path_alt(design: Design, graph: Graph) -> str:
    design, graph = _timed(design, graph)
    hops = graph.critical_path.components
    chain = " → ".join(title_of(design, id) for id in hops)
    return f"Request path. {_slowest(design, graph.critical_path)} {chain}.".strip()


def _names(design: Design, stages: tuple[Stage, ...]) -> str:
    wanted = [id for id, c in design.components.items() if _stage(c) in stages]
    return ", ".join(title_of(design, id) for id in wanted) or "nothing yet"


def counts(design: Design) -> str:
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


def stages(design: Design) -> Iterator[str]:
    """Name what works in each stage."""
    for stage, components in by_stage(design):
        yield f"**{stage.title}:** {', '.join(_named(c) for c in components)}"


def _named(component: Component) -> str:
    title = component.title
    technology = shown(component.technology or "")
    if "(" in technology:
        return f"{title} on {technology}"
    return f"{title} ({technology})" if technology else title


def _hops(design: Design, graph: Graph, *, on_path: bool = False) -> Table | None:
    """List what a request waits for: the critical path first, with its running sum."""
    path = graph.critical_path.components
    timed = {id for id in graph.in_request if design.components[id].latency}
    rows, total = list[tuple[str, ...]](), 0.0
    for id in (hop for hop in path if hop in timed):
        latency = design.components[id].latency
        total += latency.p99.high if latency and latency.p99 else 0.0
        rows.append((*_hop(design.components[id]), shown_latency(total), "yes"))
    if on_path:
        return table(HOPS[:-1], [row[:-1] for row in rows])
    beside = [c for id, c in design.components.items() if id in timed - set(path)]
    rows += [(*_hop(component), "", "no") for component in beside]
    return table(HOPS, rows)


def _hop(component: Component) -> tuple[str, ...]:
    latency = component.latency
    return (
        component.title,
        shown(component.technology),
        shown(latency.p50 if latency else None),
        shown(latency.p99 if latency else None),
    )


def _slowest(design: Design, path: CriticalPath) -> str:
    """Compare the slowest way through with what is promised."""
    if not path.components:
        return ""
    objectives, way = design.objectives, "through"
    times = objectives.latency if objectives else None
    if objectives and _is_streamed(design):
        times, way = objectives.first_token, "to the first token"
    budget = (
        f" of the {shown(times.p99)} promised at p99" if times and times.p99 else ""
    )
    return f"The slowest way {way} adds up to {shown_latency(path.p99)}{budget}."


def _walk(design: Design, scenario: Scenario) -> Iterator[Block]:
    told = (
        (
            f"{title_of(design, step.source)} → {title_of(design, step.target)}",
            shown(step.note),
        )
        for step in scenario.steps
    )
    found = present(
        steps(": ".join(part for part in step if part) for step in told),
        paragraph(shown(scenario.note)),
    )
    yield from found or (Paragraph("No step is stated yet."),)
