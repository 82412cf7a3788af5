import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot
from jsonschema import Draft7Validator

from designkit.catalog.kind import Kind
from designkit.catalog.kinds import all_kinds
from designkit.quantities.quantity import QuantityError, parse_quantity
from designkit.quantities.units import EXAMPLES, FOR_EVER, Dimension, units_of
from designkit.source.inputs import shipped
from designkit.source.loader import load_text
from designkit.source.reader import read
from designkit.source.schema import (
    design_schema,
    part_schema,
    part_schema_text,
    schema_text,
)

SCHEMA = design_schema()
VALIDATOR = Draft7Validator(SCHEMA)
COMMITTED = Path(__file__).parents[2] / "docs" / "schema" / "design.schema.json"

SKETCH = """\
designkit: 1
name: Sketch
system: generic
components:
  app: {kind: client}
  api: {kind: gateway}
"""


def plain(text: str) -> dict[str, object]:
    root = read(text).root
    assert root is not None
    value = root.plain()
    assert isinstance(value, dict)
    return value


def faults(text: str) -> list[str]:
    """Return where the schema finds something wrong, and by which keyword."""
    found = VALIDATOR.iter_errors(plain(text))
    return sorted(f"{fault.json_path} {fault.validator}" for fault in found)


def accepts(dimension: Dimension, text: str) -> bool:
    part = {**SCHEMA, "$ref": f"#/definitions/{dimension.value}"}
    return Draft7Validator(part).is_valid(text)


def test_the_committed_schema_is_fresh():
    assert COMMITTED.read_text(encoding="utf-8") == schema_text()


def test_the_committed_schema_of_parts_is_fresh():
    text = COMMITTED.with_name("part.schema.json").read_text(encoding="utf-8")
    assert text == part_schema_text()


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("designkit-part: 1\ncomponents: {app: {kind: client}}\n", True),
        ("designkit-part: 1\nx-own: 1\nflows: {calls: [a -> b]}\n", True),
        ("designkit-part: 2\n", False),
        ("components: {app: {kind: client}}\n", False),
        ("designkit-part: 1\nname: Platform\n", False),
        ("designkit-part: 1\ninclude: [other.yaml]\n", False),
        ("designkit-part: 1\ncomponents: {app: {kind: own-kind}}\n", True),
        ("designkit-part: 1\ncomponents: {app: {kind: Own Kind}}\n", False),
    ],
)
def test_the_schema_of_parts_takes_what_a_part_may_have(text: str, fits: bool):
    assert Draft7Validator(part_schema()).is_valid(plain(text)) is fits


@pytest.mark.parametrize("paths", ["[a.yaml, b/c.yaml]", "a.yaml", "none"])
def test_a_design_includes_a_list_or_one(paths: str):
    assert faults(f"{SKETCH}include: {paths}\n") == []


def test_the_schema_is_a_valid_schema_and_always_the_same():
    Draft7Validator.check_schema(SCHEMA)

    assert json.dumps(design_schema()) == json.dumps(SCHEMA)


def test_a_sketch_is_valid():
    assert faults(SKETCH) == []


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_design_is_valid(name: str):
    assert faults(shipped()[name].read_text(encoding="utf-8")) == []


def test_every_mistake_is_found_at_its_place():
    text = """\
designkit: 2
name: Broken
sytem: generic
tier: 4
workload: {requests-per-day: lots, peak-factr: 4}
objectives: {latency: {p50: 2, p99: {value: 6 ms}}}
components:
  Bad: {kind: client}
  deploy: {kind: deployer, rollback: maybe, strategy: [shadow, canry], ttl: 3 d}
  gate: {kind: gatway}
  nothing: {technology: Envoy}
flows:
  calls: [gateway => b, a -> b: reqest, a -> b: {carries: request, tiemout: 1 s}]
  call: []
tradeoffs: [{chosen: a, rejected: b}]
"""

    assert faults(text) == snapshot(
        [
            "$ additionalProperties",
            "$ required",
            "$.components pattern",
            "$.components.deploy additionalProperties",
            "$.components.deploy.rollback enum",
            "$.components.deploy.strategy anyOf",
            "$.components.gate.kind pattern",
            "$.components.nothing required",
            "$.designkit const",
            "$.flows additionalProperties",
            "$.flows.calls[0] pattern",
            "$.flows.calls[1]['a -> b'] pattern",
            "$.flows.calls[2]['a -> b'] anyOf",
            "$.objectives.latency.p50 type",
            "$.objectives.latency.p99 minProperties",
            "$.tier enum",
            "$.tradeoffs[0] required",
            "$.workload additionalProperties",
            "$.workload['requests-per-day'] pattern",
        ]
    )


