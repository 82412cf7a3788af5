"""Each key has an example that loads, of a unit and a size that fit what it means."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kind import Attribute, Kind, Plane, Shape, Stage
from designkit.catalog.kinds import all_kinds
from designkit.checks.glossary.catalogue import catalogue_terms
from designkit.checks.glossary.key_places import Key, all_keys
from designkit.checks.glossary.keys import example_of_key
from designkit.quantities.quantity import Dimension, parse_quantity
from designkit.quantities.units import NAMES
from designkit.source.examples import FILE, attribute_example, flow_of, in_one_line
from designkit.source.loader import load_file, load_text
from designkit.source.reader import read

HEAD = "designkit: 1\nname: Example\nsystem: generic\n"
LABELS = "problem: {labels: {click: {window: 1 d}, purchase: {window: 1 d}}}\n"
NAMED = "  review-queue: {kind: review-queue}\n  materializer: {kind: materializer}\n"
LACKS_FLOWS = {"DK031", "DK033"}
"""What is found where a thing has no flows or not all of them."""


def key_id(key: Key) -> str:
    return ".".join((*key.kinds[:1], *key.path))


def test_the_examples_are_a_design_in_which_only_flows_are_lacking(tmp_path: Path):
    part = tmp_path / "platform" / "serving.yaml"
    part.parent.mkdir()
    part.write_text("designkit-part: 1\ncomponents: {own: {kind: service}}\n")
    design = tmp_path / "design.yaml"
    design.write_text(FILE.read_text("utf-8"), encoding="utf-8")

    loaded = load_file(design)

    assert loaded.design is not None
    assert [it for it in loaded.diagnostics if it.code not in LACKS_FLOWS] == []


def test_every_key_has_an_example():
    """One that lacks is given in `examples.yaml`, or in the entry of its kind."""
    assert [key_id(key) for key in all_keys() if not key.example] == []


def test_an_example_is_yaml_that_leads_to_its_key():
    for key in all_keys():
        root = read(example_of_key(key)).root

        assert root is not None, key_id(key)
        assert key.path[0] in root.entries, key_id(key)
        assert f"{key.name}:" in example_of_key(key), key_id(key)


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_the_examples_of_a_kind_load_without_a_finding(kind: Kind):
    stated = {it.name: attribute_example(kind, it) for it in kind.attributes}
    lines = (f"    {key}: {value}\n" for key, value in stated.items())
    component = f"  it:\n    kind: {kind.name}\n{''.join(lines)}"

    loaded = load_text(f"{HEAD}{LABELS}components:\n{NAMED}{component}")

    assert [found.message for found in loaded.diagnostics] == []


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_what_explain_shows_of_a_kind_loads_by_itself(kind: Kind):
    (term,) = (
        it for it in catalogue_terms() if (it.name, it.sort) == (kind.name, "kind")
    )

    assert [it.message for it in load_text(f"{HEAD}{term.example}\n").diagnostics] == []


def test_every_data_type_has_a_flow_that_carries_it():
    assert [item.name for item in DATA_TYPES if not flow_of(item.name)] == []


def sized(dimension: Dimension, least: float) -> list[str]:
    """Return the keys of a dimension whose example is `least` or more."""
    keys = [key for key in all_keys() if key.holds == NAMES[dimension]]
    read = ((key, parse_quantity(key.example, dimension).high) for key in keys)
    return sorted({key.name for key, worth in read if worth >= least})


def test_times_of_days_are_those_of_data_of_people_and_of_contracts():
    assert sized(Dimension.DURATION, 86_400) == snapshot(
        [
            "batch-window",
            "cooldown",
            "data-retention",
            "duration",
            "every",
            "gap",
            "interval",
            "lookback",
            "maturity",
            "max-age",
            "max-model-age",
            "outcome-window",
            "sla",
            "step-every",
            "ttl",
            "update-interval",
            "window",
            "youngest",
        ]
    )


def test_times_below_a_second_are_those_of_requests():
    days = {key.name for key in all_keys() if key.holds == NAMES[Dimension.DURATION]}

    assert sorted(days - set(sized(Dimension.DURATION, 1))) == snapshot(
        ["queue-delay", "service-time", "timeout"]
    )


def test_thousands_are_what_there_are_many_of():
    assert sized(Dimension.COUNT, 1_000) == snapshot(
        [
            "actions-per-day",
            "active-parameters",
            "alerts-per-day",
            "cache-min",
            "context-window",
            "count",
            "daily-users",
            "document-changes-per-day",
            "documents",
            "edges",
            "entities",
            "entries",
            "events-per-day",
            "examples",
            "features",
            "hashes",
            "history-tokens",
            "items",
            "keys",
            "lists",
            "max-output",
            "max-tokens",
            "parameters",
            "pool",
            "requests-per-day",
            "review-capacity",
            "rows",
            "system-tokens",
            "tasks-per-day",
            "tokens-per-document",
            "train-tokens",
            "units-per-day",
            "variables",
            "width",
        ]
    )


def test_an_attribute_that_shows_nothing_is_written_as_another_kind_writes_it():
    ttl = Attribute("working-day", Dimension.DURATION, "hours of work")
    rare = Attribute("half-life", Dimension.DURATION, "time to half")
    kind = Kind("own", Stage.SERVING, Plane.ONLINE, "", (), (), attributes=(ttl, rare))
    choice = Attribute("mode", Shape.LIST, "how", ("fast", "safe"))

    assert attribute_example(kind, ttl) == "6 h"
    assert attribute_example(kind, rare) == "100 ms"
    assert attribute_example(kind, choice) == "[fast]"


@pytest.mark.parametrize(
    "line",
    [
        "5 min",
        "a: b",
        "",
        "[a, b]",
        "02:00",
        "x, y",
        "{a: 1}",
        "# no",
        "3.10",
        "a, [b]",
    ],
)
def test_a_text_in_one_line_is_read_as_it_was(line: str):
    node = read(f"key: {line!r}\n".replace("'", '"')).root
    assert node is not None
    again = read(f"[{in_one_line(node.entries['key'])}]\n").root
    assert again is not None
    assert [item.text for item in again.items] == [line]
