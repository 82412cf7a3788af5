"""How old the facts may be by which something may be shown."""

import pytest

from designkit.checks.rules.domain.stale_stock import stale_stock
from tests.rule_examples import told

DESIGN = """\
objectives: {freshness: {PROMISES}}
components:
  shop: {kind: source-db}
  changes: {kind: stream-ingest, lag: 5 s}
  counts: {kind: stream-transform, slide: 10 s}
  store: {kind: online-store}
  eligible: {kind: eligibility-filter, source-freshness: AGE}
flows:
  streams:
    - shop -> changes: raw-table
    - changes -> counts: event
    - counts -> store: feature-values
  lookups:
    - store -> eligible: feature-values
features:
  stock: {online-by: counts}
"""


@pytest.mark.parametrize(
    ("promises", "age", "expected"),
    [
        pytest.param(
            "stock: 60 s",
            "61 s",
            [
                "7 error: eligible filters by facts up to 61 s old, but stock is promised within 60 s"
            ],
            id="a feature that it reads",
        ),
        pytest.param("stock: 60 s", "60 s", [], id="equal is kept"),
        pytest.param(
            "eligible: 60 s, stock: 1 h",
            "24 h",
            [
                "7 error: eligible filters by facts up to 24 h old, but eligible is promised within 60 s"
            ],
            id="the strictest promise",
        ),
        pytest.param(
            "store: 60 s",
            "24 h",
            [
                "7 error: eligible filters by facts up to 24 h old, but store is promised within 60 s"
            ],
            id="a component whose values reach it",
        ),
        pytest.param(
            "raw-table: 60 s", "24 h", [], id="a promise about something else"
        ),
    ],
)
def test_what_may_be_shown_goes_by_the_facts_of_now(
    promises: str, age: str, expected: list[str]
) -> None:
    text = DESIGN.replace("PROMISES", promises).replace("AGE", age)

    assert told(text, stale_stock) == expected


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        pytest.param("eligible: 15 s", [], id="kept"),
        pytest.param(
            "eligible: 5 s",
            [
                "7 error: eligible filters by facts up to 15 s old (changes 5 s; "
                "counts 10 s), but eligible is promised within 5 s"
            ],
            id="broken",
        ),
    ],
)
def test_facts_of_no_stated_age_are_as_old_as_their_way(
    promise: str, expected: list[str]
) -> None:
    text = DESIGN.replace("PROMISES", promise)

    assert told(text.replace(", source-freshness: AGE", ""), stale_stock) == expected
