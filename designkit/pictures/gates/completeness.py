"""Whether a picture has every flow that its view promises: drawn, or named in words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from designkit.model.component import Flow
from designkit.model.design import Design
from designkit.pictures.cards import stage_of
from designkit.pictures.drawing import Arrow, Drawing, Node, Telling, TextPart
from designkit.pictures.gates.gate import Gate, PictureFault
from designkit.pictures.inside import outer_of, waited_flows

Ends = tuple[str, str]

WATCHERS = ("metric", "alert", "audit-record")
"""What flows to those that only look on."""

NOT_LEARNT = ("metric", "audit-record", "raw-table", "request", "response", "policy")
"""What says nothing of how a system learns."""

NOT_RUN = (
    *WATCHERS,
    *("label", "dataset", "feature-def", "schema", "secret"),
    *("tool-call", "tool-result", "trace"),
)
"""What neither feeds, nor steers, nor comes out of a run."""

SHOWN: Mapping[str, Callable[[Design], Iterable[Flow]]] = MappingProxyType(
    {
        "overview": lambda _: (),
        "request-path": waited_flows,
        "run-path": lambda of: (f for f in of.flows if f.carries not in NOT_RUN),
        "training": lambda of: (
            flow
            for flow in of.flows
            if not flow.mode.is_synchronous
            and flow.carries not in WATCHERS
            and (flow.carries == "model" or of.components[flow.target].kind != "client")
        ),
        "feedback-loop": lambda of: (
            flow for flow in of.flows if flow.carries not in NOT_LEARNT
        ),
    }
)
"""Which flows a view is about; any other view is about all of them.

The overview is about stages, and chooses the arrows that tell their story.
"""

WHOLE = ("full", "request-path")
"""Views that also have every component that their flows join."""

WITHOUT_PARTS = ("run-path", "training", "feedback-loop")
"""Views whose cards do not show what is inside a component."""


def undrawn(design: Design, drawing: Drawing) -> Iterator[PictureFault]:
    """Give the flows that a placed `drawing` of `design` should have and has not.

    A flow is drawn by an arrow of its mode between the cards of its ends, that carries
    its data type, and told by a line of a card that does the same. It is named where
    the description of another arrow or of a card has ``source to target`` by id, or a
    row of a card points to the other end by its title. Flows inside one card are not
    drawn, and need not be.
    """
    cards = _cards_of(design, drawing)
    for flow in _promised(design, drawing.name):
        ends = cards.get(flow.source, ""), cards.get(flow.target, "")
        if "" in ends and drawing.name not in WHOLE:
            continue
        if ends[0] == ends[1] != "":
            continue
        if not (
            _is_drawn(flow, ends, drawing)
            or _is_told(flow, ends, drawing)
            or _is_named(flow, design, drawing)
        ):
            what = f"{flow.source} -> {flow.target}: {flow.type_name or flow.mode}"
            yield PictureFault(Gate.UNDRAWN, what)


def _promised(design: Design, view: str) -> Iterator[Flow]:
    """Give the flows that a view is about; a detail is about those of its own cards."""
    shown, own = SHOWN.get(view), _own_cards(design, view)
    for flow in shown(design) if shown else design.flows:
        if own is None or not own.isdisjoint(_outer_ends(design, flow)):
            yield flow


def _own_cards(design: Design, view: str) -> frozenset[str] | None:
    """Return the cards in the middle of a detail; nothing for other views."""
    word, _, what = view.partition("-")
    if word not in ("stage", "around"):
        return None
    return frozenset(
        outer_of(design, id)
        for id, component in design.components.items()
        if what == (stage_of(component).value if word == "stage" else id)
    )


def _outer_ends(design: Design, flow: Flow) -> Iterator[str]:
    return (outer_of(design, id) for id in flow.ends)


def _cards_of(design: Design, drawing: Drawing) -> Mapping[str, str]:
    """Return the card that shows each component, of those that are shown."""
    cards = {node.id: node.id for node in drawing.nodes}
    cards |= {part.id: node.id for node in drawing.nodes for part in node.members}
    if drawing.name in WITHOUT_PARTS:
        return cards
    hosted = {id: cards.get(outer_of(design, id), "") for id in design.components}
    return {**hosted, **cards}


def _is_drawn(flow: Flow, ends: Ends, drawing: Drawing) -> bool:
    allowed = (ends, ends[::-1]) if flow.answer else (ends,)
    return any(
        (arrow.source, arrow.target) in allowed and _carries(arrow, flow)
        for arrow in drawing.arrows
        if arrow.route
    )


def _is_told(flow: Flow, ends: Ends, drawing: Drawing) -> bool:
    """Whether a line of the card of its source stands for the flow."""
    return any(
        (node.id, telling.target) == ends and _carries(telling, flow)
        for node in drawing.nodes
        for telling in node.tellings
        if telling.parts
    )


def _carries(drawn: Arrow | Telling, flow: Flow) -> bool:
    is_said = not flow.type_name or flow.type_name in drawn.carries.split()
    return drawn.mode == flow.mode.value and is_said


def _is_named(flow: Flow, design: Design, drawing: Drawing) -> bool:
    words = f"{re.escape(flow.source)} to {re.escape(flow.target)}"
    said = re.compile(rf"(?<![\w-]){words}(?![\w-])")
    routed = (arrow for arrow in drawing.arrows if arrow.route)
    trunks = (it.description for it in routed if {it.source, it.target} != {*flow.ends})
    cards = (node.description for node in drawing.nodes)
    return any(map(said.search, (*trunks, *cards))) or any(
        _points_to(node, design.components[id].title)
        for node in drawing.nodes
        for own, id in (flow.ends, flow.ends[::-1])
        if own == node.id
    )


def _points_to(node: Node, title: str) -> bool:
    """Whether a row of a card is an arrow and the title of another component."""
    rows = [part.text for part in node.parts if isinstance(part, TextPart)]
    return any(re.fullmatch(rf"[→←] ?{re.escape(title)}", row) for row in rows)
