"""What can be changed in a good design: a part goes, a type or a value is another."""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from designkit.catalog.kind import Kind
from designkit.catalog.kinds import all_kinds, kind, may_give, may_take
from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.figures import scaled_text
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.operators.component_left_out import (
    component_left_out,
)
from designkit.handouts.fault_hunt.operators.flow_left_out import flow_left_out
from designkit.handouts.fault_hunt.operators.flow_retyped import flow_retyped
from designkit.handouts.fault_hunt.options import options_of
from designkit.handouts.fault_hunt.visible import REASONS, ShownValue
from designkit.handouts.fault_hunt.wording import text_of
from designkit.model.figures import stated_quantities
from designkit.quantities.quantity import NUMBER, Quantity
from designkit.source.node import Path, YamlNode

FACTORS = (10.0, 0.1)
FLAGS = {True: "false", False: "true"}
UNMOVED = ("flows", "waivers", *REASONS)
"""Sections in which no choice is looked for; flows have their own."""


class Family(StrEnum):
    """What sort of change it is."""

    DELETION = "deletions"
    RETYPE = "retypes"
    VALUE = "values"


def mutations(draft: Draft, family: Family) -> tuple[Mutation, ...]:
    """Return every change of one sort that can be made in a design."""
    makers = {
        Family.DELETION: (component_left_out.make, flow_left_out.make),
        Family.RETYPE: (flow_retyped.make, _kinds),
        Family.VALUE: (_numbers, _flags, _choices, _items),
    }
    return tuple(one for make in makers[family] for one in make(draft))


def _kinds(draft: Draft) -> Iterator[Mutation]:
    """A component is of another kind that takes and gives all that it does."""
    for id, component in draft.design.components.items():
        own = kind(component.kind)
        taken = {f.carries for f in draft.design.flows if f.target == id}
        given = {f.carries for f in draft.design.flows if f.source == id}
        for other in all_kinds():
            if own and other != own and _fits(own, other, taken, given):
                yield draft.put(("components", id, "kind"), other.name)


def _fits(
    own: Kind, other: Kind, taken: set[str | None], given: set[str | None]
) -> bool:
    is_near = own.stage is other.stage
    return is_near and taken <= set(may_take(other)) and given <= set(may_give(other))


def _numbers(draft: Draft) -> Iterator[Mutation]:
    """A number is ten times as large, or a tenth."""
    for path, quantity in stated_quantities(draft.design):
        for factor in FACTORS:
            text = _times(quantity, factor)
            if text != quantity.text and draft.node(path):
                yield draft.put(path, text)


def _times(quantity: Quantity, factor: float) -> str:
    """Write a multiple of a number; of a range, that of both ends."""
    if not quantity.is_range:
        return scaled_text(quantity, factor)
    return re.sub(NUMBER, lambda found: _product(found[0], factor), quantity.text)


def _product(number: str, factor: float) -> str:
    return f"{float(number.replace(',', '')) * factor:.6g}"


def _flags(draft: Draft) -> Iterator[Mutation]:
    """What is so is not so."""
    for statement in _statements(draft):
        if isinstance(statement.node.value, bool):
            yield draft.put(statement.path, FLAGS[statement.node.value])


def _choices(draft: Draft) -> Iterator[Mutation]:
    """Of what can be chosen, something else is."""
    for statement in _statements(draft):
        if statement.node.kind == "scalar":
            for choice in options_of(draft, statement):
                if choice != text_of(statement.node):
                    yield draft.put(statement.path, choice)


def _items(draft: Draft) -> Iterator[Mutation]:
    """Of several that are chosen, one is not, or is another."""
    for statement in _statements(draft):
        options = options_of(draft, statement) if statement.node.items else ()
        said = [item.text for item in statement.node.items]
        for number, text in enumerate(said) if options else ():
            path = (*statement.path, number)
            if len(said) > 1:
                yield replace(draft.left_out(path), after="")
            for other in (choice for choice in options if choice not in said):
                yield replace(draft.put(path, other), before=text)


def _statements(draft: Draft) -> Iterator[ShownValue]:
    """Give all that a design states but names and reasons."""
    for section, node in draft.root.entries.items():
        if section not in UNMOVED:
            yield from _below((section,), node)
    for number, flow in enumerate(draft.flows):
        yield from _below(("flows", number), flow)


def _below(path: Path, node: YamlNode) -> Iterator[ShownValue]:
    for key, child in node.entries.items():
        yield ShownValue((*path, key), child)
        yield from _below((*path, key), child)
