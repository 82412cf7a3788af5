"""The request path: who waits for whom, and for how long."""

from dataclasses import replace

from designkit.estimates.answering import awaited_answer
from designkit.estimates.estimator import estimate_load
from designkit.estimates.figure import Estimate
from designkit.model.critical_path import CriticalPath
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.pictures.arrows import legend_of, merged
from designkit.pictures.cards import component_card, ghost_card
from designkit.pictures.drawing import Drawing, Node
from designkit.pictures.framing import tags_of
from designkit.pictures.inside import (
    between_cards,
    outer_of,
    parts_of,
    waited_flows,
)
from designkit.pictures.lanes import place_lanes, seated_lanes, stacks_of
from designkit.pictures.uncrossing import Arrangement, Seated, uncrossed
from designkit.pictures.view import view
from designkit.pictures.views.request_bar import budget_bar
from designkit.pictures.views.request_lanes import Seats
from designkit.pictures.views.request_path_figures import (
    caption_of,
    figures_of_hop,
    loop_of,
)
from designkit.pictures.views.run_path import suits as run_suits
from designkit.pictures.views.trunks import MANY, Told, by_stage


def suits(design: Design) -> bool:
    """Whether a design is told by its requests; one without any, by its run."""
    return not run_suits(design)


@view(order=20, suits=suits)
def request_path(design: Design) -> Drawing:
    """Calls and lookups of one request, with the time of each hop."""
    graph = Graph(design)
    flows = tuple(between_cards(design, waited_flows(design)))
    joined = {id for flow in flows for id in flow.ends}
    joined |= {outer_of(design, id) for id in graph.critical_path.components}
    ids = [id for id in design.components if id in joined]
    awaited, numbers = awaited_answer(design), estimate_load(design)
    path = awaited.path
    if len(ids) > MANY:
        return _by_stage(design, tuple(caption_of(design, awaited, numbers)))
    cards = {id: _card(design, path, numbers, id) for id in ids}
    seats = Seats.of(design, ids, flows, awaited)
    arrows = merged(flows, path.flows)
    ghosts = {
        (id, row): ghost_card(design.components[id], row + 1).at(at, 0.0)
        for (id, row), at in seats.ghosts(arrows).items()
    }
    lines = seats.lines(cards, ghosts)
    drawing = Drawing(
        name="request-path",
        title=design.name,
        subtitle="Request path: calls and lookups, milliseconds at each hop",
        description=_describe(design, path),
        nodes=(),
        arrows=tuple(map(seats.pointed, arrows)),
        caption=tuple(caption_of(design, awaited, numbers)),
        legend=legend_of(
            {f.mode.value for f in flows},
            strong="critical path" if path.components else "",
        ),
    )

    def drawn(seated: Seated) -> Drawing:
        placement = place_lanes(seated_lanes(lines, seated))
        bar = budget_bar(awaited, placement)
        return replace(placement, nodes=(*placement.nodes, *bar)).on(drawing)

    return uncrossed([Arrangement(stacks_of(lines), drawn)])


def _by_stage(design: Design, caption: tuple[str, ...]) -> Drawing:
    """Draw the calls and lookups of a design with too many of them for lanes."""
    flows = tuple(waited_flows(design))
    joined = {id for flow in flows for id in flow.ends}
    joined |= {*Graph(design).critical_path.components}
    parts = [it for id, it in design.components.items() if id in joined]
    return by_stage(design, Told("request-path", "Request path", parts, flows, caption))


def _card(design: Design, path: CriticalPath, estimate: Estimate, id: str) -> Node:
    component = design.components[id]
    figures = figures_of_hop(component, path, estimate)
    return component_card(
        component,
        figures,
        tags_of(design, id),
        parts_of(design).get(id, ()),
        loop=loop_of(component),
        strong=id in path.components,
    )


def _describe(design: Design, path: CriticalPath) -> str:
    names = [design.components[id].title for id in path.components]
    return f"The request path of {design.name}. " + (
        f"The critical path is {', '.join(names)}." if names else ""
    )
