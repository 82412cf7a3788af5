"""Components as they are drawn: what is inside another is a row of its card."""

from collections.abc import Iterable, Iterator, Mapping

from designkit.model.component import Component, Flow
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


def between_cards(design: Design, flows: Iterable[Flow]) -> Iterator[Flow]:
    """Give `flows` from card to card; those inside a card are not drawn."""
    for flow in flows:
        source, target = (outer_of(design, id) for id in flow.ends)
        if (source, target) == flow.ends:
            yield flow
        elif source != target:
            yield flow.model_copy(update={"source": source, "target": target})
