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
from designkit.estimates.answering import (
    AwaitedAnswer,
    awaited_answer,
)
from designkit.model.component import Component, Mode
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.model.reasons import Scenario
from designkit.pictures.views.run_path import told_of_run
from designkit.quantities.writing import shown_latency
from designkit.source.kind_of import kind_of
from designkit.text.counts import counted

LEARNING = (Stage.LABELS, Stage.TRAINING, Stage.REGISTRY)
RETURNING = (Stage.MONITORING, Stage.RETRAINING)
PLACED = ("overview", "request-path", "run-path", "training", "feedback-loop")
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
    yield from under("Run path", *run_path(of))
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
    shown = picture(of, "request-path", _path_alt(of.design))
    said = paragraph(_slowest(awaited_answer(of.design)))
    return (shown, said, _hops(of.design, of.graph, on_path=on_path))


def run_path(of: WriteUpInputs) -> tuple[Block | None, ...]:
    """Show what is scored without a request: the picture, and when it is done."""
    way, *times = told_of_run(of.design)
    shown = picture(of, "run-path", f"Run path. {way}")
    return (shown, paragraph(" ".join(times))) if shown else ()


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


def _path_alt(design: Design) -> str:
    awaited = awaited_answer(design)
    chain = " → ".join(title_of(design, id) for id in awaited.path.components)
    return f"Request path. {_slowest(awaited)} {chain}.".strip()


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
    awaited = awaited_answer(design)
    path, parts = awaited.path.components, awaited.parts
    timed = {id for id in graph.in_request if parts[id].latency}
    rows, total = list[tuple[str, ...]](), 0.0
    for id in (hop for hop in path if hop in timed):
        latency = parts[id].latency
        total += latency.p99.high if latency and latency.p99 else 0.0
        rows.append((*_hop(parts[id]), shown_latency(total), "yes"))
    if on_path:
        return table(HOPS[:-1], [row[:-1] for row in rows])
    beside = [part for id, part in parts.items() if id in timed - set(path)]
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


def _slowest(awaited: AwaitedAnswer) -> str:
    """Compare the slowest way through with what is promised."""
    path, promised = awaited.path, awaited.promised
    if not path.components:
        return ""
    budget = f" of the {shown(promised)} promised at p99" if promised else ""
    way = "way to the first token" if awaited.is_streamed else "way through"
    return f"The slowest {way} adds up to {shown_latency(path.p99)}{budget}."


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
