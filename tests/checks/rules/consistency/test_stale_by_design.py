import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.consistency.stale_by_design import stale_by_design
from tests.rule_examples import told

TEXT = """\
components:
  log: {kind: event-log}
  store: {kind: offline-store}
  counts: {kind: stream-transform, slide: 2 s, watermark: 1 s, lag: 1 s}
  score: {kind: model-server}
flows:
  streams: [counts -> score: feature-values]
features:
  it: {online-by: counts%s}
"""


@pytest.mark.parametrize(
    ("promised", "expected"),
    [
        pytest.param("", [], id="nothing promised"),
        pytest.param(", freshness: 5 s", [], id="four fifths of it"),
        pytest.param(
            ", freshness: 4.9 s",
            snapshot(
                [
                    "9 info: it is up to 4 s old when it is read "
                    "(counts 2 s + 1 s + 1 s); promised are 4.9 s"
                ]
            ),
            id="one late run breaks it",
        ),
        pytest.param(
            ", freshness: 4 s",
            snapshot(
                [
                    "9 info: it is up to 4 s old when it is read "
                    "(counts 2 s + 1 s + 1 s); promised are 4 s"
                ]
            ),
            id="just kept",
        ),
        pytest.param(
            ", freshness: 3 s",
            snapshot(
                [
                    "9 error: it is up to 4 s old when it is read "
                    "(counts 2 s + 1 s + 1 s); promised are 3 s"
                ]
            ),
            id="broken",
        ),
    ],
)
def test_the_age_is_held_against_the_promise(promised: str, expected: list[str]):
    assert told(TEXT % promised, stale_by_design) == expected


def test_the_promise_may_stand_among_the_objectives():
    text = TEXT % "" + "objectives: {freshness: {it: 3 s, other: 1 s}}\n"

    assert [line.split(":")[0] for line in told(text, stale_by_design)] == ["10 error"]


def test_what_takes_no_way_to_a_model_has_no_age():
    assert (
        told(
            TEXT.replace("-> score", "-> counts") % ", freshness: 1 s", stale_by_design
        )
        == []
    )


TABLE = """\
objectives: {freshness: {%s}}
components:
  orders: {kind: source-db}
  copy: {kind: batch-ingest, interval: 6 h, runtime: 10 min}
  lake: {kind: lake}
  sums: {kind: batch-transform, interval: 24 h, runtime: 50 min}
  table: {kind: offline-store}
flows:
  batches:
    - orders -> copy -> lake -> sums: raw-table
    - sums -> table: feature-table
"""


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        pytest.param(
            "table: 24 h",
            [
                "1 error: table is up to 1 d 7 h old when it is read (copy 6 h + 10 min; "
                "sums 24 h + 50 min); promised are 24 h"
            ],
            id="a table",
        ),
        pytest.param("table: 40 h", [], id="kept"),
        pytest.param(
            "lake: 6 h",
            [
                "1 error: lake is up to 6 h 10 min old when it is read "
                "(copy 6 h + 10 min); promised are 6 h"
            ],
            id="a lake",
        ),
    ],
)
def test_a_table_may_be_promised_as_a_feature_is(
    promise: str, expected: list[str]
) -> None:
    assert told(TABLE % promise, stale_by_design) == expected
