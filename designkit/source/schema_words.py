"""The words that the JSON Schema takes: those of the catalogue, and one's own.

A file that names no words of its own uses those that are known, so an editor can mark
a misspelt one. Where it has a `vocabulary`, any name may be one of its words.
"""

from collections.abc import Iterable, Iterator, Mapping

from pydantic.json_schema import JsonSchemaValue

from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kinds import all_kinds
from designkit.model.component import MODE_KEYS
from designkit.model.vocabulary import Vocabulary
from designkit.source.kind_of import own_kinds, own_types

WORD = "[a-z][a-z0-9-]*"
ASKED = "request"
"""What most calls carry: an editor offers its answers."""


def kinds_known(words: Vocabulary) -> Mapping[str, str]:
    """Return the kinds of the catalogue and those of `words`, with what they are."""
    return {kind.name: kind.definition for kind in (*all_kinds(), *own_kinds(words))}


def kinds_alike(words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Give each kind with the one of the catalogue whose attributes it has."""
    yield from ((kind.name, kind.name) for kind in all_kinds())
    yield from ((own.name, words.kinds[own.name].like) for own in own_kinds(words))


def types_known(words: Vocabulary) -> Mapping[str, str]:
    """Return the data types that there are, with what they are."""
    return {item.name: item.definition for item in (*DATA_TYPES, *own_types(words))}


def answered(types: Iterable[str]) -> JsonSchemaValue:
    """Return the schema of what a call asks for and what its answer brings."""
    return {
        "type": "string",
        "description": "What a call asks for, and what its answer brings.",
        "examples": [f"{ASKED} / {name}" for name in types if name != ASKED],
        "pattern": f"^ *{WORD} */ *{WORD} *$",
        "patternErrorMessage": "write it like request / prediction",
    }


def without_own_words(words: Vocabulary) -> JsonSchemaValue:
    """Return what holds for a design that names no words of its own."""
    kind = {"properties": {"kind": _one_of("kind", kinds_known(words))}}
    components = {"components": {"additionalProperties": kind}}
    return {
        "allOf": [
            _unless("kinds", components),
            _unless("types", {"flows": _known_flows(types_known(words))}),
        ]
    }


def _known_flows(types: Iterable[str]) -> JsonSchemaValue:
    carried = _one_of("data type", types, " */ *")
    flow = {
        "if": {"type": "object"},
        "then": {"properties": {"carries": carried}},
        "else": carried,
    }
    listed = {"items": {"additionalProperties": flow}}
    return {"properties": dict.fromkeys(MODE_KEYS, listed)}


def _unless(part: str, holds: JsonSchemaValue) -> JsonSchemaValue:
    """Let `holds` hold of a design that has no such part in its vocabulary."""
    has_own = {"vocabulary": {"type": "object", "required": [part]}}
    return {
        "if": {"properties": has_own, "required": ["vocabulary"]},
        "else": {"properties": holds},
    }


def _one_of(sort: str, words: Iterable[str], between: str = "") -> JsonSchemaValue:
    """Return the pattern of a word, or of two with something `between` them."""
    one = f"({'|'.join(words)})"
    message = f"no {sort} is called so; words of your own are named in `vocabulary`"
    second = f"({between}{one})?" if between else ""
    return {"pattern": f"^ *{one}{second} *$", "patternErrorMessage": message}
