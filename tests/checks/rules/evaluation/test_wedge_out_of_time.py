"""Stepped wedges that end before their last step, or step before they know."""

import pytest

from designkit.checks.rules.evaluation.wedge_out_of_time import wedge_out_of_time
from tests.rule_examples import told


def told_of(stated: str, design: str = "stepped-wedge") -> list[str]:
    return told(
        f"components: {{a: {{kind: client}}}}\n"
        f"experiment: {{design: {design}, steps: 5, step-every: 28 d, {stated}}}\n",
        wedge_out_of_time,
    )


SHORT = "5 steps and the time before the first take 168 d, and 160 d are planned"
TOO_SOON = (
    "outcomes take 60 d, and the next clusters cross over 28 d after those before: "
    "nobody knows by then what the step before has done"
)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            "duration: 140 d",
            "2 error: the last clusters cross over after 140 d, and nothing is measured "
            "after 140 d",
            id="over when the last begin",
        ),
        pytest.param("duration: 160 d", f"2 warning: {SHORT}", id="a part too short"),
        pytest.param("outcome-window: 60 d", f"2 warning: {TOO_SOON}", id="unknown"),
    ],
)
def test_a_wedge_without_the_time_for_it_is_found(stated: str, expected: str) -> None:
    assert told_of(stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        "duration: 168 d",
        "duration: 20 w..24 w",
        "outcome-window: 28 d",
        "outcome-window: 20 d..60 d",
        "unit: branch",
    ],
)
def test_a_wedge_with_its_time_passes(stated: str) -> None:
    assert told_of(stated) == []


def test_arms_side_by_side_have_no_steps() -> None:
    assert told_of("duration: 14 d", "ab") == []
