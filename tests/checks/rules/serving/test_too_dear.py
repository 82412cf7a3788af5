"""Requests that cost more than was promised."""

import pytest

from designkit.checks.rules.serving.too_dear import too_dear
from tests.computed import estimated, figure
from tests.rule_examples import told

DESIGN = """\
workload: {{{workload}}}
objectives: {{cost-per-1k: {promise}}}
components:
  app: {{kind: client}}
  near: {{kind: cache, hit-ratio: 90%}}
  score: {{kind: model-server{score}}}
  online: {{kind: online-store{online}}}
  device: {{kind: third-party{device}}}
flows:
  calls:
    - app -> score: request
  lookups:
    - {lookups}
"""
PAID = ", call-cost: 0.0002 USD"
READ = "device -> score: {carries: feature-values}"


def design(
    workload: str = "requests-per-day: 30 M, peak-factor: 4",
    promise: str = "0.10 USD",
    score: str = ", cost: 7.2 USD/h",
    online: str = ", cost: 3.6 USD/h",
    device: str = PAID,
    lookups: str = READ,
) -> str:
    return DESIGN.format(
        workload=workload,
        promise=promise,
        score=score,
        online=online,
        device=device,
        lookups=lookups,
    )


def told_of(**stated: str) -> list[str]:
    return told(design(**stated), too_dear)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {},
            "2 warning: a thousand requests cost at least 0.21 USD, and 0.10 USD is "
            "promised: 10.80 USD/h / (347/s \xd7 3,600 s) \xd7 1,000 + 1,000 \xd7 1 \xd7 0.0002 "
            "USD; device is the largest part, 0.20 USD",
            id="a paid call",
        ),
        pytest.param(
            {"device": "", "promise": "0.005 USD"},
            "2 warning: a thousand requests cost at least 0.00864 USD, and 0.005 USD is "
            "promised: 10.80 USD/h / (347/s \xd7 3,600 s) \xd7 1,000; score is the largest "
            "part, 0.00576 USD",
            id="machines alone",
        ),
        pytest.param(
            {
                "workload": "daily-users: 1 M..3 M, requests-per-user: 5..10",
                "score": ", cost: 7.2 USD/h..9 USD/h",
                "promise": "0.05 USD..0.08 USD",
                "lookups": READ.replace("}", ", calls-per-request: 0.4..1}"),
            },
            "2 warning: a thousand requests cost at least 0.0886 USD, and "
            "0.05 USD..0.08 USD is promised: 10.80 USD/h / (347/s \xd7 3,600 s) \xd7 1,000 + "
            "1,000 \xd7 0.4 \xd7 0.0002 USD; device is the largest part, 0.08 USD",
            id="at best",
        ),
        pytest.param(
            {
                "promise": "0.02 USD",
                "lookups": "device -> near: {carries: feature-values, "
                "calls-per-request: 1}\n    - near -> score: feature-values",
            },
            "2 warning: a thousand requests cost at least 0.0286 USD, and 0.02 USD is "
            "promised: 10.80 USD/h / (347/s \xd7 3,600 s) \xd7 1,000 + 1,000 \xd7 0.1 \xd7 "
            "0.0002 USD; device is the largest part, 0.02 USD",
            id="what a cache misses",
        ),
    ],
)
def test_a_price_above_the_promise_is_found(
    stated: dict[str, str], expected: str
) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"promise": "0.21 USD"}, id="cheap enough"),
        pytest.param({"promise": "0.05 USD..0.3 USD"}, id="perhaps cheap enough"),
        pytest.param({"promise": "0.01 EUR"}, id="two currencies"),
        pytest.param({"device": "", "score": "", "online": ""}, id="no cost stated"),
        pytest.param({"workload": "peak-factor: 4"}, id="no requests stated"),
        pytest.param({"workload": "requests-per-day: 1e-300"}, id="hardly a request"),
        pytest.param({"workload": "requests-per-day: 0"}, id="no request"),
        pytest.param(
            {
                "promise": "0.01 USD",
                "lookups": "device -> near: feature-values\n"
                "    - near -> score: feature-values",
            },
            id="nobody knows how often it is asked",
        ),
    ],
)
def test_a_price_within_it_or_unknown_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


@pytest.mark.parametrize(
    "lookups",
    [
        READ,
        READ.replace("}", ", calls-per-request: 0.4}"),
        f"{READ}\n    - device -> online: {{carries: feature-values, "
        "calls-per-request: 3}\n    - online -> score: feature-values",
    ],
    ids=["once", "as stated", "in two ways"],
)
def test_the_estimate_says_the_same(lookups: str) -> None:
    text = design(lookups=lookups, promise="0.01 USD")
    price = figure(estimated(text), "cost.per-1k-requests")

    (message,) = told(text, too_dear)
    assert f"cost at least {price.text}, " in message
    assert f": {price.working};" in message
