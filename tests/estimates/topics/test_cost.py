"""What it costs: an hour, a month, a thousand requests, and only one currency."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

PRICED = """
    workload: {{requests-per-day: 500 M, peak-factor: 3}}
    {objectives}
    components:
      app: {{kind: client}}
      rank: {{kind: model-server, cost: {servers}}}
      online: {{kind: online-store, cost: 12 USD/h}}
      {more}
    flows:
      calls: [app -> rank: request, {flows} rank -> app: response]
"""


def priced(
    servers: str = "26.4 USD/h", more: str = "", flows: str = "", objectives: str = ""
) -> str:
    return PRICED.format(servers=servers, more=more, flows=flows, objectives=objectives)


def test_servers_and_stores_have_a_price_an_hour_a_month_and_a_thousand() -> None:
    found = estimated(priced())

    assert figure(found, "cost.per-hour").value == pytest.approx(66 * 0.40 + 12)
    assert figure(found, "cost.per-month").value == pytest.approx(28_032)
    assert figure(found, "cost.per-1k-requests").value == pytest.approx(
        0.0018432, rel=1e-6
    )
    assert figure(found, "cost.utilisation").value == pytest.approx(1 / 3 * 0.6)


def test_the_price_is_worked_out() -> None:
    found = estimated(priced())

    assert told(found, "cost.per-hour") == (
        "rank + online",
        "26.4 USD/h + 12 USD/h",
        "38.40 USD/h",
    )
    assert told(found, "cost.per-month") == (
        "per hour * 730 h",
        "38.40 USD/h * 730 h",
        "28,032 USD/month",
    )
    assert told(found, "cost.per-1k-requests") == (
        "per hour / (average qps * 3,600 s) * 1,000",
        "38.40 USD/h / (5,787/s * 3,600 s) * 1,000",
        "0.00184 USD",
    )
    assert told(found, "cost.utilisation") == (
        "average qps / peak qps * target utilisation",
        "5,787/s / 17,361/s * 60% (assumed)",
        "20%",
    )


def test_a_promise_is_set_beside_the_price() -> None:
    found = estimated(priced(objectives="objectives: {cost-per-1k: 0.002 USD}"))

    assert told(found, "cost.promise-share") == (
        "per 1k requests / promised cost",
        "0.00184 USD / 0.002 USD",
        "92.16%",
    )


def test_calls_that_are_paid_one_by_one_count_as_often_as_they_are_made() -> None:
    found = estimated(
        priced(
            more=(
                "scores: {kind: third-party, call-cost: 0.001 USD}\n"
                "      maps: {kind: third-party, call-cost: 0.01 USD}\n"
                "      other: {kind: third-party, call-cost: 9 USD}"
            ),
            flows="rank -> scores: request, "
            "rank -> maps: {carries: request, calls-per-request: 0.1},",
        )
    )

    assert told(found, "cost.per-1k-requests") == (
        "per hour / (average qps * 3,600 s) * 1,000"
        " + 1,000 * scores calls * scores price + 1,000 * maps calls * maps price",
        "38.40 USD/h / (5,787/s * 3,600 s) * 1,000"
        " + 1,000 * 1 * 0.001 USD + 1,000 * 0.1 * 0.01 USD",
        "2.00 USD",
    )
    assert told(found, "cost.calls-per-month") == (
        "average qps * 730 h * (scores calls * scores price + maps calls * maps price)",
        "5,787/s * 730 h * (1 * 0.001 USD + 0.1 * 0.01 USD)",
        "30.4 M USD/month",
    )
    assert figure(found, "cost.calls-per-month").value == pytest.approx(
        500e6 * 365 / 12 * 0.002
    )
    assert told(found, "cost.total-per-month") == (
        "running cost of a month + calls per month",
        "28,032 USD/month + 30.4 M USD/month",
        "30.4 M USD/month",
    )


BUREAU = """
    workload: {requests-per-day: 20 k, peak-factor: 3}
    components:
      app: {kind: client}
      score: {kind: model-server}
      bureau: {kind: third-party, call-cost: 0.40 USD}
    flows:
      calls: [app -> score -> bureau: request]
