import pytest

from designkit.checks.rules.labels.log_forgets_before_label import (
    log_forgets_before_label,
)
from tests.rule_examples import told

TEXT = """\
components:
  log: {kind: prediction-log%s}
  events: {kind: event-log, retention: 7 d}
  join: {kind: label-joiner%s}
flows:
  streams:
    - %s
problem: {label: {window: 30 d}}
"""
PREDICTED = "log -> join: prediction"


@pytest.mark.parametrize(
    ("log", "join", "flow", "expected"),
    [
        pytest.param(
            ", retention: 29 d",
            "",
            PREDICTED,
            "2 error: log keeps 29 d, join joins outcomes of up to 30 d later: "
            "those of the last 1 d find nothing",
            id="a day short",
        ),
        pytest.param(", retention: 30 d", "", PREDICTED, "", id="just enough"),
        pytest.param(
            ", retention: 30 d",
            ", window: 31 d",
            PREDICTED,
            "2 error: log keeps 30 d, join joins outcomes of up to 31 d later: "
            "those of the last 1 d find nothing",
            id="the joiner waits longer",
        ),
        pytest.param(
            ", retention: none",
            "",
            PREDICTED,
            "2 error: log keeps nothing, join joins outcomes of up to 30 d later: "
            "those of the last 30 d find nothing",
            id="denied",
        ),
        pytest.param(
            "",
            "",
            PREDICTED,
            "2 warning: log does not say how long it keeps what waits for outcomes "
            "of up to 30 d later",
            id="not said",
        ),
        pytest.param(
            "",
            "",
            "events -> join: event",
            "3 error: events keeps 7 d, join joins outcomes of up to 30 d later: "
            "those of the last 23 d find nothing",
            id="predictions are among the events",
        ),
        pytest.param(
            ", retention: 60 d",
            "",
            "events -> join: event\n    - log -> join: prediction",
            "",
            id="events bring only the outcomes",
        ),
    ],
)
def test_predictions_are_kept_until_the_outcome(
    log: str, join: str, flow: str, expected: str
):
    found = told(TEXT % (log, join, flow), log_forgets_before_label)

    assert found == ([expected] if expected else [])


def test_without_a_window_nothing_is_too_short():
    text = (TEXT % (", retention: 1 s", "", PREDICTED)).replace("window", "name")

    assert told(text, log_forgets_before_label) == []


FAR = """\
components:
  log: {kind: prediction-log, retention: 7 d}
  between: {kind: %s, retention: 90 d}
  join: {kind: label-joiner, window: 30 d}
flows:
  streams: [log -> between -> join: %s]
"""


@pytest.mark.parametrize(
    ("kind", "carries", "is_found"),
    [
        pytest.param("data-validator", "event", True, id="passed on"),
        pytest.param("event-log", "event", False, id="kept long enough after that"),
    ],
)
def test_what_waits_is_in_the_memory_nearest_to_the_joiner(
    kind: str, carries: str, is_found: bool
):
    text = FAR % (kind, carries)
    text = text if kind == "event-log" else text.replace(", retention: 90 d", "")

    assert bool(told(text, log_forgets_before_label)) is is_found


SEVERAL = """\
problem: {labels: {click: {window: 1 d}, purchase: {window: 90 d}}}
components:
  score: {kind: model-server}
  log: {kind: prediction-log, retention: 30 d}
  join: {kind: label-joiner%s}
flows:
  streams:
    - score -> log -> join: prediction
"""
FORGOTTEN = (
    "4 error: log keeps 30 d, join joins outcomes of up to 90 d later: "
    "those of the last 60 d find nothing"
)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param("", [FORGOTTEN], id="the only joiner makes all labels"),
        pytest.param(", labels: purchase", [FORGOTTEN], id="the late label"),
        pytest.param(", labels: click", [], id="the early label"),
    ],
)
def test_a_joiner_waits_for_the_labels_that_it_makes(
    labels: str, expected: list[str]
) -> None:
    assert told(SEVERAL % labels, log_forgets_before_label) == expected
