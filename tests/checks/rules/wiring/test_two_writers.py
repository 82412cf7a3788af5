"""Which two may write the same answers, and which may not."""

import pytest

from designkit.checks.rules.wiring.two_writers import two_writers
from tests.rule_examples import told

DESIGN = """\
components:
  nightly: {kind: batch-scorer}
  live: {kind: stream-scorer}
  etas: {kind: %s}
  people: {kind: review-queue}
flows:
  batches:
    - nightly -> etas: %s
  streams:
    - %s
"""
RACE = (
    "4 warning: nightly and live write the same predictions into etas, and nothing "
    "says which wins"
)


def told_of(
    kind: str = "prediction-store",
    batch: str = "prediction",
    stream: str = "live -> etas: prediction",
) -> list[str]:
    return told(DESIGN % (kind, batch, stream), two_writers)


@pytest.mark.parametrize(
    ("kind", "batch", "stream"),
    [
        pytest.param(
            "prediction-store", "prediction", "live -> etas: prediction", id="a table"
        ),
        pytest.param("cache", "prediction", "live -> etas: prediction", id="a cache"),
        pytest.param(
            "prediction-store",
            "{carries: prediction, note: only what is newer}",
            "live -> etas: prediction",
            id="words that no rule reads",
        ),
        pytest.param(
            "prediction-store",
            "{carries: prediction, conflict: none}",
            "live -> etas: prediction",
            id="said to have no order",
        ),
    ],
)
def test_two_writers_without_an_order_are_a_race(
    kind: str, batch: str, stream: str
) -> None:
    assert told_of(kind, batch, stream) == [RACE]


@pytest.mark.parametrize(
    ("kind", "batch", "stream"),
    [
        pytest.param(
            "prediction-log",
            "prediction",
            "live -> etas: prediction",
            id="a log keeps both",
        ),
        pytest.param(
            "prediction-store",
            "prediction",
            "nightly -> etas: prediction",
            id="one writer on two ways",
        ),
        pytest.param(
            "prediction-store",
            "prediction",
            "live -> etas: {carries: prediction, conflict: the newer scan wins}",
            id="one says who wins",
        ),
        pytest.param(
            "client", "decision", "live -> etas: prediction", id="two things are told"
        ),
        pytest.param(
            "client", "decision", "people -> etas: decision", id="a person looked first"
        ),
    ],
)
def test_what_has_an_order_passes(kind: str, batch: str, stream: str) -> None:
    assert told_of(kind, batch, stream) == []


def test_an_answer_that_is_called_for_is_no_write() -> None:
    text = """\
components:
  app: {kind: client}
  first: {kind: decision-engine}
  second: {kind: decision-engine}
flows:
  calls:
    - app -> first: request
    - app -> second: request
    - first -> app: decision
    - second -> app: decision
"""

    assert told(text, two_writers) == []
    assert told(text.replace("  calls:", "  streams:"), two_writers) == [
        "2 warning: first and second write the same decisions into app, and nothing "
        "says which wins"
    ]


def test_rules_write_by_themselves_too() -> None:
    text = """\
components:
  decide: {kind: decision-engine}
  rules: {kind: business-rules}
  prices: {kind: source-db}
flows:
  batches:
    - decide, rules -> prices: decision
"""

    assert told(text, two_writers) == [
        "4 warning: decide and rules write the same decisions into prices, and nothing "
        "says which wins"
    ]


FAR = """\
components:
  nightly: {kind: batch-scorer}
  live: {kind: stream-scorer}
  shown: {kind: prediction-log}
  staged: {kind: prediction-store}
  etas: {kind: prediction-store}
  people: {kind: review-queue}
flows:
  batches: [%s]
"""
FAR_RACE = RACE.replace("4 warning", "6 warning")


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param(
            "nightly -> staged -> etas: prediction, live -> shown -> etas: prediction",
            [FAR_RACE],
            id="over a store and a log",
        ),
        pytest.param(
            "nightly -> etas: prediction, nightly -> shown -> etas: prediction",
            [],
            id="one writer on two ways",
        ),
        pytest.param(
            "nightly -> shown: prediction, live -> shown -> etas: prediction",
            [],
            id="in the order of a log",
        ),
        pytest.param(
            "nightly -> etas: prediction, live -> people: prediction, "
            "people -> etas: decision",
            [],
            id="a person has looked",
        ),
    ],
)
def test_a_writer_is_known_from_afar(flows: str, expected: list[str]) -> None:
    assert told(FAR % flows, two_writers) == expected
