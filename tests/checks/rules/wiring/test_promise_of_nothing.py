"""What a promise may name."""

import pytest

from designkit.checks.rules.wiring.promise_of_nothing import promise_of_nothing
from tests.rule_examples import told

DESIGN = """\
objectives:
  freshness: {%s: 10 min}
components:
  counts: {kind: stream-transform}
  near: {kind: ann-index}
features:
  visits: {name: Visits of a day, online-by: counts}
models:
  ranker: {task: ranking}
datasets:
  clicks: {maturity: 1 d}
"""


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("visit", "; did you mean visits?", id="nearly a feature"),
        pytest.param("visits-of-a-day", "", id="the name of a feature, not its id"),
        pytest.param("ann-index", "; did you mean index?", id="a kind is no thing"),
        pytest.param("rankr", "; did you mean ranker?", id="nearly a model"),
        pytest.param("everything", "", id="all and nothing"),
    ],
)
def test_a_promise_of_what_is_not_there_is_found(name: str, hint: str) -> None:
    assert told(DESIGN % name, promise_of_nothing) == [
        f"2 warning: {name} is no part of the design{hint}"
    ]


@pytest.mark.parametrize(
    "name",
    ["visits", "counts", "near", "ranker", "clicks", "embedding", "feature-values"],
)
def test_a_promise_may_name_any_part_and_what_flows(name: str) -> None:
    assert told(DESIGN % name, promise_of_nothing) == []


def test_each_promise_is_looked_at() -> None:
    text = DESIGN % "visits: 1 h, custmers: 1 d, stock"

    assert told(text, promise_of_nothing) == [
        "2 warning: custmers is no part of the design",
        "2 warning: stock is no part of the design",
    ]
