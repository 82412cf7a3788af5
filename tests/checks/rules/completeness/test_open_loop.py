import pytest

from designkit.checks.rules.completeness.open_loop import open_loop
from tests.rule_examples import told

COMPONENTS = """\
components:
  app: {kind: client}
  rank: {kind: model-server}
  log: {kind: event-log}
  raters: {kind: human-labeling}
  label-join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
"""
JOINED = """\
flows:
  batches: [label-join -> dataset: label]
  streams:
    - app -> log -> label-join: event
"""
RATED = """\
flows:
  batches: [raters -> dataset: label]
  streams:
    - app -> log -> raters: event
"""


def labelled(method: str) -> str:
    return f"problem: {{label: {{method: {method}}}}}\n"


@pytest.mark.parametrize(
    ("label", "severity"),
    [
        pytest.param(labelled("natural"), "error", id="natural"),
        pytest.param(labelled("human"), "warning", id="human"),
        pytest.param("problem: {task: ranking}\n", "warning", id="not said"),
    ],
)
def test_outcomes_that_meet_no_prediction_matter_by_their_kind(
    label: str, severity: str
) -> None:
    found = told(label + COMPONENTS + JOINED, open_loop)

    assert found[0] == (
        f"7 {severity}: no log of predictions reaches label-join: outcomes meet nothing"
    )


def test_an_event_log_that_takes_predictions_is_a_log_of_predictions() -> None:
    design = labelled("natural") + COMPONENTS + JOINED

    assert told(design + "    - rank -> log: prediction\n", open_loop) == []


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("natural", ["8 error: the labels of dataset come from no label-joiner"]),
        ("human", ["8 warning: dataset learns from nothing that was served"]),
        ("weak", ["8 warning: dataset learns from nothing that was served"]),
    ],
)
def test_a_dataset_must_know_what_was_served(method: str, expected: list[str]) -> None:
    assert told(labelled(method) + COMPONENTS + RATED, open_loop) == expected


def test_people_who_label_what_was_served_close_the_loop() -> None:
    design = labelled("human") + COMPONENTS + RATED

    assert told(design + "    - rank -> raters: prediction\n", open_loop) == []


def test_what_is_not_wired_yet_is_not_asked() -> None:
    assert told(labelled("natural") + COMPONENTS, open_loop) == []


def test_raters_close_the_loop_where_nothing_is_said_of_the_labels() -> None:
    assert told(COMPONENTS + RATED, open_loop) == []


def test_raters_close_the_loop_over_a_lake_too() -> None:
    stored = RATED.replace("raters -> dataset", "raters -> lake -> dataset")
    parts = COMPONENTS + "  lake: {kind: lake}\n"

    assert told(parts + stored, open_loop) == []
    assert told(parts + stored + "    - rank -> lake: label\n", open_loop) != []


def test_what_is_there_to_test_learns_nothing() -> None:
    text = COMPONENTS.replace("  label-join: {kind: label-joiner}\n", "") + RATED
    test = text.replace(
        "{kind: dataset-builder}", "{kind: dataset-builder, purpose: test}"
    )

    assert told(labelled("natural") + test, open_loop) == []
