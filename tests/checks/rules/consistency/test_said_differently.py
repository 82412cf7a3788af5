"""Tests of DK310 said-differently."""

import pytest

from designkit.checks.rules.consistency.said_differently import said_differently
from tests.rule_examples import told

LABEL = """\
problem: {{label: {{name: fraud, positive-rate: {section}}}}}
components:
  join: {{kind: label-joiner, positive-rate: {part}}}
"""

BUILDER = """\
components:
  build: {kind: dataset-builder, negative-rate: 1%}
datasets:
"""


def test_a_rate_that_is_stated_twice_is_one_rate() -> None:
    assert told(LABEL.format(section="0.1%", part="1%"), said_differently) == [
        "3 warning: join states positive-rate 1%, and problem.label.positive-rate is 0.1%"
    ]


@pytest.mark.parametrize("part", ["0.1%", "0.10%", "0.05..0.2%"])
def test_another_spelling_or_a_range_around_it_is_the_same(part: str) -> None:
    assert told(LABEL.format(section="0.1%", part=part), said_differently) == []


def test_a_number_that_is_stated_once_contradicts_nothing() -> None:
    text = LABEL.format(section="none", part="1%")

    assert told(text, said_differently) == []


def test_a_builder_agrees_with_one_of_its_datasets() -> None:
    whole = "  natural: {built-by: build, negative-rate: 100%}\n"
    thinned = "  thinned: {built-by: build, negative-rate: 1%}\n"

    assert told(BUILDER + whole + thinned, said_differently) == []
    assert told(BUILDER + whole, said_differently) == [
        "2 warning: build states negative-rate 1%, and datasets.natural.negative-rate "
        "is 100%"
    ]


@pytest.mark.parametrize(
    "dataset",
    ["{built-by: build}", "{negative-rate: 100%}"],
    ids=["says nothing of it", "is built by another"],
)
def test_a_dataset_that_may_be_thinned_so_is_left_alone(dataset: str) -> None:
    assert told(f"{BUILDER}  natural: {dataset}\n", said_differently) == []


def test_of_several_analyses_each_may_be_of_another_experiment() -> None:
    text = """\
components:
  one: {kind: experiment-analysis, mde: 10%}
  two: {kind: experiment-analysis, mde: 1%}
experiment: {mde: 1%}
"""

    assert told(text, said_differently) == []


SEVERAL = """\
problem: {labels: {click: {positive-rate: 5%%}, buy: {positive-rate: 0.1%%}}}
components:
  clicks: {kind: label-joiner, labels: click, positive-rate: %s}
  orders: {kind: label-joiner, labels: buy, positive-rate: 0.1%%}
"""


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        pytest.param("5%", [], id="the same"),
        pytest.param(
            "0.1%",
            [
                "3 warning: clicks states positive-rate 0.1%, and "
                "problem.labels.click.positive-rate is 5%"
            ],
            id="that of the other label",
        ),
    ],
)
def test_a_joiner_agrees_with_its_own_label(rate: str, expected: list[str]) -> None:
    assert told(SEVERAL % rate, said_differently) == expected
