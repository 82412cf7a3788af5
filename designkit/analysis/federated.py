"""Training on devices: who trains so, and which devices take part."""

from designkit.analysis.facts import Facts
from designkit.analysis.on_device import parts_on
from designkit.model.component import Component
from designkit.source.kind_of import is_federated


def federated(facts: Facts) -> tuple[Component, ...]:
    """Return the trainers that learn from what devices send back, not from datasets."""
    return tuple(part for part in facts.of_kind("trainer") if is_federated(part))


def taking_part(facts: Facts, trainer: Component) -> tuple[Component, ...]:
    """Return the devices that send `trainer` updates; else those that it reaches."""
    devices = facts.of_kind("device")
    for found in (
        facts.ancestors((trainer.id,), "model"),
        facts.descendants((trainer.id,), "model"),
    ):
        near = (
            it for it in devices if not found.isdisjoint(parts_on(facts.design, it))
        )
        if known := tuple(near):
            return known
    return ()
