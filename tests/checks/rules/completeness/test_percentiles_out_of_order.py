"""Percentiles that changed places."""

import pytest

from designkit.checks.rules.completeness.percentiles_out_of_order import (
    percentiles_out_of_order,
)
from tests.rule_examples import told

DESIGN = """\
objectives:
  latency: {{{promise}}}
problem:
  label:
    delay: {{{delay}}}
components:
  rank:
    kind: model-server
    latency: {{{rank}}}
  join:
    kind: label-joiner
    delay: {{{join}}}
"""

FINE = "p50: 1 s, p99: 2 s"


def told_of(**stated: str) -> list[str]:
    places = dict.fromkeys(("promise", "delay", "rank", "join"), FINE) | stated
    return told(DESIGN.format(**places), percentiles_out_of_order)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {"promise": "p50: 300 ms, p99: 100 ms"},
            "2 error: p99 of the objectives is 100 ms, below its p50 of 300 ms: state "
            "a p99 of 300 ms or more, or swap the two",
            id="what is promised",
        ),
        pytest.param(
            {"delay": "p50: 3 d, p95: 90 min"},
            "5 error: p95 of the label is 90 min, below its p50 of 3 d: state a p95 "
            "of 3 d or more, or swap the two",
            id="the delay of a label",
        ),
        pytest.param(
            {"rank": "p999: 5 ms, p90: 6 ms"},
            "9 error: p999 of rank is 5 ms, below its p90 of 6 ms: state a p999 of "
            "6 ms or more, or swap the two",
            id="written from the top",
        ),
        pytest.param(
            {"join": "p50: 30 d..40 d, p90: 10 d..50 d, p95: 20 d, p99: 10 d"},
            "12 error: p95 of join is 20 d, below its p50 of 30 d..40 d: state a p95 "
            "of 30 d..40 d or more, or swap the two",
            id="the first of several, whatever the range",
        ),
    ],
)
def test_what_is_turned_round_is_found(stated: dict[str, str], expected: str) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "rank",
    [
        pytest.param("p50: 5 ms, p90: 5 ms, p99: 5 ms", id="all equal"),
        pytest.param("p50: 5 ms..9 ms, p99: 6 ms", id="in order at the near end"),
        pytest.param("p99: 5 ms", id="a single one"),
        pytest.param("p50: none, p99: 5 ms", id="none"),
    ],
)
def test_what_may_be_in_order_is_no_fault(rank: str) -> None:
    assert told_of(rank=rank) == []


def test_each_of_several_labels_is_looked_at() -> None:
    text = (
        "problem: {labels: {a: {delay: {p50: 9 d, p95: 3 d}}}}\n"
        "components: {app: {kind: client}}\n"
    )

    assert [line[:8] for line in told(text, percentiles_out_of_order)] == ["1 error:"]
