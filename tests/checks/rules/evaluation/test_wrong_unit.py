"""Units that leak into each other's arm."""

import pytest

from designkit.checks.rules.evaluation.wrong_unit import wrong_unit
from tests.rule_examples import told


def told_of(unit: str, *rest: str, kind: str = "client") -> list[str]:
    more = "".join(f"  {line}\n" for line in rest)
    text = f"""\
components: {{a: {{kind: {kind}}}}}
experiment:
  unit: {unit}
{more}"""
    return told(text, wrong_unit)


@pytest.mark.parametrize("unit", ["payments", "search query", "card holder"])
def test_a_unit_other_than_what_is_counted_is_found(unit: str) -> None:
    assert told_of(unit, "counted-per: card") == [
        f"3 warning: arms are made of {unit}, and the primary metric counts card: one "
        "card may be in both arms, unless a cluster-size says how many are in one"
    ]


@pytest.mark.parametrize(
    ("unit", "rest"),
    [
        pytest.param("user", ("counted-per: user",), id="the same"),
        pytest.param("cards", ("counted-per: card",), id="several of them"),
        pytest.param("card and week", ("counted-per: card",), id="in time"),
        pytest.param(
            "user", ("counted-per: search", "cluster-size: 12"), id="that has several"
        ),
        pytest.param("payment", ("primary: cards with a loss",), id="not stated"),
        pytest.param(
            "query", ("counted-per: user", "design: interleaving"), id="no arms"
        ),
    ],
)
def test_a_unit_that_stands_alone_passes(unit: str, rest: tuple[str, ...]) -> None:
    assert told_of(unit, *rest) == []


def test_arms_that_may_spend_one_budget_are_asked_about() -> None:
    assert told_of("user", kind="pacing") == [
        "3 warning: arms are made of user, all spend the budgets of a, and nothing says "
        "that budgets are split: what one arm spends, the other lacks"
    ]


@pytest.mark.parametrize("shared", ["none", "campaign"])
def test_what_is_said_of_budgets_is_judged_elsewhere(shared: str) -> None:
    assert told_of("user", f"shared-within: {shared}", kind="pacing") == []


def test_the_unit_of_the_service_is_compared_as_well() -> None:
    text = """\
components: {arms: {kind: experiment-service, unit: order}}
experiment: {counted-per: customer}
"""

    assert told(text, wrong_unit) == [
        "1 warning: arms are made of order, and the primary metric counts customer: one "
        "customer may be in both arms, unless a cluster-size says how many are in one"
    ]
