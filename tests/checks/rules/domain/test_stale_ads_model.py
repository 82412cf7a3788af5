"""Models of clicks that do not know the campaigns of yesterday."""

import pytest

from designkit.checks.rules.domain.stale_ads_model import stale_ads_model
from tests.computed import estimated, figure
from tests.rule_examples import told

DESIGN = """\
problem: {{label: {{name: click{label}}}}}
components:
  join: {{kind: label-joiner, watermark: 5 min}}
  dataset: {{kind: dataset-builder, runtime: 30 min}}
  train: {{kind: trainer, runtime: 4 h}}
  bids: {{kind: auction}}
flows:
  streams:
    - join -> dataset: label
  batches:
    - dataset -> train: dataset
models:
  ctr: {{trained-by: train, datasets: clicks, retrain: {{every: {every}}}}}
{models}
datasets:
  clicks: {{maturity: {maturity}}}
  sales: {{maturity: 30 d}}
"""
SALES = "  cvr: {trained-by: train, datasets: sales, retrain: {every: 1 d}}"
SUM = "join watermark 5 min + dataset runtime 30 min + train runtime 4 h + ctr every"


def design(
    every: str = "1 d",
    label: str = ", window: 10 min",
    maturity: str = "10 min",
    models: str = "",
) -> str:
    return DESIGN.format(every=every, label=label, maturity=maturity, models=models)


def told_of(**stated: str) -> list[str]:
    return told(design(**stated), stale_ads_model)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {},
            "13 warning: ctr knows nothing of the last 1 d 5 h when the next one "
            f"replaces it: clicks maturity 10 min + {SUM} 1 d; campaigns change within "
            "the day",
            id="once a day",
        ),
        pytest.param(
            {"every": "20 h..7 d", "models": SALES},
            "13 warning: ctr knows nothing of the last 1 d 45 min when the next one replaces "
            f"it: clicks maturity 10 min + {SUM} 20 h..7 d; campaigns change within the "
            "day",
            id="at best, beside a model of sales",
        ),
        pytest.param(
            {"every": "1 h", "maturity": "2 d", "label": ""},
            "16 warning: ctr knows nothing of the last 2 d 6 h when the next one "
            f"replaces it: clicks maturity 2 d + {SUM} 1 h; campaigns change within the "
            "day",
            id="no model waits less",
        ),
    ],
)
def test_a_model_of_yesterday_is_found(stated: dict[str, str], expected: str) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"every": "1 h"}, id="each hour"),
        pytest.param({"every": "1 h..7 d"}, id="perhaps each hour"),
        pytest.param(
            {"every": "1 h", "models": SALES}, id="a model of sales beside it"
        ),
        pytest.param(
            {"maturity": "30 d", "label": ", window: 30 d"}, id="a late label"
        ),
        pytest.param(
            {"maturity": "9 d", "label": ", delay: {p50: 1 d, p95: 9 d}"},
            id="a label that takes its time",
        ),
    ],
)
def test_a_model_of_today_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


def test_a_model_that_is_not_trained_here_is_not_asked() -> None:
    text = design().replace("trained-by: train, ", "")

    assert told(text, stale_ads_model) == []


def test_where_nothing_is_auctioned_no_campaign_waits() -> None:
    text = design().replace("kind: auction", "kind: reranker")

    assert told(text, stale_ads_model) == []


def test_the_estimate_says_the_same() -> None:
    text = design()
    age = figure(estimated(text), "model.worst-age")

    (message,) = told(text, stale_ads_model)
    assert f"nothing of the last {age.text} when" in message
