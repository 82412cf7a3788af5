"""The kind of a component, with what the component itself decides of it."""

from dataclasses import replace

from designkit.catalog.kind import Kind, Stage
from designkit.catalog.kinds import kind
from designkit.model.component import Component


def kind_of(component: Component) -> Kind | None:
    """Return the kind of `component`, if there is one of this name.

    One of a general kind works in the stage that it states.
    """
    found = kind(component.kind)
    if found is None or not found.is_general:
        return found
    stage = stated_stage(component)
    return replace(found, stage=stage) if stage else found


def stated_stage(component: Component) -> Stage | None:
    """Return the stage whose work a component of a general kind says that it does."""
    found = kind(component.kind)
    said = component.texts("stage") if found and found.is_general else ()
    return Stage(said[0]) if said else None


def glyph_of(component: Component) -> str:
    """Return the name of the glyph for `component`; a box if its kind is unknown."""
    found = kind_of(component)
    return found.drawn_as if found else "box"
