"""The loop of learning, and whether it is closed."""

import pytest

from designkit.analysis.facts import Facts
from designkit.analysis.loop import LoopGap, gap_of, logs_of_predictions, loop_of
from designkit.source.loader import load_text

TEXT = """\
designkit: 1
name: Loop
system: generic
components:
  score: {kind: batch-scorer}
  rules: {kind: business-rules}
  log: {kind: %s}
  other-log: {kind: event-log}
  label: {kind: %s}
  build: {kind: dataset-builder}
  train: {kind: trainer}
flows:
  streams:
    - score -> rules: prediction
    - rules -> log: %s
  batches:
    - log -> label: event
    - label -> build: label
    - build -> train: dataset
  control:
    - train -> score: model
"""
ROUND = ("score", "rules", "log", "label", "build", "train", "score")


def facts_of(text: str) -> Facts:
    design = load_text(text, "design.yaml").design
    assert design is not None
    return Facts(design)


@pytest.mark.parametrize(
    ("log", "label", "carries", "expected"),
    [
        pytest.param("prediction-log", "label-joiner", "decision", ROUND, id="a log"),
        pytest.param("event-log", "label-joiner", "prediction", ROUND, id="events"),
        pytest.param("event-log", "label-joiner", "decision", (), id="no predictions"),
        pytest.param("event-log", "human-labeling", "decision", ROUND, id="people"),
    ],
)
def test_the_loop_passes_what_labels_are_held_against(
    log: str, label: str, carries: str, expected: tuple[str, ...]
) -> None:
    facts = facts_of(TEXT % (log, label, carries))

    assert loop_of(facts) == expected
    assert loop_of(facts, ["score", "log"]) == expected


def test_what_is_asked_for_first_is_preferred() -> None:
    shortcut = "    - score -> log: prediction\n  batches:"
    text = TEXT.replace("  batches:", shortcut, 1)
    facts = facts_of(text % ("prediction-log", "label-joiner", "decision"))

    assert loop_of(facts) == tuple(id for id in ROUND if id != "rules")
    assert loop_of(facts, ROUND) == loop_of(facts)


def test_logs_of_predictions_are_those_that_are_sent_some() -> None:
    facts = facts_of(TEXT % ("event-log", "label-joiner", "prediction"))

    assert [log.id for log in logs_of_predictions(facts)] == ["log"]


def test_a_log_that_is_nearer_does_not_lead_round_twice() -> None:
    nearer = """\
    - score -> features: prediction
  batches:
    - features -> build: feature-table
"""
    text = TEXT % ("prediction-log", "label-joiner", "decision")
    text = text.replace("  batches:\n", nearer)
    text = text.replace("  other-log:", "  features: {kind: feature-log}\n  other-log:")

    assert loop_of(facts_of(text)) == ROUND


@pytest.mark.parametrize(
    ("missing", "gap"),
    [
        ("    - rules -> log: decision\n", LoopGap("score", ("log",), 0)),
        ("    - log -> label: event\n", LoopGap("log", ("label",), 1)),
        ("    - label -> build: label\n", LoopGap("label", ("build",), 2)),
        ("    - build -> train: dataset\n", LoopGap("build", ("train",), 3)),
        ("    - train -> score: model\n", LoopGap("train", ("score",), 4)),
        ("", None),
    ],
)
def test_the_gap_is_between_the_stations_that_nothing_joins(
    missing: str, gap: LoopGap | None
) -> None:
    text = TEXT % ("prediction-log", "label-joiner", "decision")

    assert gap_of(facts_of(text.replace(missing, ""))) == gap


def test_what_a_model_gives_is_not_learnt_by_way_of_the_model_again() -> None:
    text = TEXT % ("prediction-log", "label-joiner", "decision")
    back = "    - label -> score: event\n    - score -> build: prediction\n"
    around = text.replace("    - label -> build: label\n", back)

    assert loop_of(facts_of(around)) == ()
    assert gap_of(facts_of(around)) == LoopGap("label", ("build",), 2)
