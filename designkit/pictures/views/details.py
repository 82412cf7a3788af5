"""Details of a design: a stage, or one component, with all that it has to do with.

They are no views of their own in lists, since there is one for each stage and each
component; they are asked for by name, such as ``stage:serving`` or ``around:score``.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from designkit.catalog.kind import Stage
from designkit.model.component import Flow
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.pictures.arrows import legend_of, merged
from designkit.pictures.bands import Band, Spacing
from designkit.pictures.cards import component_card, stage_of
from designkit.pictures.columns import settled, spread
from designkit.pictures.drawing import Drawing, Node
from designkit.pictures.framing import tags_of, with_groups
from designkit.pictures.inside import between_cards, outer_of, parts_of
from designkit.pictures.packing import MakeBand, packed
from designkit.pictures.phrases import figures_of
from designkit.pictures.view import View
from designkit.text.choices import unknown
from designkit.text.counts import counted

GAPS = Spacing(column=76, card=34, band=96, row=80)
ORDER = 60
"""After all views that are in lists."""


def find_detail(name: str) -> View | None:
    """Return the view called ``stage:…`` or ``around:…``; nothing for other names.

    What stands after the colon is looked up when it is drawn, in the design.
    """
    word, colon, what = name.partition(":")
    draw = DETAILS.get(word) if colon else None
    if draw is None:
        return None
    summary = f"{word.capitalize()} {what}, with all that it has flows with."
    return View(name, ORDER, summary, partial(with_groups, partial(draw, what)))


def details_of(design: Design) -> tuple[str, ...]:
    """Return the names of all details that `design` has: of stages, of components."""
    stages = [stage for stage in Stage if stage in _stages(design)]
    return (
        *(f"stage:{stage.value}" for stage in stages),
        *(f"around:{id}" for id in design.components),
    )


def _stages(design: Design) -> frozenset[Stage]:
    return frozenset(map(stage_of, design.components.values()))


def _stage(what: str, design: Design) -> Drawing:
    known = {stage.value: stage for stage in Stage if stage in _stages(design)}
    if what not in known:
        raise unknown("stage of the design", what, known)
    stage = known[what]
    members = [id for id, it in design.components.items() if stage_of(it) is stage]
    return _detail(design, f"stage:{what}", stage.title, members)


def _around(what: str, design: Design) -> Drawing:
    if what not in design.components:
        raise unknown("component", what, design.components)
    return _detail(design, f"around:{what}", design.components[what].title, [what])


DETAILS: Mapping[str, Callable[[str, Design], Drawing]] = {
    "stage": _stage,
    "around": _around,
}


def _detail(design: Design, name: str, title: str, members: Sequence[str]) -> Drawing:
    """Draw `members` between those who give them something and those who take it."""
    chosen = dict.fromkeys(outer_of(design, id) for id in members)
    flows = [
        flow
        for flow in between_cards(design, design.flows)
        if not chosen.keys().isdisjoint(flow.ends)
    ]
    given = dict.fromkeys(f.source for f in flows if f.source not in chosen)
    taken = dict.fromkeys(f.target for f in flows if f.target not in chosen)
    takers = [id for id in taken if id not in given]
    path = Graph(design).critical_path
    cards = {
        id: _card(design, id, strong=id in path.components)
        for id in (*chosen, *given, *takers)
    }
    sides = (
        ("From", "problem", list(given)),
        (title, _tint(design, chosen), list(chosen)),
    )
    row = [
        _maker(flows, cards, *side)
        for side in (*sides, ("To", "governance", takers))
        if side[2]
    ]
    arrows = merged(flows, path.flows, noted=True)
    placement = packed([row], GAPS, arrows)
    parts, others = counted(len(members), "component"), len(given) + len(takers)
    strong = "critical path of a request" if any(a.strong for a in arrows) else ""
    return Drawing(
        name=name.replace(":", "-"),
        title=design.name,
        subtitle=f"{title}: {parts}, {counted(len(flows), 'flow')}",
        description=f"{title} of {design.name}: {parts}, and the "
        f"{counted(others, 'other')} that it has flows with.",
        nodes=placement.nodes,
        groups=placement.groups,
        arrows=arrows,
        legend=legend_of({flow.mode.value for flow in flows}, strong=strong),
    )


def _tint(design: Design, ids: Mapping[str, None]) -> str:
    return stage_of(design.components[next(iter(ids))]).value


def _card(design: Design, id: str, *, strong: bool) -> Node:
    component = design.components[id]
    inside = parts_of(design).get(id, ())
    figures, tags = figures_of(component), tags_of(design, id)
    return component_card(component, figures, tags, inside, strong=strong)


def _maker(
    flows: Sequence[Flow],
    cards: Mapping[str, Node],
    title: str,
    stage: str,
    ids: Sequence[str],
) -> MakeBand:
    def make(most: int) -> Band:
        side = 1 if title in ("From", "To") and len(ids) <= ROOM else most
        columns = settled(spread(ids, flows, side), flows)
        table = tuple(tuple(cards[id] for id in column) for column in columns)
        return Band(title.lower(), title, stage, table)

    return make


ROOM = 8
"""Cards of givers or takers that stand in one column."""
