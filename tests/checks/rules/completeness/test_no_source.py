from designkit.checks.rules.completeness.no_source import no_source
from tests.rule_examples import told

KINDS = """\
components:
  lake: {kind: lake}
  clean: {kind: batch-transform}
  raters: {kind: human-labeling}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  app: {kind: client}
  score: {kind: model-server}
  watch: {kind: monitor}
  alerts: {kind: alert-manager}
  orchestrator: {kind: orchestrator}
flows:
"""
LEARNING = """\
  batches:
    - lake -> raters: raw-table
    - raters -> dataset: label
    - dataset -> train: dataset
"""


def test_data_that_goes_in_a_circle_comes_from_nowhere() -> None:
    circle = "    - lake -> clean -> lake: raw-table\n"

    assert told(KINDS + LEARNING + circle, no_source) == [
        "6 error: what train learns goes in a circle: "
        "no client, device, person, source-db or third-party stands before it"
    ]


def test_an_alarm_that_starts_training_brings_no_data() -> None:
    control = """\
  calls:
    - app -> score: request
  streams:
    - score -> watch: prediction
  control:
    - watch -> alerts: alert
    - alerts -> orchestrator -> train: trigger
"""

    assert told(KINDS + LEARNING + control, no_source) == [
        "6 error: what train learns begins at lake: "
        "no client, device, person, source-db or third-party stands before it"
    ]


def test_a_trainer_that_is_not_wired_yet_is_not_asked() -> None:
    assert told(KINDS + "  calls: [app -> score: request]\n", no_source) == []


def test_every_branch_of_what_is_learnt_begins_at_an_origin() -> None:
    branch = """\
    - clean -> dataset: feature-table
  calls:
    - app -> score: request
  streams:
    - app -> lake: event
"""

    assert told(KINDS + LEARNING + branch, no_source) == [
        "3 error: clean gives feature-table, and nothing brings it any data"
    ]


def test_a_flow_that_does_not_say_what_it_carries_may_bring_the_data() -> None:
    untyped = "    - app -> lake: {note: nightly}\n"

    assert told(KINDS + LEARNING + untyped, no_source) == []
    assert told(KINDS + LEARNING, no_source) != []
