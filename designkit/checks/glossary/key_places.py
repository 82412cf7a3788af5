"""Every key of a design at every place: of sections, of components, of flows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic.json_schema import JsonSchemaValue

from designkit.catalog.kind import Attribute, Shape
from designkit.catalog.kinds import all_kinds
from designkit.quantities.units import NAMES, Dimension
from designkit.source.examples import attribute_example, example_at
from designkit.source.schema import design_schema

ANY = "*"
"""The step of a path that stands for any id, any name and any place in a list."""

COMPONENTS = "components"
COMPONENT = (COMPONENTS, ANY)
FLOW = ("flows", ANY, ANY, ANY)
"""Where the keys of a flow stand: of a mode, of a place in a list, of two ends."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key at a place: the way to it, what it means, holds, and is written like.

    `keys` are those inside it. A key of components may belong to some `kinds` alone.
    """

    path: tuple[str, ...]
    meaning: str
    holds: str
    example: str = ""
    keys: tuple[str, ...] = ()
    required: bool = False
    kinds: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The key itself."""
        return self.path[-1]

    @property
    def named_steps(self) -> tuple[str, ...]:
        """The way to it without ids."""
        return tuple(step for step in self.path if step != ANY)

    def is_at(self, steps: tuple[str, ...]) -> bool:
        """Whether `steps` lead to it: its path, its path without ids, or its name."""
        pairs = zip(self.path, steps, strict=False)
        fits = len(steps) == len(self.path) and all(a in (ANY, b) for a, b in pairs)
        of_kind = len(steps) == 2 and steps[0] in self.kinds and steps[1] == self.name
        return fits or of_kind or steps in (self.named_steps, (self.name,))


KIND = Key(
    (*COMPONENT, "kind"),
    "What sort of component it is.",
    "one of `designkit list kinds`, or one of your own",
    "gateway",
    required=True,
)
"""What every component states, and says which other keys it may have."""


@cache
def all_keys() -> tuple[Key, ...]:
    """Return every key at every place."""
    schema: JsonSchemaValue = design_schema()
    parts = schema["definitions"]
    flow = parts["flow"]["additionalProperties"]["anyOf"][-1]
    return (
        *_below(schema, (), "Design", parts),
        KIND,
        *_below(parts["component"], COMPONENT, "Component", parts),
        *(_attribute(*told, kinds) for told, kinds in _attributes().items()),
        *_below(flow, FLOW, "Flow", parts),
    )


def _below(
    part: JsonSchemaValue, path: tuple[str, ...], model: str, parts: JsonSchemaValue
) -> Iterator[Key]:
    """Give the keys of `part`, which is read as `model`, each before those inside."""
    for name, value in part["properties"].items():
        there, inner = (*path, name), _section_in(value)
        below = parts.get(inner, {"properties": {}})
        yield Key(
            there,
            _without_example(value["description"]),
            _holds(value),
            example_at(there, model),
            tuple(below["properties"]),
            name in part.get("required", ()),
        )
        many = "items" in value or isinstance(value.get("additionalProperties"), dict)
        yield from _below(below, (*there, *((ANY,) if many else ())), inner, parts)


def _section_in(value: JsonSchemaValue) -> str:
    """Return the name of the section that a value holds, alone, in a list or by id."""
    held = value.get("items", value.get("additionalProperties", value))
    name = held.get("$ref", "").rpartition("/")[2] if isinstance(held, dict) else ""
    return "" if name in tuple(Dimension) else name


def _without_example(description: str) -> str:
    """Return a description without how a quantity is written, which is told apart."""
    sentences = description.split(". ")
    kept = [it for it in sentences if ", written like " not in it]
    return f"{'. '.join(kept).removesuffix('.')}." if kept else description


def _holds(value: JsonSchemaValue) -> str:
    """Say in words what a value is."""
    name = value.get("$ref", "").rpartition("/")[2]
    if name in tuple(Dimension):
        return NAMES[Dimension(name)]
    known = [it.get("const", "") for it in value.get("anyOf", ())]
    if "" in known:
        return "one of `designkit list data-types`, or one of your own"
    if choices := value.get("enum", known):
        return " or ".join(str(it) for it in choices if it != "none")
    types = value.get("type", ())
    if name or "object" in types:
        return "keys"
    if "array" in types:
        return "a list" if "number" not in types else "a text or a list of texts"
    return "true or false" if types == ["boolean", "string"] else "a text"


def _attributes() -> dict[tuple[Attribute, str], tuple[str, ...]]:
    """Return the attributes with an example, and the kinds that have them."""
    found: dict[tuple[Attribute, str], tuple[str, ...]] = {}
    for kind in all_kinds():
        for item in kind.attributes:
            told = (item, attribute_example(kind, item))
            found[told] = (*found.get(told, ()), kind.name)
    return found


def _attribute(item: Attribute, example: str, kinds: tuple[str, ...]) -> Key:
    path = (*COMPONENT, item.name)
    meaning = f"{item.meaning[:1].upper()}{item.meaning[1:]}."
    return Key(path, meaning, _held(item), example, kinds=kinds)


def _held(item: Attribute) -> str:
    if item.choices:
        return " or ".join(item.choices)
    if isinstance(item.holds, Dimension):
        return NAMES[item.holds]
    plain = {Shape.TEXT: "a text", Shape.FLAG: "true or false", Shape.LIST: "texts"}
    return plain.get(item.holds, item.holds.value)
