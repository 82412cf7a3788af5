"""What must stand around a training that an alarm starts."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.monitoring.retrain_on_garbage import retrain_on_garbage
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  lake: {kind: lake}
  offline: {kind: offline-store}

  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  retrain: {kind: retrain-trigger, triggers: [schedule]}
flows:
  batches:
    - join -> dataset: label
    - dataset -> train: dataset
    - lake -> join: raw-table
  control:
    - retrain -> train: trigger
""",
            snapshot([]),
            id="by the clock alone",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake}
  offline: {kind: offline-store}

  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  watch: {kind: monitor}
  alerts: {kind: alert-manager}
  retrain: {kind: retrain-trigger}
flows:
  batches:
    - join -> dataset: label
    - dataset -> train: dataset
    - lake -> join: raw-table
  control:
    - watch -> alerts: alert
    - alerts -> retrain: alert
    - retrain -> train: trigger
""",
            snapshot(
                [
                    "10 error: an alarm makes train learn again with no "
                    "validator before it"
                ]
            ),
            id="the alert is drawn, triggers are not stated",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake}
  offline: {kind: offline-store}
  validate: {kind: data-validator, blocking: false}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  retrain: {kind: retrain-trigger, triggers: [drift]}
flows:
  batches:
    - join -> dataset: label
    - dataset -> train: dataset
    - lake -> validate: raw-table
    - validate -> join: raw-table
  control:
    - retrain -> train: trigger
""",
            snapshot(
                [
                    "8 error: an alarm makes train learn again with no validator "
                    "before it"
                ]
            ),
            id="a validator that only reports",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake}
  offline: {kind: offline-store}
  validate: {kind: data-validator}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  retrain: {kind: retrain-trigger, triggers: [drift]}
flows:
  batches:
    - join -> dataset: label
    - dataset -> train: dataset
    - lake -> validate: raw-table
    - validate -> join: raw-table
  control:
    - retrain -> train: trigger
""",
            snapshot([]),
            id="a validator that holds back, no model goes on",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake}
  offline: {kind: offline-store}
  validate: {kind: data-validator}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  score: {kind: batch-scorer}
  retrain: {kind: retrain-trigger, triggers: [performance]}
flows:
  batches:
    - join -> dataset: label
    - dataset -> train: dataset
    - lake -> validate: raw-table
    - validate -> join: raw-table
    - train -> score: model
  control:
    - retrain -> train: trigger
""",
            snapshot(
                ["9 error: an alarm makes train learn again with no evaluator after it"]
            ),
            id="a validator that holds back, no gate",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake}
  offline: {kind: offline-store}
  validate: {kind: data-validator}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  alerts: {kind: alert-manager}
  retrain: {kind: retrain-trigger}
flows:
  batches:
    - join -> dataset: label
    - dataset -> train: dataset
    - lake -> join: raw-table
    - lake -> validate: raw-table
  control:
    - validate -> alerts: alert
    - alerts -> retrain: alert
    - retrain -> train: trigger
""",
            snapshot(
                [
                    "9 error: an alarm makes train learn again with no validator "
                    "before it"
                ]
            ),
            id="a validator whose alerts alone reach the trainer",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake}
  offline: {kind: offline-store}

  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  retrain: {kind: retrain-trigger, triggers: [drift]}
flows:
  batches:
    - join -> dataset: label
    - dataset -> train: dataset
    - lake -> join: raw-table
""",
            snapshot([]),
            id="a trigger that starts nothing",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake}
  validate: {kind: data-validator}
  train: {kind: trainer}
  retrain: {kind: retrain-trigger, triggers: [drift]}
flows:
  batches:
    - lake -> validate: raw-table
  control:
    - retrain -> train: trigger
""",
            snapshot([]),
            id="the feature store between them is missing altogether",
        ),
        pytest.param(
            """\
components:
  train: {kind: trainer}
  retrain: {kind: retrain-trigger, triggers: [drift]}
flows:
  control:
    - retrain -> train: trigger
""",
            snapshot([]),
            id="no ingestion at all",
        ),
    ],
)
def test_an_alarm_needs_a_validator_before_and_an_evaluator_after(
    text: str, expected: list[str]
) -> None:
    assert told(text, retrain_on_garbage) == expected