"""


def test_where_nothing_else_has_a_price_calls_are_the_least() -> None:
    found = estimated(BUREAU)

    assert told(found, "cost.per-1k-requests") == (
        "1,000 * bureau calls * bureau price",
        "1,000 * 1 * 0.40 USD",
        "400.00 USD",
    )
    assert told(found, "cost.calls-per-month") == (
        "average qps * 730 h * bureau calls * bureau price",
        "0.231/s * 730 h * 1 * 0.40 USD",
        "243,333 USD/month",
    )
    assert lacking(found, "cost.per-hour") == (
        "needs components.*.cost (what each part costs to run)"
    )
    assert "cost.total-per-month" not in of_topic(found, "cost")


def test_a_paid_part_that_nobody_asks_is_not_paid_by_the_request() -> None:
    given = BUREAU.replace(
        "app -> score -> bureau: request",
        "app -> score: request, bureau -> score: feature-values",
    )

    assert "cost.calls-per-month" not in of_topic(estimated(given), "cost")


def test_paid_calls_of_an_unknown_number_of_requests_have_no_month() -> None:
    found = estimated(BUREAU.replace("requests-per-day: 20 k, ", ""))

    assert figure(found, "cost.per-1k-requests").value == pytest.approx(400)
    assert lacking(found, "cost.calls-per-month") == (
        "needs workload.requests-per-day (requests on a day)"
    )


def test_training_runs_are_paid_by_the_run() -> None:
    found = estimated(
        priced(more="train: {kind: trainer, run-cost: 19.6078 USD, interval: 1 d}")
    )

    assert told(found, "cost.train.per-month") == (
        "run cost * 730 h / interval",
        "19.6078 USD * 730 h / 1 d",
        "596.40 USD/month",
    )


MONTH = """
    workload: {requests-per-day: 20 k, alerts-per-day: 600, actions-per-day: 1200}
    objectives: {cost-per-month: 20 k USD, cost-per-action: 0.50 USD}
    components:
      score: {kind: batch-scorer, cost: 2 USD/h}
      lake: {kind: lake, size: 40 TB, replication: 3, cost-per-tb-month: 23 USD}
      decide: {kind: decision-engine, action-cost: 0.10 USD}
      desk: {kind: review-queue, case-cost: 0.60 USD}
