"""The kind of a component, with what the component itself decides of it."""

from dataclasses import replace

from designkit.catalog.kind import DataType, Kind, Stage
from designkit.catalog.kinds import kind
from designkit.model.component import Component
from designkit.model.vocabulary import OwnKind, Vocabulary


def kind_of(component: Component) -> Kind | None:
    """Return the kind of `component`, if there is one of this name.

    One of a general kind works in the stage that it states. One of a kind of the
    design's own is what that is like, but for what it says itself. What trains on
    devices gets their updates, and no dataset.
    """
    found = kind(component.kind)
    if found is not None and component.own_kind is not None:
        found = derived(found, component.own_kind)
    if found is not None and found.name == "trainer" and is_federated(component):
        found = replace(found, needs=("model",))
    if found is None or not found.is_general:
        return found
    stage = stated_stage(component)
    return replace(found, stage=stage) if stage else found


def is_federated(trainer: Component) -> bool:
    """Whether a trainer asks devices, whose data stay where they are."""
    return trainer.quantity("clients-per-round") is not None


def derived(like: Kind, own: OwnKind) -> Kind:
    """Return the kind that is `like` one of the catalogue, but for what it says."""
    takes = own.takes or like.takes
    groups = (tuple(it for it in one if it in takes) for one in like.needs_one)
    return replace(
        like,
        name=own.name,
        definition=own.definition,
        stage=Stage(own.stage) if own.stage else like.stage,
        takes=takes,
        gives=own.gives or like.gives,
        needs=tuple(it for it in like.needs if it in takes),
        needs_one=tuple(one for one in groups if one),
        glyph=own.glyph or like.drawn_as,
        example="",
    )


def stated_stage(component: Component) -> Stage | None:
    """Return the stage whose work a component of a general kind says that it does."""
    found = kind(component.kind)
    if found is None or not found.is_general:
        return None
    own = component.own_kind.stage if component.own_kind else None
    said = (*component.texts("stage"), *((own,) if own else ()))
    return Stage(said[0]) if said else None


def glyph_of(component: Component) -> str:
    """Return the name of the glyph for `component`; a box if its kind is unknown."""
    found = kind_of(component)
    return found.drawn_as if found else "box"


def own_kinds(words: Vocabulary) -> tuple[Kind, ...]:
    """Return the kinds of one's own among `words`, as those of the catalogue are."""
    pairs = ((kind(own.like), own) for own in words.kinds.values())
    return tuple(derived(like, own) for like, own in pairs if like)


def own_types(words: Vocabulary) -> tuple[DataType, ...]:
    """Return the data types of one's own among `words`."""
    return tuple(
        DataType(name, own.definition, name.replace("-", " "))
        for name, own in words.types.items()
    )
