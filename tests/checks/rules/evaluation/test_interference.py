"""Which arms hold together what is shared."""

import pytest

from designkit.checks.rules.evaluation.interference import interference
from tests.rule_examples import told

COMPONENTS = "components: {score: {kind: model-server}}\n"


def told_of(unit: str, within: str, design: str = "ab") -> list[str]:
    stated = f"{{design: {design}, unit: {unit}, shared-within: {within}}}"
    return told(f"{COMPONENTS}experiment: {stated}\n", interference)


@pytest.mark.parametrize(
    ("unit", "within"),
    [
        pytest.param("truck", "depot", id="a part of it"),
        pytest.param("job seeker", "job", id="whoever competes for it"),
        pytest.param("depot worker and week", "depot", id="a part of it, by the week"),
        pytest.param("warehouse", "house", id="the end of a word"),
    ],
)
def test_arms_that_compete_are_found(unit: str, within: str) -> None:
    assert told_of(unit, within) == [
        f"2 error: arms are made of {unit}, which compete within one {within}: what one "
        "arm gains, the other loses"
    ]


@pytest.mark.parametrize(
    ("unit", "within"),
    [
        pytest.param("Depots", "depot", id="many"),
        pytest.param("large depot", "depot", id="some of them"),
        pytest.param("depot and week", "depot", id="in time"),
        pytest.param("depot-week", "depot", id="in time, in one word"),
        pytest.param("depot (by name)", "depot", id="with a remark"),
        pytest.param("language queue & day", "Language queue", id="two words"),
        pytest.param("day of the queue", "queue", id="the other way round"),
    ],
)
def test_arms_that_hold_what_is_shared_pass(unit: str, within: str) -> None:
    assert told_of(unit, within) == []


@pytest.mark.parametrize("design", ["switchback", "interleaving"])
def test_arms_in_time_and_mixed_lists_do_not_compete(design: str) -> None:
    assert told_of("truck", "depot", design) == []


def test_clusters_that_cross_over_one_by_one_compete() -> None:
    assert len(told_of("truck", "depot", "stepped-wedge")) == 1
    assert told_of("depot", "depot", "stepped-wedge") == []


def test_a_unit_that_the_service_states_counts_and_is_told_once() -> None:
    text = """\
components:
  arms: {kind: experiment-service, unit: truck}
experiment: {primary: breakdowns, shared-within: depot%s}
"""
    told_by_service = "arms are made of truck, which compete within one depot: "

    (found,) = told(text % "", interference)
    assert found.startswith(f"2 error: {told_by_service}")
    (found,) = told(text % ", unit: truck", interference)
    assert found.startswith(f"3 error: {told_by_service}")


def test_who_does_not_say_what_is_randomised_is_asked_by_another_rule() -> None:
    text = f"{COMPONENTS}experiment: {{shared-within: depot}}\n"

    assert told(text, interference) == []
