"""Accuracy of rare outcomes."""

import pytest

from designkit.checks.rules.evaluation.accuracy_on_imbalance import (
    accuracy_on_imbalance,
)
from tests.rule_examples import check_example, told

DESIGN = """\
components: {{join: {{kind: label-joiner{attribute}}}}}
problem:
  label: {{{rate}}}
  metrics: {{offline: [{metrics}]}}
"""


def told_of(metrics: str, rate: str, attribute: str = "") -> list[str]:
    written = DESIGN.format(rate=rate, metrics=metrics, attribute=attribute)
    return told(written, accuracy_on_imbalance)


@pytest.mark.parametrize(
    ("rate", "answer"),
    [
        pytest.param("4.9%", "always saying no is right in 95.1% of cases", id="rare"),
        pytest.param("97%", "always saying yes is right in 97% of cases", id="common"),
        pytest.param(
            "1%..3%", "always saying no is right in 98% of cases", id="a range"
        ),
    ],
)
def test_a_lopsided_share_makes_accuracy_worthless(rate: str, answer: str) -> None:
    assert told_of("Accuracy", f"positive-rate: {rate}") == [
        f"4 error: accuracy comes first with {rate} positives: {answer}"
    ]


@pytest.mark.parametrize("rate", ["5%", "50%", "95%", "4%..6%"])
def test_an_even_share_lets_accuracy_pass(rate: str) -> None:
    assert told_of("accuracy", f"positive-rate: {rate}") == []


@pytest.mark.parametrize("metrics", ["balanced accuracy", "PR-AUC, accuracy"])
def test_accuracy_that_does_not_decide_passes(metrics: str) -> None:
    assert told_of(metrics, "positive-rate: 1%") == []


def test_the_share_may_stand_at_the_label_joiner() -> None:
    assert len(told_of("accuracy", "name: fraud", ", positive-rate: 1%")) == 1


def test_one_fact_is_one_finding_with_the_other_places_beside_it() -> None:
    text = (
        DESIGN.format(rate="positive-rate: 1%", metrics="accuracy", attribute="")
        + "evaluation: {metrics: [accuracy]}\n"
    )
    (finding,) = check_example(text, accuracy_on_imbalance).diagnostics

    assert (finding.span.line, finding.related[0].span.line) == (4, 5)
    assert [related.message for related in finding.related] == ["and here"]


SEVERAL = """\
problem:
  labels: {spam: {positive-rate: %s}, phish: {positive-rate: 0.1%%}}
  metrics: {offline: [accuracy]}
components: {fit: {kind: trainer}}
"""


@pytest.mark.parametrize(
    ("rate", "count"),
    [
        pytest.param("40%", 0, id="it may be that of the frequent label"),
        pytest.param("1%", 1, id="all are rare"),
    ],
)
def test_accuracy_may_be_of_a_frequent_label(rate: str, count: int) -> None:
    assert len(told(SEVERAL % rate, accuracy_on_imbalance)) == count
