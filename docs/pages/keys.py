"""The reference of keys: every key of every section, taken from the schema."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic.json_schema import JsonSchemaValue

from designkit.checks.glossary.key_places import all_keys
from designkit.model.component import MODE_KEYS
from designkit.quantities.units import (
    BYTES,
    CURRENCIES,
    EXAMPLES,
    JOULES,
    NAMES,
    PERIODS,
    SCALES,
    SECONDS,
    WATTS,
    Dimension,
)
from designkit.source.schema import MODE_MEANINGS, TAG_MEANINGS, design_schema
from pages.markdown import anchor, code, codes, link, page, section, table
from pages.shipped import MOST, Steps, example

SOURCE = "the models and the catalogue"
PURPOSES = Path(__file__).with_name("purposes.md")
"""Keys by what they are for, written by hand."""

HEAD = ("Key", "Holds", "Meaning", "Example")
APART = ("components", "flows")
"""Sections that have a form of their own."""

UNITS: Mapping[Dimension, str] = {
    Dimension.COUNT: f"none, or {codes(name for name in SCALES if name)}",
    Dimension.FRACTION: "`%`, `bp` (a hundredth of a percent)",
    Dimension.DURATION: (
        f"{codes(SECONDS)}; a year has 365 d, a month the twelfth of it, 730 h"
    ),
    Dimension.RETENTION: "those of a duration, or no number at all: `for ever`",
    Dimension.BYTES: codes(BYTES),
    Dimension.RATE: f"a count `/` one of {codes(PERIODS)}",
    Dimension.BYTE_RATE: "a size `/` a period, as above",
    Dimension.MONEY: f"{codes(CURRENCIES)}, with a multiplier if need be: `3 M USD`",
    Dimension.COST: "that of money, or none where only a ratio matters: `20`",
    Dimension.CHANGE: "`%` of what changes, or `pp`, percentage points: `0.2 pp`",
    Dimension.MONEY_RATE: "money `/` a period, as above",
    Dimension.ENERGY: f"{codes(JOULES)}; a watt-hour is 3,600 joules",
    Dimension.POWER: codes(WATTS),
}


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of the page."""
    schema: JsonSchemaValue = design_schema()
    introduction = (
        "Every key that a design may have. How they fit together, and why they are as "
        f"they are, is told in {link('The spec language', 'language.md')}. All keys "
        "are optional but those marked *required*; any optional key may say `none`, "
        "that the system does not have it. Examples are from the shipped designs, or "
        "such as an author could mean."
    )
    yield (
        "keys.md",
        page(
            "Keys of a design",
            SOURCE,
            introduction,
            section("Quantities", _quantities()),
            section("The top", _keys(schema, (), schema)),
            *_sections(schema, (), schema),
            section("Percentiles", _percentiles(schema)),
            section("components", _components(schema)),
            section("flows", _flows(schema)),
            PURPOSES.read_text(encoding="utf-8").rstrip(),
        ),
    )


def _quantities() -> str:
    introduction = (
        "A number carries its unit, and a range is written with two dots: "
        "`50 M..80 M`. A space before the unit is welcome and not needed."
    )
    rows = ((NAMES[item], UNITS[item], code(EXAMPLES[item])) for item in Dimension)
    tags = ((code(tag), meaning) for tag, meaning in TAG_MEANINGS.items())
    tagged = "A figure can say where it comes from: `{value: 30 M, assumed: why}`."
    return "\n\n".join(
        (
            introduction,
            table(("Holds", "Units", "Example"), rows),
            tagged,
            table(("Tag", "Meaning"), tags),
        )
    )


def _sections(
    part: JsonSchemaValue, path: Steps, schema: JsonSchemaValue
) -> Iterator[str]:
    """Give the sections below `part`, each before those inside it."""
    for name, value in part["properties"].items():
        inner = _inner(value, schema)
        if inner is not None and not (not path and name in APART):
            there = (*path, name, *_stars(value))
            title = ".".join(step for step in there if step != "*")
            body = f"{inner['description']}\n\n{_keys(inner, there, schema)}"
            yield section(title, body, 2 if not path else 3)
            yield from _sections(inner, there, schema)


def _inner(value: JsonSchemaValue, schema: JsonSchemaValue) -> JsonSchemaValue | None:
    """Return the section that `value` holds, alone, in a list or by id."""
    held = value.get("items", value.get("additionalProperties", value))
    name = held.get("$ref", "").rpartition("/")[2] if isinstance(held, dict) else ""
    found: JsonSchemaValue | None = schema["definitions"].get(name)
    is_section = found is not None and "properties" in found and name != "Percentiles"
    return found if is_section else None


