"""Terms of the catalogue: kinds, the stages they work in, and data types."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kind import Attribute, DataType, Kind, Stage
from designkit.catalog.kinds import all_kinds
from designkit.checks.glossary.term import Term, fact
from designkit.model.vocabulary import Vocabulary
from designkit.source.examples import attribute_example, flow_of
from designkit.source.kind_of import own_kinds, own_types

NAMING = ("accepted-by", "labels", "tables")
"""Attributes whose values are ids of other things of a design."""

MOST = 6
"""Keys of a component that is shown as an example."""


def catalogue_terms() -> Iterator[Term]:
    """Give the kinds, then the data types, then the stages."""
    yield from map(_kind, all_kinds())
    yield from map(_data_type, DATA_TYPES)
    yield from map(_stage, Stage)


def own_terms(words: Vocabulary) -> Iterator[Term]:
    """Give the kinds and the data types of one's own; they have no pages."""
    for own in own_kinds(words):
        like = ("Like", words.kinds[own.name].like)
        term = _kind(own)
        yield replace(term, facts=(like, *term.facts), url="")
    for own_type in own_types(words):
        like = ("Like", words.types[own_type.name].like)
        yield Term(own_type.name, "data type", own_type.definition, (like,))


def _kind(kind: Kind) -> Term:
    states = (f"{it.name}{_form(kind, it)}: {it.meaning}" for it in kind.attributes)
    return Term(
        kind.name,
        "kind",
        kind.definition,
        (
            ("Stage", kind.stage.title),
            ("Takes", _types(kind.takes)),
            *fact(
                "Must take", ", ".join((*kind.needs, *map(" or ".join, kind.needs_one)))
            ),
            ("Gives", _types(kind.gives)),
            *fact("States", "; ".join(states)),
            *fact("Runs on", ", ".join(kind.technologies)),
        ),
        f"docs/kinds/{kind.name}.md",
        _component(kind),
    )


def _types(names: tuple[str, ...]) -> str:
    is_open = len(names) == len(DATA_TYPES)
    return "anything" if is_open else ", ".join(names) or "nothing"


def _form(kind: Kind, attribute: Attribute) -> str:
    example = attribute_example(kind, attribute)
    return f" (like {example})" if example else ""


def _component(kind: Kind) -> str:
    """Write a component of the kind, with the first of what it should state."""
    stated = ((it.name, it) for it in kind.attributes if it.name not in NAMING)
    told = (f"{key}: {attribute_example(kind, it)}" for key, it in stated)
    lines = (f"    {line}" for line in (f"kind: {kind.name}", *islice(told, MOST)))
    return "\n".join(("components:", f"  the-{kind.name}:", *lines))


def _data_type(item: DataType) -> Term:
    kinds = tuple(kind for kind in all_kinds() if not kind.is_general)
    givers = (kind.name for kind in kinds if item.name in kind.gives)
    takers = (kind.name for kind in kinds if item.name in kind.takes)
    return Term(
        item.name,
        "data type",
        item.definition,
        (
            ("On an arrow", item.label),
            *fact("From", ", ".join(givers)),
            *fact("To", ", ".join(takers)),
        ),
        f"docs/data-types/{item.name}.md",
        flow_of(item.name),
    )


def _stage(stage: Stage) -> Term:
    kinds = [kind.name for kind in all_kinds() if kind.stage is stage]
    name = stage.title.lower().replace(" ", "-")
    meaning = f"A stage in the life of an ML system: {stage.title.lower()}."
    return Term(name, "stage", meaning, fact("Its kinds", ", ".join(kinds)))
