"""What runs on a device: itself, what it hosts, and the models of these."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.model.component import Component
from designkit.model.design import Design


def parts_on(design: Design, device: Component) -> frozenset[str]:
    """Return the ids of a device and of what runs in its process."""
    hosted = (it.id for it in design.components.values() if it.host == device.id)
    return frozenset((device.id, *hosted))


DRAWS = ("energy-per-prediction", "power-draw", "idle-power")
"""What says that something takes energy from the battery of its device."""


def drawing_on(design: Design, device: Component) -> tuple[Component, ...]:
    """Return what states its energy on a device: itself, then what runs in it."""
    parts = parts_on(design, device)
    found = (it for it in design.components.values() if it.id in parts)
    drawing = (it for it in found if any(map(it.quantity, DRAWS)))
    return tuple(sorted(drawing, key=lambda it: it.id != device.id))


def models_on(design: Design, device: Component) -> tuple[str, ...]:
    """Return the ids of the models that run on a device, in the order of the file."""
    parts = parts_on(design, device)
    found = design.models.items()
    return tuple(id for id, model in found if not parts.isdisjoint(model.served_by))


def senders(facts: Facts, device: Component) -> tuple[Component, ...]:
    """Return what sends a device its models: the last before it, or those behind."""
    parts = parts_on(facts.design, device)
    last = dict.fromkeys(_last(facts, parts))
    behind = facts.ancestors(parts, "model") - parts
    ids = (*last, *(id for id in facts.design.components if id in behind - {*last}))
    return tuple(facts.design.components[id] for id in ids)


def _last(facts: Facts, parts: frozenset[str]) -> Iterator[str]:
    for id in sorted(parts):
        for flow in facts.flows_to(id, "model"):
            if flow.source not in parts:
                yield flow.source