def _stars(value: JsonSchemaValue) -> Steps:
    return ("*",) if "items" in value or "additionalProperties" in value else ()


def _keys(part: JsonSchemaValue, path: Steps, schema: JsonSchemaValue) -> str:
    required = part.get("required", ())
    rows = (
        (
            code(name) + (" *required*" if name in required else ""),
            _holds(value, (*path, name), schema),
            _meaning(value["description"]),
            code(_example((*path, name))),
        )
        for name, value in part["properties"].items()
    )
    return table(HEAD, rows)


def _example(path: Steps) -> str:
    """Return a short value at `path`: of a shipped design, else one made up for it."""
    made_up = {key.path: key.example for key in all_keys() if not key.kinds}
    text = example(path) or made_up.get(path, "")
    return text if len(text) <= MOST else ""


def _meaning(description: str) -> str:
    """Return a description without the words on how a quantity is written."""
    return re.sub(r" [^.]*, written like .*", "", description)


def _holds(value: JsonSchemaValue, path: Steps, schema: JsonSchemaValue) -> str:
    """Say in words what a key holds."""
    if "items" in value and _inner(value, schema):
        return f"list of {_below(path)}"
    if isinstance(value.get("additionalProperties"), dict):
        held = value["additionalProperties"]
        inner = _below(path) if _inner(value, schema) else _holds(held, path, schema)
        return f"by {'id' if 'propertyNames' in value else 'name'}: {inner}"
    if "enum" in value:
        return " or ".join(code(str(item)) for item in value["enum"] if item != "none")
    if "anyOf" in value and all("const" in item for item in value["anyOf"]):
        return " or ".join(code(item["const"]) for item in value["anyOf"])
    if "$ref" in value:
        return _referred(value["$ref"].rpartition("/")[2], path)
    if "const" in value:
        return code(str(value["const"]))
    if "additionalProperties" in value.get("items", {}):
        return f"list of {link('flows', '#flows')}"
    types = value.get("type", ())
    if "object" in types:
        return _below(path)
    if "array" in types:
        return "text, or list of texts"
    return "text" if "number" in types or "boolean" not in types else "true or false"


def _referred(name: str, path: Steps) -> str:
    if name in tuple(Dimension):
        return link(_bare(NAMES[Dimension(name)]), "#quantities")
    if name == "Percentiles":
        return link("percentiles", "#percentiles")
    return _below(path)


def _bare(text: str) -> str:
    return re.sub(r"^an? ", "", text)


def _below(path: Steps) -> str:
    title = ".".join(step for step in path if step != "*")
    return link(title, f"#{anchor(title)}")


def _percentiles(schema: JsonSchemaValue) -> str:
    part = schema["definitions"]["Percentiles"]
    text = f"{part['description']} At least one of them: `{{p50: 2 ms, p99: 6 ms}}`."
    return f"{text}\n\n{_keys(part, ('components', '*', 'latency'), schema)}"


def _components(schema: JsonSchemaValue) -> str:
    introduction = (
        "The parts of the system, by id. Each has a kind and, besides the keys here, "
        f"the keys of that kind: see {link('Kinds of components', 'kinds/README.md')}."
    )
    part = {
        "required": ["kind"],
        "properties": {
            "kind": {"type": "string", "description": "What sort of component it is."},
            **schema["definitions"]["component"]["properties"],
        },
    }
    return f"{introduction}\n\n{_keys(part, ('components', '*'), schema)}"


def _flows(schema: JsonSchemaValue) -> str:
    introduction = (
        "What moves between components, grouped by how it moves. A flow is a line such "
        "as `gateway -> score: request`; `a -> b, c` is two flows, and a chain "
        "`a -> b -> c` is one for each arrow. After the colon stands a "
        f"{link('data type', 'data-types/README.md')}, or a mapping with these keys."
    )
    modes = (
        (code(key), mode.value, MODE_MEANINGS[mode]) for key, mode in MODE_KEYS.items()
    )
    options = schema["definitions"]["flow"]["additionalProperties"]["anyOf"][-1]
    meaning = options["properties"]["carries"]["description"]
    carries = {"carries": {"type": "string", "description": meaning}}
    keys = _keys(
        {"properties": options["properties"] | carries},
        ("flows", "*", "*", "*"),
        schema,
    )
    return f"{introduction}\n\n{table(('Key', 'Mode', 'Meaning'), modes)}\n\n{keys}"
