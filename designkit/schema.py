"""The JSON Schema of a design file as its author writes it, for editors.

The models say what a design is once it has been read. An author writes less: an id
stands before a component and not inside it, a flow is one line of text, a single
value stands for a list of one, and ``none`` says that something is absent. This
module starts from the models and puts the author's forms in their place.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pydantic.json_schema import JsonSchemaValue

from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kind import Attribute, Kind, Shape
from designkit.catalog.kinds import all_kinds
from designkit.catalog.systems import SYSTEMS
from designkit.model.component import MODE_KEYS, Mode
from designkit.model.design import Design
from designkit.model.fields import TAGS, quantity_schema
from designkit.model.quantity import EXAMPLES, Dimension, units_of

ID = "[a-z][a-z0-9-]*"
ENDS = rf"{ID}( *, *{ID})*"
FLOW = rf"^ *{ENDS}( *-> *{ENDS})+ *$"
NUMBER = r"[-+]?((\d{1,3}(,\d{3})+|\d+)(\.\d+)?|\.\d+)([eE][-+]?\d+)?"
BY_ID = ("components", "features", "models", "datasets", "sources")

MODE_MEANINGS: Mapping[Mode, str] = MappingProxyType(
    {
        Mode.CALL: "Synchronous: the source calls the target and waits for it.",
        Mode.LOOKUP: "Synchronous: from the thing read to its reader, who waits.",
        Mode.STREAM: "Asynchronous, event by event.",
        Mode.BATCH: "Asynchronous, many rows at a time.",
        Mode.CONTROL: "What makes others behave: releases, settings, alerts, orders.",
    }
)
"""What each mode of a flow means, for editors and for the reference."""

TAG_MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "source": "Where it was read: the id of one of the sources.",
        "derived": "How it was worked out.",
        "assumed": "Why it is assumed.",
    }
)
"""What each tag of a figure means."""


def design_schema() -> dict[str, object]:
    """Return the JSON Schema (draft-07) of a design file, always in the same order."""
    design = Design.model_json_schema(ref_template="#/definitions/{model}")
    models: dict[str, JsonSchemaValue] = design.pop("$defs")
    component, flow = models.pop("Component"), models.pop("Flow")
    common = _section(component, without=("id", "kind", "attributes"))["properties"]
    del models["Mode"], models["Step"]
    sections = {name: _section(model) for name, model in models.items()}
    sections["Scenario"]["properties"]["steps"] |= {"items": _step()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A design for designkit",
        **_design(design, common),
        "definitions": {
            **{dimension.value: _quantity(dimension) for dimension in Dimension},
            **sections,
            "component": {"properties": common},
            "flow": _flow(_section(flow, without=("source", "target", "mode"))),
            **{f"kind-{kind.name}": _kind(kind, common) for kind in all_kinds()},
        },
    }


def _design(model: JsonSchemaValue, component: JsonSchemaValue) -> JsonSchemaValue:
    """Return the top of the schema: the sections of a design."""
    design = _section(model, without=("absent",))
    properties = design["properties"]
    for name in BY_ID:
        properties[name]["propertyNames"] = _pattern(
            f"^{ID}$", "an id has small letters, digits and hyphens"
        )
    properties["system"] = _choice(
        properties["system"]["description"],
        {item.name: f"{item.title}. {item.definition}" for item in SYSTEMS},
    )
    properties["components"] |= {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": _component(component),
    }
    properties["flows"] = _flows(properties["flows"]["description"])
    return design


def _section(model: JsonSchemaValue, without: tuple[str, ...] = ()) -> JsonSchemaValue:
    """Return the schema of one section; one that requires nothing may be ``none``."""
    required = [name for name in model.get("required", ()) if name not in without]
    closed: JsonSchemaValue = {
        "description": model["description"].partition("\n")[0],
        "type": "object",
        "properties": {
            name: _property(part, required=name in required)
            for name, part in model["properties"].items()
            if name not in without
        },
        "additionalProperties": False,
    }
    return closed | {"required": required} if required else _or_none(closed)


def _property(part: JsonSchemaValue, *, required: bool) -> JsonSchemaValue:
    value = _value(part)
    meaning = part.get("description", "")
    if example := _example(value):
        meaning = f"{meaning} {example}"
    return {"description": meaning, **(value if required else _or_none(value))}


def _example(value: JsonSchemaValue) -> str:
    """Say how a quantity is written, if `value` is one."""
    name = value.get("$ref", "").rpartition("/")[2]
    if name not in tuple(Dimension):
        return ""
    return f"Written like {EXAMPLES[Dimension(name)]}."


def _value(part: JsonSchemaValue) -> JsonSchemaValue:
    """Return what an author writes for `part` of a model."""
    for dimension in Dimension:
        if _without_meaning(part) == _without_meaning(quantity_schema(dimension)):
            return _ref(dimension.value)
    branches = [it for it in part.get("anyOf", ()) if it != {"type": "null"}]
    if len(branches) == 1:
        return _value(branches[0])
    if branches:
        return _texts()
    if "items" in part:
        return {"type": "array", "items": _value(part["items"])}
    if isinstance(part.get("additionalProperties"), dict):
        inner = _value(part["additionalProperties"])
        return {"type": "object", "additionalProperties": inner}
    if part.get("type") == "string" and "enum" not in part:
        return _text()
    return {key: part[key] for key in ("$ref", "const", "enum", "type") if key in part}


def _without_meaning(part: Mapping[str, object]) -> dict[str, object]:
    annotations = ("title", "default", "description")
    return {key: value for key, value in part.items() if key not in annotations}


def _or_none(value: JsonSchemaValue) -> JsonSchemaValue:
    """Let ``none`` stand for `value`: the design says that there is none."""
    if "enum" in value:
        return {"enum": [*value["enum"], "none"]}
    if value.get("type") in ("object", "array", "boolean"):
        kinds = {"object": "a mapping", "array": "a list", "boolean": "true or false"}
        wanted = kinds[value["type"]]
        only_none = _pattern("^none$", f"{wanted} is wanted, or none")
        return {**value, "type": [value["type"], "string"], **only_none}
    return value


def _ref(name: str) -> JsonSchemaValue:
    return {"$ref": f"#/definitions/{name}"}


def _text() -> JsonSchemaValue:
    return {"type": ["string", "number"]}


def _texts() -> JsonSchemaValue:
    return {"type": ["array", "string", "number"], "items": _text()}


def _pattern(pattern: str, message: str) -> JsonSchemaValue:
    """Return a pattern with the message that editors show where it does not match."""
    return {"pattern": pattern, "patternErrorMessage": message}


def _choice(meaning: str, choices: Mapping[str, str]) -> JsonSchemaValue:
    """Return a choice between texts, each with what it means."""
    return {
        "description": meaning,
        "anyOf": [
            {"const": name, "description": text} for name, text in choices.items()
        ],
    }


def _quantity(dimension: Dimension) -> JsonSchemaValue:
    """Return the schema of a quantity: a number with its unit, alone or tagged."""
    plain = _plain_quantity(dimension)
    tags = {tag: {"description": TAG_MEANINGS[tag], **_text()} for tag in TAGS}
    return {
        **plain,
        "type": [*plain["type"], "object"],
        "if": {"type": "object"},
        "then": {
            "properties": {"value": {"description": "The figure.", **plain}, **tags},
            "required": ["value"],
            "additionalProperties": False,
            "minProperties": 2,
            "maxProperties": 2,
        },
    }


def _plain_quantity(dimension: Dimension) -> JsonSchemaValue:
    units = units_of(dimension)
    names = sorted(
        (name for name in units if name), key=lambda name: (-len(name), name)
    )
    unit = f"({'|'.join(names)})"
    high = rf"{NUMBER} *{unit}{'?' if '' in units else ''}"
    wanted = f"a {dimension} is written like {EXAMPLES[dimension]}"
    return {
        "type": ["string", "number"] if "" in units else ["string"],
        "errorMessage": wanted,
        "examples": [EXAMPLES[dimension]],
        **_pattern(rf"^ *(none|({NUMBER} *{unit}? *\.\. *)?{high}) *$", wanted),
    }


def _component(component: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a component: what its kind allows follows from `kind`.

    A condition for each kind, and not a union of kinds: so editors offer the
    attributes of one kind, and a validator names the one that is wrong.
    """
    common = {name: _ref(f"component/properties/{name}") for name in component}
    kinds = {kind.name: kind.definition for kind in all_kinds()}
    return {
        "type": "object",
        "properties": {
            "kind": _choice("What sort of component it is.", kinds),
            **common,
        },
        "required": ["kind"],
        "allOf": [
            {
                "if": {
                    "properties": {"kind": {"const": name}},
                    "required": ["kind"],
                },
                "then": _ref(f"kind-{name}"),
            }
            for name in kinds
        ],
    }