"""


def test_the_lines_of_a_month_add_up() -> None:
    found = estimated(MONTH)

    assert told(found, "cost.lake.storage-per-month")[1:] == (
        "120 TB / 1 TB * 23 USD",
        "2,760 USD/month",
    )
    assert told(found, "cost.decide.actions-per-month")[1:] == (
        "1200 * 365 / 12 * 0.10 USD",
        "3,650 USD/month",
    )
    assert told(found, "cost.desk.cases-per-month")[1:] == (
        "600 * 365 / 12 * 0.60 USD",
        "10,950 USD/month",
    )
    assert told(found, "cost.total-per-month") == (
        "running cost of a month + lake storage per month + decide actions per month "
        "+ desk cases per month",
        "1,460 USD/month + 2,760 USD/month + 3,650 USD/month + 10,950 USD/month",
        "18,820 USD/month",
    )


def test_a_month_and_an_action_are_set_beside_their_promises() -> None:
    found = estimated(MONTH)

    assert told(found, "cost.per-action") == (
        "cost of a month / (actions per day * 365 / 12)",
        "18,820 USD/month / (1200 * 365 / 12)",
        "0.52 USD",
    )
    assert told(found, "cost.month-share")[1:] == (
        "18,820 USD/month / 20 k USD",
        "94.1%",
    )
    assert figure(found, "cost.action-share").value == pytest.approx(18820 / 18250)


def test_a_promise_for_an_action_needs_their_number() -> None:
    found = estimated(MONTH.replace(", actions-per-day: 1200", ""))

    assert lacking(found, "cost.action-share") == (
        "needs workload.actions-per-day "
        "(actions that are taken on a day: letters, calls, blocks)"
    )


def test_a_desk_among_several_does_not_know_its_cases() -> None:
    found = estimated(MONTH + "      other: {kind: review-queue}\n")

    assert lacking(found, "cost.desk.cases-per-month") == (
        "it is not known how many of the cases come to desk"
    )


def test_another_currency_is_that_of_all_figures() -> None:
    found = estimated(priced().replace("USD", "EUR"))

    assert [figure(found, id).unit.symbol for id in of_topic(found, "cost")] == [
        "EUR/h",
        "EUR/month",
        "EUR",
        "fraction",
    ]


@pytest.mark.parametrize(
    "more",
    [
        "gpu: {kind: batch-scorer, cost: 3 EUR/h}",
        "scores: {kind: third-party, call-cost: 0.001 EUR}",
        "train: {kind: trainer, run-cost: 20 EUR, interval: 1 d}",
    ],
)
def test_prices_in_two_currencies_are_not_added(more: str) -> None:
    found = estimated(priced(more=more))

    assert lacking(found, "cost.per-hour") == (
        "prices are in EUR and USD; use one currency"
    )
    assert of_topic(found, "cost") == []


def test_a_promise_in_another_currency_is_not_compared() -> None:
    found = estimated(priced(objectives="objectives: {cost-per-1k: 1 EUR}"))

    assert lacking(found, "cost.promise-share") == (
        "amounts are in EUR and USD; use one currency"
    )
    assert figure(found, "cost.per-1k-requests").text == "0.00184 USD"


def test_what_is_lacking_is_named() -> None:
    found = estimated("""
        objectives: {cost-per-1k: 1 USD}
        components: {app: {kind: client}}
    """)

    assert lacking(found, "cost.per-hour") == (
        "needs components.*.cost (what each part costs to run)"
    )
    assert lacking(found, "cost.promise-share") == (
        "needs components.*.cost (what each part costs to run); "
        "needs workload.requests-per-day (requests on a day)"
    )
    assert lacking(found, "cost.utilisation") == (
        "needs workload.requests-per-day (requests on a day); "
        "needs workload.peak-factor (peak load over average load of the day)"
    )


def test_without_a_load_there_is_a_cost_and_no_price() -> None:
    found = estimated(priced().replace("500 M", "0"))

    assert figure(found, "cost.per-hour").text == "38.40 USD/h"
    assert lacking(found, "cost.per-1k-requests") == (
        "the request rate must lie above 0: between 1e-60 and 1e60 "
        "(per hour 38.40 USD/h, average qps 0/s)"
    )


def test_a_range_of_prices_is_a_range_of_costs() -> None:
    found = estimated(priced("20 USD/h..30 USD/h"))

    assert figure(found, "cost.per-month").text == "23,360 USD/month..30,660 USD/month"


OVERLOADED = """
    workload: {{requests-per-day: 86.4 M, peak-factor: 1}}
    components:
      app: {{kind: client}}
      rank:
        kind: model-server
        cost: 8 USD/h
        replicas: {replicas}
        concurrency: 4
        service-time: 24 ms
        target-utilisation: 60%
        latency: {{p50: 24 ms, p99: 40 ms}}
    flows:
      calls: [app -> rank: request, rank -> app: response]
"""


def test_what_cannot_carry_its_load_costs_what_it_would_need() -> None:
    found = estimated(OVERLOADED.format(replicas=4))

    assert figure(found, "serving.rank.replicas").value == 10
    assert told(found, "cost.rank.per-hour") == (
        "rank * replicas needed / replicas",
        "8 USD/h * 10 / 4",
        "20.00 USD/h",
    )
    assert figure(found, "cost.per-hour").value == pytest.approx(20)


def test_what_carries_its_load_costs_what_is_stated() -> None:
    found = estimated(OVERLOADED.format(replicas=10))

    assert figure(found, "cost.per-hour").value == pytest.approx(8)
    assert "cost.rank.per-hour" not in found.ids
