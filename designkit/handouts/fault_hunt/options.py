"""What may be chosen where a design states a choice."""

from typing import Literal, get_args, get_origin

from designkit.catalog.kinds import all_kinds, kind
from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.visible import ShownValue
from designkit.handouts.fault_hunt.wording import text_of
from designkit.model.design import Design
from designkit.source.keys import section_at


def options_of(draft: Draft, statement: ShownValue) -> tuple[str, ...]:
    """Return what can be chosen: as the kind of the component says, or the language.

    What the language leaves open, a kind with an attribute of the same name may fix.
    """
    section, *steps = statement.path
    if section == "components":
        of = kind(draft.design.components[str(steps[0])].kind)
        attribute = of.attribute(statement.key) if of else None
        return attribute.choices if attribute else ()
    return _literal(statement) or _borrowed(statement)


def _literal(statement: ShownValue) -> tuple[str, ...]:
    section = section_at(Design, statement.path[:-1])
    for name, field in section.model_fields.items() if section else ():
        if (field.alias or name) == statement.key:
            inner = (field.annotation, *get_args(field.annotation))
            return next((get_args(t) for t in inner if get_origin(t) is Literal), ())
    return ()


def _borrowed(statement: ShownValue) -> tuple[str, ...]:
    said = set(text_of(statement.node).split(", "))
    for of in all_kinds():
        attribute = of.attribute(statement.key)
        if attribute and said.issubset(attribute.choices):
            return attribute.choices
    return ()
