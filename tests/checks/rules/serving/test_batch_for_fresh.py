"""Scores by the clock against the age that is promised."""

import pytest

from designkit.checks.rules.serving.batch_for_fresh import batch_for_fresh
from tests.rule_examples import told

DESIGN = """\
objectives: {{freshness: {{{promise}}}}}
components:
  job:
    kind: batch-scorer
    {stated}
  front: {{kind: cache}}
  offers: {{kind: prediction-store}}
  others: {{kind: prediction-store}}
flows:
  batches:
    - job -> offers -> front: prediction
"""


def told_of(promise: str, stated: str) -> list[str]:
    return told(DESIGN.format(promise=promise, stated=stated), batch_for_fresh)


@pytest.mark.parametrize(
    ("promise", "stated", "expected"),
    [
        pytest.param(
            "offers: 24 h",
            "interval: 24 h\n    runtime: 1 h",
            "5 error: what job made is up to 1 d 1 h old when the next comes (job 24 h "
            "+ 1 h), but offers is promised within 24 h",
            id="the store",
        ),
        pytest.param(
            "job: 30 min",
            "interval: 1 h",
            "5 error: what job made is up to 1 h old when the next comes (job 1 h), but "
            "job is promised within 30 min",
            id="the scorer, and no runtime",
        ),
        pytest.param(
            "offers: 2 d, front: 1 h..6 h",
            "interval: 8 h..12 h\n    runtime: 10 min..2 h",
            "5 error: what job made is up to 8 h 10 min old when the next comes "
            "(job 8 h..12 h + 10 min..2 h), but front is promised within 1 h..6 h",
            id="the strictest, at best",
        ),
        pytest.param(
            "offers: 1 h",
            "runtime: 5 min",
            "3 warning: job does not say how often it scores, but offers is promised "
            "within 1 h",
            id="unstated",
        ),
        pytest.param(
            "offers: 1 h",
            "interval: none",
            "5 error: job does not say how often it scores, but offers is promised "
            "within 1 h",
            id="none",
        ),
    ],
)
def test_older_than_promised_is_found(promise: str, stated: str, expected: str) -> None:
    assert told_of(promise, stated) == [expected]


@pytest.mark.parametrize(
    ("promise", "stated"),
    [
        pytest.param("offers: 25 h", "interval: 24 h\n    runtime: 1 h", id="just so"),
        pytest.param("offers: 1 h..1 d", "interval: 12 h..2 d", id="at the far ends"),
        pytest.param("others: 1 h", "interval: 24 h", id="a store of something else"),
    ],
)
def test_as_young_as_promised_is_no_fault(promise: str, stated: str) -> None:
    assert told_of(promise, stated) == []


@pytest.mark.parametrize(
    ("starts", "made_of"),
    [
        pytest.param("clock", "6 h old when the next comes (job 6 h)", id="the clock"),
        pytest.param(
            "input", "1 d 2 h old when the next comes (rows 24 h + 2 h)", id="its input"
        ),
    ],
)
def test_a_score_is_as_old_as_the_run_that_began_it(starts: str, made_of: str) -> None:
    text = f"""\
objectives: {{freshness: {{offers: 1 h}}}}
components:
  lake: {{kind: lake}}
  rows: {{kind: batch-transform, interval: 24 h, runtime: 2 h}}
  job: {{kind: batch-scorer, interval: 6 h, starts: {starts}}}
  offers: {{kind: prediction-store}}
flows:
  batches:
    - lake -> rows: raw-table
    - rows -> job: feature-table
    - job -> offers: prediction
"""

    assert told(text, batch_for_fresh) == [
        f"5 error: what job made is up to {made_of}, but offers is promised within 1 h"
    ]
