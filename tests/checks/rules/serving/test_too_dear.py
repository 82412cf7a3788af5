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


MONTH = """\
workload: {{requests-per-day: 20 k, {load}}}
objectives: {{{promise}}}
components:
  app: {{kind: client}}
  bureau: {{kind: third-party, call-cost: 0.02 USD}}
  decide: {{kind: decision-engine, action-cost: 0.10 USD}}
  desk: {{kind: review-queue, case-cost: 0.60 USD}}
  lake: {{kind: lake, size: 40 TB, replication: 3, cost-per-tb-month: 23 USD}}
  score: {{kind: model-server, cost: 2 USD/h}}
  train: {{kind: trainer, run-cost: 48 USD, interval: 7 d}}
flows:
  calls:
    - app -> score -> bureau: request
"""
LOAD = "alerts-per-day: 600, actions-per-day: 1.2 k"


def told_of_month(promise: str, load: str = LOAD) -> list[str]:
    return told(MONTH.format(promise=promise, load=load), too_dear)


def test_all_lines_of_a_month_add_up() -> None:
    (found,) = told_of_month("cost-per-month: 30 k USD")

    assert found == (
        "2 warning: a month costs at least 31,195 USD, and 30 k USD is promised: "
        "in a month 12,167 USD for the paid calls of bureau + 10,950 USD for the cases "
        "of desk + 3,650 USD for the actions of decide + 2,760 USD for the stored bytes "
        "of lake + 1,460 USD for the running costs of score + 208.57 USD for the "
        "training runs of train; the paid calls of bureau are the largest part"
    )


def test_an_action_pays_its_part_of_the_month() -> None:
    (found,) = told_of_month("cost-per-action: 0.80 USD")

    assert found.startswith(
        "2 warning: an action costs at least 0.85 USD, and 0.80 USD is promised: "
    )
    assert ", over 1.2 k a day \xd7 365 / 12; " in found


@pytest.mark.parametrize(
    ("promise", "load"),
    [
        pytest.param("cost-per-month: 31.2 k USD", LOAD, id="kept"),
        pytest.param("cost-per-month: 30 k EUR", LOAD, id="another currency"),
        pytest.param("cost-per-action: 0.80 USD", "alerts-per-day: 600", id="unknown"),
        pytest.param(
            "cost-per-action: 0.80 USD",
            "alerts-per-day: 600, actions-per-day: 1.2 k..2 k",
            id="perhaps more actions",
        ),
    ],
)
def test_what_may_be_kept_is_no_finding(promise: str, load: str) -> None:
    assert told_of_month(promise, load) == []


def test_the_least_of_a_month_is_the_figure_of_the_estimate() -> None:
    text = MONTH.format(promise="cost-per-month: 30 k USD", load=LOAD)

    assert figure(estimated(text), "cost.total-per-month").value == pytest.approx(
        31_195.2, 1e-4
    )
