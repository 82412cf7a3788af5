"""How old stock and prices may be."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.stale_stock import stale_stock
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
objectives: {freshness: {stock: 1 h}}
components:
  shop: {kind: source-db}
  copy: {kind: batch-ingest, interval: 24 h}
  nightly: {kind: batch-transform, interval: 24 h, runtime: 2 h}
  store: {kind: online-store}
  eligible: {kind: eligibility-filter}
  rank: {kind: model-server}
flows:
  batches:
    - shop -> copy -> nightly: raw-table
    - nightly -> store: feature-table
  lookups:
    - store -> rank: feature-values
features:
  stock: {online-by: nightly}
""",
            snapshot(
                [
                    "16 error: stock is up to 2 d 2 h old (copy 24 h, nightly 24 "
                    "h + 2 h), but stock is promised within 1 h"
                ]
            ),
            id="a feature of last night",
        ),
        pytest.param(
            """\
objectives: {freshness: {stock: 3 d}}
components:
  shop: {kind: source-db}
  copy: {kind: batch-ingest, interval: 24 h}
  nightly: {kind: batch-transform, interval: 24 h, runtime: 2 h}
  store: {kind: online-store}
  eligible: {kind: eligibility-filter, source-freshness: 2 d}
  rank: {kind: model-server}
flows:
  batches:
    - shop -> copy -> nightly: raw-table
    - nightly -> store: feature-table
  lookups:
    - store -> rank: feature-values
features:
  stock: {online-by: nightly}
""",
            snapshot([]),
            id="within the promise",
        ),
        pytest.param(
            """\
objectives: {freshness: {stock: 3 d, price: 60 s}}
components:
  shop: {kind: source-db}
  copy: {kind: batch-ingest, interval: 24 h}
  nightly: {kind: batch-transform, interval: 24 h, runtime: 2 h}
  store: {kind: online-store}
  eligible: {kind: eligibility-filter, source-freshness: 61 s}
  rank: {kind: model-server}
flows:
  batches:
    - shop -> copy -> nightly: raw-table
    - nightly -> store: feature-table
  lookups:
    - store -> rank: feature-values
features:
  stock: {online-by: nightly, group: user}
""",
            snapshot(
                [
                    "7 error: eligible filters by facts up to 61 s old, but "
                    "price is promised within 60 s"
                ]
            ),
            id="a filter just beyond it",
        ),
        pytest.param(
            """\
objectives: {freshness: {velocity: 1 s}}
components:
  shop: {kind: source-db}
  copy: {kind: batch-ingest, interval: 24 h}
  nightly: {kind: batch-transform, interval: 24 h, runtime: 2 h}
  store: {kind: online-store}
  eligible: {kind: eligibility-filter, source-freshness: 1 d}
  rank: {kind: model-server}
flows:
  batches:
    - shop -> copy -> nightly: raw-table
    - nightly -> store: feature-table
  lookups:
    - store -> rank: feature-values
features:
  stock: {online-by: nightly}
""",
            snapshot([]),
            id="nothing promised about goods",
        ),
    ],
)
def test_what_is_sold_is_shown_with_the_stock_of_now(
    text: str, expected: list[str]
) -> None:
    assert told(text, stale_stock) == expected
