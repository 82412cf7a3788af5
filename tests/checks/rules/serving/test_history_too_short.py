"""Datasets that look back further than anything is kept."""

import pytest

from designkit.checks.rules.serving.history_too_short import history_too_short
from tests.rule_examples import told

DESIGN = """\
components:
  log: {{kind: event-log, retention: 7 d}}
  lake: {{kind: lake, {lake}}}
  job: {{kind: batch-transform}}
  offline: {{kind: offline-store, {offline}}}
  served: {{kind: feature-log, {served}}}
  dataset: {{kind: dataset-builder}}
flows:
  batches:
    - log -> lake: event
    - lake -> job, dataset: raw-table
    - job -> offline -> dataset: feature-table
    - served -> dataset: feature-table
datasets:
  month: {{built-by: dataset, join: {join}, lookback: {lookback}}}
"""


def told_of(
    join: str = "none",
    lookback: str = "30 d",
    lake: str = "retention: 20 d",
    offline: str = "retention: 20 d",
    served: str = "retention: 20 d",
) -> list[str]:
    text = DESIGN.format(
        join=join, lookback=lookback, lake=lake, offline=offline, served=served
    )
    return told(text, history_too_short)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {},
            "3 error: lake keeps 20 d, and month looks back 30 d: the first 10 d of "
            "it are gone",
            id="nothing keeps enough",
        ),
        pytest.param(
            {"join": "logged", "lake": "retention: 90 d"},
            "6 error: served keeps 20 d, and month looks back 30 d: the first 10 d of "
            "it are gone",
            id="what was served is only in the log",
        ),
        pytest.param(
            {"join": "point-in-time", "served": "retention: 90 d"},
            "3 error: lake keeps 20 d, and month looks back 30 d: the first 10 d of "
            "it are gone",
            id="what is computed is only in the stores",
        ),
        pytest.param(
            {"lookback": "30 d..60 d", "offline": "retention: 10 d..25 d"},
            "5 error: offline keeps 10 d..25 d, and month looks back 30 d..60 d: the "
            "first 5 d of it are gone",
            id="at best, in the one that keeps most",
        ),
        pytest.param(
            {
                "lake": "retention: none",
                "offline": "retention: none",
                "served": "retention: none",
            },
            "3 error: lake keeps nothing, and month looks back 30 d: the first 30 d "
            "of it are gone",
            id="none",
        ),
        pytest.param(
            {"offline": "note: big"},
            "5 warning: offline does not say how long it keeps what month looks back "
            "30 d for",
            id="unstated",
        ),
    ],
)
def test_a_history_that_is_too_short_is_found(
    stated: dict[str, str], expected: str
) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"lookback": "20 d"}, id="just enough"),
        pytest.param({"lake": "retention: 90 d"}, id="one keeps enough"),
        pytest.param({"lookback": "20 d..90 d"}, id="enough at the near end"),
        pytest.param({"lookback": "none"}, id="no look back"),
    ],
)
def test_what_is_kept_or_unknown_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


def test_a_dataset_without_a_builder_is_not_asked() -> None:
    text = "components: {lake: {kind: lake}}\ndatasets: {a: {lookback: 9 d}}\n"

    assert told(text, history_too_short) == []


def test_what_the_builder_says_holds_for_its_dataset() -> None:
    text = """\
components:
  lake: {kind: lake, retention: 5 d}
  dataset: {kind: dataset-builder, lookback: 7 d}
flows:
  batches: [lake -> dataset: raw-table]
"""

    assert told(text, history_too_short) == [
        "2 error: lake keeps 5 d, and dataset looks back 7 d: the first 2 d of it are "
        "gone"
    ]
