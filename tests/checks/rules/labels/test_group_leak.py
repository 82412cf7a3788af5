"""What is on both sides of a split."""

import pytest

from designkit.checks.rules.labels.group_leak import group_leak
from designkit.checks.rules.labels.random_split_in_time import random_split_in_time
from tests.rule_examples import told

DESIGN = """\
components:
  build: {kind: dataset-builder}
datasets:
  scans: {examples: %s, split: %s}
workload: {entities: %s}
"""
PATIENT = "features: {age: {entity: patient}, image: {entity: patient}}\n"
BOTH = PATIENT.replace("{age: {entity: patient}", "{age: {entity: ward}")
FOUND = (
    "4 warning: scans is split at random, and its 110 k examples are of 30 k "
    "entities: the same %s is on both sides"
)


@pytest.mark.parametrize(
    ("examples", "split", "entities", "more", "expected"),
    [
        pytest.param(
            "110 k",
            "random",
            "30 k",
            PATIENT,
            FOUND % "patient",
            id="many rows look like many patients",
        ),
        pytest.param("110 k", "random", "30 k", BOTH, FOUND % "one", id="of two kinds"),
        pytest.param("30 k", "random", "30 k", PATIENT, "", id="one row for each"),
        pytest.param(
            "20 k..90 k", "random", "30 k", PATIENT, "", id="perhaps one for each"
        ),
        pytest.param(
            "110 k",
            "[random, group], group-by: patient",
            "30 k",
            PATIENT,
            "",
            id="random looks wrong, but patients are kept together",
        ),
        pytest.param(
            "110 k", "random, group-by: patient", "30 k", PATIENT, "", id="by patient"
        ),
        pytest.param("110 k", "time", "30 k", PATIENT, "", id="the same one, later"),
        pytest.param("110 k", "none", "30 k", PATIENT, "", id="of another rule"),
        pytest.param(
            "110 k",
            "random",
            "30 k",
            f"{PATIENT}problem: {{label: {{window: 7 d}}}}\n",
            "",
            id="what moves in time is told by another rule",
        ),
    ],
)
def test_one_entity_is_on_one_side(
    examples: str, split: str, entities: str, more: str, expected: str
):
    text = DESIGN % (examples, split, entities) + more

    assert told(text, group_leak) == ([expected] if expected else [])


@pytest.mark.parametrize("more", ["", "problem: {label: {window: 7 d}}\n"])
def test_one_of_two_rules_speaks_of_a_random_split(more: str):
    text = DESIGN % ("110 k", "random", "30 k") + more
    found = [*told(text, group_leak), *told(text, random_split_in_time)]

    assert len(found) == 1
