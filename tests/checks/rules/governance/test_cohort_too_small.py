"""Rounds of federated training, and the updates that come back."""

import pytest

from designkit.checks.rules.governance.cohort_too_small import cohort_too_small
from designkit.quantities.writing import TIMES
from tests.rule_examples import told

DESIGN = """\
components:
  phone: {kind: device%s}
  train: {kind: trainer, %s}
flows:
  batches: [phone -> train: model, train -> phone: model]
"""


def told_of(trainer: str, fleet: str = "") -> list[str]:
    return told(DESIGN % (fleet, trainer), cohort_too_small)


@pytest.mark.parametrize(
    ("trainer", "fleet", "expected"),
    [
        pytest.param(
            "clients-per-round: 500, drop-out: 10%, min-cohort: 480",
            "",
            "3 error: a round of train needs 480 updates, and at most 450 come back: "
            "500 * (1 - 10%)",
            id="some drop out",
        ),
        pytest.param(
            "clients-per-round: 100, min-cohort: 200",
            "",
            "3 error: a round of train needs 200 updates, and at most 100 come back: "
            "100",
            id="fewer are asked",
        ),
        pytest.param(
            "clients-per-round: 400, drop-out: 5%, min-cohort: 300",
            ", count: 2 k, online: 10%",
            "3 error: a round of train needs 300 updates, and at most 190 come back: "
            "2 k * 10% online * (1 - 5%)",
            id="fewer are online",
        ),
        pytest.param(
            "clients-per-round: 500, drop-out: {value: 10%, assumed: a guess}, "
            "min-cohort: 480",
            "",
            "3 warning: a round of train needs 480 updates, and at most 450 come "
            "back: 500 * (1 - 10%); 10% is assumed",
            id="by an assumption",
        ),
    ],
)
def test_a_round_that_is_always_too_small_is_found(
    trainer: str, fleet: str, expected: str
) -> None:
    assert told_of(trainer, fleet) == [expected.replace(" * ", f" {TIMES} ")]


@pytest.mark.parametrize(
    ("trainer", "fleet"),
    [
        pytest.param(
            "clients-per-round: 500, drop-out: 4%, min-cohort: 480", "", id="just so"
        ),
        pytest.param(
            "clients-per-round: 500, drop-out: 4%..10%, min-cohort: 480",
            "",
            id="at best",
        ),
        pytest.param("clients-per-round: 50, drop-out: 90%", "", id="no minimum"),
        pytest.param(
            "clients-per-round: 500, min-cohort: 480", ", count: 5 k", id="enough"
        ),
        pytest.param("examples: 5 M, min-cohort: 480", "", id="not on devices"),
    ],
)
def test_a_round_that_may_succeed_is_no_fault(trainer: str, fleet: str) -> None:
    assert told_of(trainer, fleet) == []
