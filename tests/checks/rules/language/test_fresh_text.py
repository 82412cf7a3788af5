"""Changed documents and withdrawn rights act within the time that is promised."""

import pytest

from designkit.checks.rules.domain.index_older_than_item_slo import (
    index_older_than_item_slo,
)
from designkit.checks.rules.domain.stale_stock import stale_stock
from designkit.checks.rules.wiring.promise_of_nothing import promise_of_nothing
from tests.rule_examples import told

DOCUMENTS = """\
objectives: {{freshness: {{{promised}: 1 h}}}}
components:
  ask: {{kind: agent}}
  docs: {{kind: source-db}}
  changes: {{kind: stream-ingest, lag: 30 s}}
  parse: {{kind: document-parser{parse}}}
  encode: {{kind: embedding-job, interval: 5 min}}
  build: {{kind: index-builder, interval: 10 min{build}}}
  found: {{kind: ann-index}}
flows:
  lookups: [found -> ask: passages]
  {how}
  batches:
    - {way}
    - build -> found: index
"""
NIGHTLY = ", interval: 1 d, runtime: 1 h"


def documents(
    promised: str = "passages",
    parse: str = NIGHTLY,
    build: str = "",
    source: str = "docs -> parse: raw-table",
    way: str = "parse -> build: passages",
) -> str:
    flows = f"streams: [{source}]"
    return DOCUMENTS.format(
        promised=promised, parse=parse, build=build, how=flows, way=way
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            documents(),
            [
                "8 error: a changed document waits 1 d 1 h (parse 1 d + 1 h, "
                "build 10 min), but passages is promised within 1 h"
            ],
            id="a parser that runs at night",
        ),
        pytest.param(
            documents(promised="found"),
            [
                "8 error: a changed document waits 1 d 1 h (parse 1 d + 1 h, "
                "build 10 min), but found is promised within 1 h"
            ],
            id="promised of the index by its id",
        ),
        pytest.param(
            documents(build=", incremental: true"),
            [
                "6 error: a changed document waits 1 d 1 h (parse 1 d + 1 h), but "
                "passages is promised within 1 h"
            ],
            id="a builder that takes in what comes waits for the parser",
        ),
        pytest.param(
            documents(
                way="parse -> encode: passages\n    - encode -> build: embedding"
            ),
            [
                "8 error: a changed document waits 1 d 1 h (parse 1 d + 1 h, "
                "encode 5 min, build 10 min), but passages is promised within 1 h"
            ],
            id="vectors of passages",
        ),
        pytest.param(
            documents(parse=", interval: 30 min, runtime: 5 min"),
            [],
            id="within the promise",
        ),
        pytest.param(
            documents(
                parse="",
                build=", incremental: true",
                source="docs -> changes: raw-table, changes -> parse: event",
            ),
            [],
            id="changes that stream to a builder that takes them in",
        ),
        pytest.param(
            documents(promised="raw-table"), [], id="a promise about something else"
        ),
    ],
)
def test_a_changed_document_is_found_as_soon_as_promised(
    text: str, expected: list[str]
) -> None:
    assert told(text, index_older_than_item_slo) == expected


RIGHTS = """\
objectives: {{freshness: {{rights: 5 min}}}}
components:
  directory: {{kind: source-db}}
  feed: {{kind: batch-transform, interval: {often}}}
  rights: {{kind: store}}
  words: {{kind: inverted-index}}
  allowed: {{kind: eligibility-filter{stated}}}
  ask: {{kind: agent}}
flows:
  calls: [words -> allowed -> ask: {what}]
  lookups: [rights -> allowed: feature-values]
  batches: [directory -> feed: raw-table, feed -> rights: feature-table]
"""


@pytest.mark.parametrize(
    ("often", "stated", "expected"),
    [
        pytest.param(
            "1 d",
            "",
            [
                "7 error: allowed filters by facts up to 1 d old (feed 1 d), but rights "
                "is promised within 5 min"
            ],
            id="rights of last night",
        ),
        pytest.param("2 min", "", [], id="rights of now"),
        pytest.param("1 d", ", source-freshness: 1 min", [], id="asked anew, it says"),
    ],
)
def test_a_withdrawn_right_acts_as_soon_as_promised(
    often: str, stated: str, expected: list[str]
) -> None:
    text = RIGHTS.format(often=often, stated=stated, what="passages")

    assert told(text, stale_stock) == expected
    assert told(text, promise_of_nothing) == []


def test_a_promise_of_rights_needs_somebody_who_goes_by_them() -> None:
    text = RIGHTS.format(often="1 d", stated="", what="candidates")
    text = text.replace("rights: {kind", "groups: {kind").replace(
        "rights ->", "groups ->"
    )
    text = text.replace("-> rights", "-> groups")

    assert told(text, promise_of_nothing) == [
        "1 warning: rights is no part of the design"
    ]
    assert told(text, stale_stock) == []