@pytest.mark.parametrize(
    "flow",
    [
        "a -> b",
        "a -> b, c -> d",
        "{a -> b: request}",
        "{a -> b: {carries: event, note: every hour, retries: 2}}",
        "{a->b: {timeout: 100 ms}}",
        "a <-> b -> c",
        "{a<->b: event}",
    ],
)
def test_a_flow_is_a_line_or_a_line_with_what_it_carries(flow: str):
    assert faults(f"{SKETCH}flows: {{streams: [{flow}]}}\n") == []


@pytest.mark.parametrize(
    "said",
    [
        "problem: none",
        "objectives: {latency: none, freshness: none}",
        "models: {scorer: {output: none, retrain: none, served-by: none}}",
        "datasets: {clicks: {versioned: none, split: none}}",
        "scenarios: none",
        "flows: none",
        "tier: none",
    ],
)
def test_what_is_optional_may_be_said_to_be_absent(said: str):
    text = f"{SKETCH}{said}\n"

    assert faults(text) == []
    assert load_text(text).design is not None


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_every_attribute_of_a_kind_may_be_absent_and_no_other_is_allowed(kind: Kind):
    component = {"kind": kind.name} | {item.name: "none" for item in kind.attributes}
    design = plain(SKETCH)

    design["components"] = {"it": component}
    assert VALIDATOR.is_valid(design)

    design["components"] = {"it": {**component, "something-else": 1}}
    assert not VALIDATOR.is_valid(design)


def test_everything_is_described():
    assert list(undescribed(SCHEMA, "")) == []


def undescribed(part: object, path: str):
    if not isinstance(part, dict):
        return
    for name, value in part.get("properties", {}).items():
        told = "description" in value if isinstance(value, dict) else True
        referred = isinstance(value, dict) and value.keys() & {
            "$ref",
            "const",
            "examples",
        }
        if not told and not referred:
            yield f"{path}.{name}"
    for name, value in {
        **part.get("properties", {}),
        **part.get("definitions", {}),
    }.items():
        yield from undescribed(value, f"{path}.{name}")


def test_examples_of_quantities_are_valid():
    assert all(accepts(dimension, EXAMPLES[dimension]) for dimension in Dimension)


@pytest.mark.parametrize("text", ["for ever", "forever", "for  ever", "15 months"])
def test_a_retention_time_may_have_no_end(text: str):
    assert accepts(Dimension.RETENTION, text)
    assert accepts(Dimension.DURATION, text) == (text == "15 months")


units = st.sampled_from(sorted({unit for it in Dimension for unit in units_of(it)}))
numbers = st.from_regex(r"[-+]?[0-9]{0,4}(,[0-9]{3})?(\.[0-9]{1,2})?", fullmatch=True)
numbers = numbers.filter(lambda it: it.strip("-0.,") or "-" not in it)  # no -0
gaps = st.sampled_from(["", " ", "  "])
amounts = st.tuples(numbers, gaps, units | st.just("")).map("".join)
ranges = st.tuples(amounts, gaps, st.just(".."), gaps, amounts).map("".join)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(Dimension), amounts | ranges | st.sampled_from(FOR_EVER))
def test_the_schema_accepts_the_quantities_that_the_loader_accepts(dimension, text):
    try:
        parse_quantity(text, dimension)
    except QuantityError as error:
        loads, order = False, "downwards" in str(error) or "mixes" in str(error)
    else:
        loads, order = True, False

    assert accepts(dimension, text) == loads or order


@pytest.mark.parametrize("value", ["words", "3.10", "007", "true", "TRUE", "[1, true]"])
def test_the_schema_takes_the_texts_that_the_loader_takes(value: str):
    alone = "" if value.startswith("[") else value
    text = f"""\
designkit: 1
name: {alone or "Sketch"}
system: generic
tier: 2
requirements: {{functional: {value}}}
components:
  app: {{kind: client, region: {value}}}
  api: {{kind: gateway, note: {alone or "x"}}}
flows:
  calls: [{{app -> api: {{note: {alone or "x"}}}}}]
"""
    assert faults(text) == []
    assert load_text(text).diagnostics == ()


@pytest.mark.parametrize("tier", ["true", "TRUE", "4", "[1]", "1.5"])
def test_a_tier_that_is_no_tier_is_refused_by_schema_and_loader(tier: str):
    text = f"{SKETCH}tier: {tier}\n"

    assert faults(text) == ["$.tier enum"]
    assert [found.code for found in load_text(text).diagnostics] == ["DK013"]


def test_keys_of_the_author_are_valid_at_the_top_alone():
    assert faults(f"{SKETCH}x-shared: &it {{a: [1]}}\nx-: 2\n") == []
    assert faults(f"{SKETCH}problem: {{x-shared: 1}}\n") == [
        "$.problem additionalProperties"
    ]