def _kind(kind: Kind, component: Iterable[str]) -> JsonSchemaValue:
    """Return what a component of `kind` may state, and nothing else."""
    anything: JsonSchemaValue = dict.fromkeys(("kind", *component), True)
    return {
        "description": kind.definition,
        "markdownDescription": _introduction(kind),
        "properties": {
            **{item.name: _attribute(item) for item in kind.attributes},
            **anything,
            "technology": {"examples": list(kind.technologies)},
        },
        "additionalProperties": False,
    }


def _introduction(kind: Kind) -> str:
    """Say what a kind is and what it exchanges, in Markdown."""
    takes = ", ".join(f"`{name}`" for name in kind.takes) or "nothing"
    gives = ", ".join(f"`{name}`" for name in kind.gives) or "nothing"
    return f"**{kind.name}**: {kind.definition}\n\nTakes {takes}.\n\nGives {gives}."


def _attribute(attribute: Attribute) -> JsonSchemaValue:
    value = _held(attribute)
    meaning = f"{attribute.meaning[:1].upper()}{attribute.meaning[1:]}."
    if example := _example(value):
        meaning = f"{meaning} {example}"
    return {"description": meaning, **_or_none(value)}


def _held(attribute: Attribute) -> JsonSchemaValue:
    choice: JsonSchemaValue = {"enum": list(attribute.choices)}
    match attribute.holds:
        case Shape.FLAG:
            return {"type": "boolean"}
        case Shape.PERCENTILES:
            return _ref("Percentiles")
        case Shape.TEXT:
            return choice if attribute.choices else _text()
        case Shape.LIST if attribute.choices:
            several = {"type": "array", "items": choice}
            return {"anyOf": [several, _or_none(choice)]}
        case Shape.LIST:
            return _texts()
        case dimension:
            return _ref(dimension.value)


def _flows(meaning: str) -> JsonSchemaValue:
    return {
        "description": meaning,
        "type": ["object", "string"],
        "properties": {
            key: _or_none(
                {
                    "description": MODE_MEANINGS[mode],
                    "type": "array",
                    "items": _ref("flow"),
                }
            )
            for key, mode in MODE_KEYS.items()
        },
        "additionalProperties": False,
        **_pattern("^none$", "flows are grouped by mode"),
    }


def _flow(options: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a flow: text alone, or text with what it carries."""
    carries = _choice(
        "The data type that flows.",
        {item.name: item.definition for item in DATA_TYPES},
    )
    options["properties"]["carries"] = carries
    options |= {"type": "object"}
    return _written("gateway -> score", {"anyOf": [*carries["anyOf"], options]})


def _step() -> JsonSchemaValue:
    note = {"description": "What happens there.", **_text()}
    return _written("gateway -> score", note)


def _written(example: str, value: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a line such as ``a -> b, c``, with a value or without."""
    return {
        "type": ["string", "object"],
        **_pattern(FLOW, f"write it like {example}"),
        "propertyNames": _pattern(FLOW, f"write it like {example}"),
        "additionalProperties": value,
        "minProperties": 1,
    }
