"""Who says what is right, where a model is tested."""

import pytest

from designkit.checks.rules.evaluation.weak_test_labels import weak_test_labels
from tests.rule_examples import told

DESIGN = """\
components:
  evaluate: {kind: evaluator}
  votes: {kind: weak-labeler}
  rules: {kind: business-rules}
  served: {kind: prediction-log}
  app: {kind: client}
  judges: {kind: human-labeling}
  review: {kind: review-queue}
  lake: {kind: lake}
  log: {kind: event-log}
  join: {kind: label-joiner}
  sets: {kind: dataset-builder}
  golden: {kind: dataset-builder}
  train: {kind: trainer}
flows:
  batches:
"""
FOUND = "2 warning: evaluate tests on labels of %s alone: it measures agreement with "
VOTES = "sets -> train: dataset", "sets -> evaluate: dataset", "votes -> sets: label"
JOINED = (
    "sets -> evaluate: dataset",
    "join -> sets: label",
    "served -> join: prediction",
)


@pytest.mark.parametrize(
    ("flows", "givers"),
    [
        pytest.param(VOTES, "votes", id="a model learns and is tested on votes"),
        pytest.param(
            (*JOINED, "votes -> join: label"), "votes", id="joined, and votes still"
        ),
        pytest.param(
            (
                "sets -> evaluate: dataset",
                "votes -> lake: label",
                "lake -> sets: label",
            ),
            "votes",
            id="kept in the lake in between",
        ),
        pytest.param(
            (*JOINED, "rules -> join: decision"), "rules", id="what the rules decided"
        ),
        pytest.param(
            (*JOINED, "rules -> log: decision", "log -> join: event"),
            "rules",
            id="what the rules decided, over a log",
        ),
        pytest.param(
            (*JOINED, "rules -> log: decision", "app -> log -> join: event"),
            "",
            id="what happened, in the same log",
        ),
        pytest.param(
            (*JOINED, "rules -> join: decision", "votes -> sets: label"),
            "rules and votes",
            id="rules and votes",
        ),
        pytest.param((*VOTES, "judges -> sets: label"), "", id="people as well"),
        pytest.param(
            (*JOINED, "votes -> join: label", "log -> join: event"),
            "",
            id="outcomes as well",
        ),
        pytest.param((*VOTES, "review -> sets: label"), "", id="reviewers as well"),
        pytest.param(
            (
                *("votes -> sets: label", "sets -> train: dataset"),
                *("judges -> golden: label", "golden -> evaluate: dataset"),
            ),
            "",
            id="votes teach, people judge",
        ),
        pytest.param(JOINED, "", id="nothing is said of the outcome"),
        pytest.param(
            ("sets -> evaluate: dataset", "lake -> sets: label"),
            "",
            id="labels that were delivered",
        ),
        pytest.param(("votes -> sets: label",), "", id="nothing is tested"),
    ],
)
def test_a_test_is_of_what_came_out_or_of_what_people_say(
    flows: tuple[str, ...], givers: str
):
    text = DESIGN + "".join(f"    - {flow}\n" for flow in flows)
    expected = [f"{FOUND % givers}them"] if givers else []

    assert told(text, weak_test_labels) == expected
