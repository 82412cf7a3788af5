"""Components as they are drawn: what is inside another is a row of its card."""

from collections.abc import Iterable, Iterator, Mapping

from designkit.model.component import Component, Flow, Mode
from designkit.model.design import Design


def outer_of(design: Design, id: str) -> str:
    """Return the component whose card shows `id`: its host, or itself."""
    return design.components[id].host or id


def parts_of(design: Design) -> Mapping[str, tuple[Component, ...]]:
    """Return what is inside each component that has something inside."""
    found: dict[str, list[Component]] = {}
    for part in design.components.values():
        if part.host:
            found.setdefault(part.host, []).append(part)
    return {host: tuple(parts) for host, parts in found.items()}


def waited_flows(design: Design) -> Iterator[Flow]:
    """Give what somebody waits for: calls, and what is read by those who take part.

    What a job reads that nobody calls is no part of a request.
    """
    calls = [flow for flow in design.flows if flow.mode is Mode.CALL]
    asked = {outer_of(design, id) for flow in calls for id in flow.ends}
    for flow in design.flows:
        takes_part = not asked or outer_of(design, flow.target) in asked
        if flow.mode is Mode.CALL or (flow.mode is Mode.LOOKUP and takes_part):
            yield flow


def between_cards(design: Design, flows: Iterable[Flow]) -> Iterator[Flow]:
    """Give `flows` from card to card; those inside a card are not drawn."""
    for flow in flows:
        source, target = (outer_of(design, id) for id in flow.ends)
        if (source, target) == flow.ends:
            yield flow
        elif source != target:
            yield flow.model_copy(update={"source": source, "target": target})
