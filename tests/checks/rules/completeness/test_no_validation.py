import pytest

from designkit.checks.rules.completeness.no_validation import no_validation
from tests.rule_examples import told

DESIGN = """\
components:
  orders: {kind: source-db}
  lake: {kind: lake}
  validate: {kind: data-validator}
  offline: {kind: offline-store}
  profile: {kind: batch-transform}
  raters: {kind: human-labeling}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  alerts: {kind: alert-manager}
  orchestrator: {kind: orchestrator}
flows:
  batches:
    - orders -> lake -> raters: raw-table
    - raters -> dataset: label
    - offline -> dataset: feature-table
    - dataset -> train: dataset
"""
PAST = "9 warning: the training data of train goes past validate"


def without(design: str, *ids: str) -> str:
    lines = design.splitlines(keepends=True)
    return "".join(line for line in lines if not any(id in line for id in ids))


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param(
            "    - lake -> validate: raw-table\n", [PAST], id="beside the way"
        ),
        pytest.param(
            "    - lake -> validate: raw-table\n  control:\n"
            "    - validate -> alerts: alert\n    - alerts -> orchestrator: trigger\n"
            "    - orchestrator -> train: trigger\n",
            [PAST],
            id="its alarm is no data",
        ),
        pytest.param(
            "    - lake -> validate -> profile: raw-table\n"
            "    - profile -> offline: feature-table\n",
            [],
            id="before the features",
        ),
    ],
)
def test_a_validator_must_be_on_the_way_of_data(
    flows: str, expected: list[str]
) -> None:
    assert told(DESIGN + flows, no_validation) == expected


def test_no_validator_at_all_is_one_fault_for_all_trainers() -> None:
    second = "  other: {kind: trainer}\nflows:\n"
    design = without(DESIGN, "validate").replace("flows:\n", second)

    assert told(design, no_validation) == [
        "8 warning: nothing checks the training data of train and other"
    ]


def test_it_is_an_error_where_money_or_people_are_at_stake() -> None:
    assert told("tier: 1\n" + without(DESIGN, "validate"), no_validation) == [
        "9 error: nothing checks the training data of train"
    ]


def test_a_way_that_a_missing_feature_store_breaks_is_not_another_fault() -> None:
    assert told(without(DESIGN, "offline"), no_validation) == []
