"""Units that leak into each other's arm."""

import pytest

from designkit.checks.rules.evaluation.wrong_unit import wrong_unit
from tests.rule_examples import told


def told_of(
    unit: str, primary: str, rest: str = "", *, kind: str = "client"
) -> list[str]:
    text = f"""\
components: {{a: {{kind: {kind}}}}}
experiment:
  unit: {unit}
  primary: {primary}
  {rest}
"""
    return told(text, wrong_unit)


@pytest.mark.parametrize(
    ("unit", "primary", "expected"),
    [
        pytest.param(
            "payments",
            "cards with a loss",
            "3 warning: arms are made of payments, the primary metric counts card: "
            "one card may be in both arms",
            id="plurals",
        ),
        pytest.param(
            "search query",
            "revenue per user",
            "3 warning: arms are made of search query, the primary metric counts "
            "user: one user may be in both arms",
            id="two words",
        ),
    ],
)
def test_a_unit_finer_than_the_metric_is_found(
    unit: str, primary: str, expected: str
) -> None:
    assert told_of(unit, primary) == [expected]


@pytest.mark.parametrize(
    ("unit", "primary", "rest"),
    [
        pytest.param("user", "satisfied users", "", id="the same"),
        pytest.param("user", "purchases per search", "", id="coarser"),
        pytest.param("query", "purchases per search", "", id="both fine"),
        pytest.param("query", "users", "design: interleaving", id="no arms"),
        pytest.param("user session", "users", "", id="a name that says both"),
    ],
)
def test_a_unit_that_stands_alone_passes(unit: str, primary: str, rest: str) -> None:
    assert told_of(unit, primary, rest) == []


def test_arms_that_spend_one_budget_are_an_error() -> None:
    assert told_of("user", "clicks", kind="pacing") == [
        "3 error: arms are made of user, but all spend the budgets of a: "
        "what one arm spends, the other lacks"
    ]


@pytest.mark.parametrize(
    ("unit", "rest"),
    [("advertiser", ""), ("user", "note: every budget is split between the arms")],
)
def test_budgets_that_are_split_pass(unit: str, rest: str) -> None:
    assert told_of(unit, "clicks", rest, kind="pacing") == []


def test_the_unit_of_the_service_is_compared_as_well() -> None:
    text = """\
components: {arms: {kind: experiment-service, unit: order}}
experiment: {primary: late orders per customer}
"""

    assert told(text, wrong_unit) == [
        "1 warning: arms are made of order, the primary metric counts customer: "
        "one customer may be in both arms"
    ]
