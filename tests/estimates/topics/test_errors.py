"""Errors at the operating point: precision, alerts, people and the best threshold."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

RARE = """
    problem: {label: {positive-rate: 0.1%}}
    workload: {requests-per-day: 10 M}
    evaluation: {operating-point: {recall: 90%, false-positive-rate: 1%}}
    components:
      review: {kind: review-queue, task-time: 3 min}
"""


def test_a_good_model_of_something_rare_is_mostly_wrong() -> None:
    found = estimated(RARE)

    assert figure(found, "errors.precision").value == pytest.approx(0.0826446, 1e-6)
    assert figure(found, "errors.auc").value == pytest.approx(0.9946319, rel=1e-6)
    assert figure(found, "errors.fpr-for-half").value == pytest.approx(
        9.009009e-4, rel=1e-6
    )
    assert figure(found, "errors.alerts-per-day").value == pytest.approx(108_900)
    assert figure(found, "errors.review.people").value == pytest.approx(907.5)


def test_the_point_is_worked_out() -> None:
    found = estimated(RARE)

    assert told(found, "errors.precision") == (
        "positive rate * recall / (positive rate * recall + (1 - positive rate) * FPR)",
        "0.1% * 90% / (0.1% * 90% + (1 - 0.1%) * 1%)",
        "8.26%",
    )
    assert told(found, "errors.fpr-for-half") == (
        "positive rate * recall / (1 - positive rate)",
        "0.1% * 90% / (1 - 0.1%)",
        "0.0901%",
    )
    assert told(found, "errors.auc") == (
        "Φ((z(recall) - z(FPR)) / √2)",
        "Φ((z(90%) - z(1%)) / √2)",
        "99.463%",
    )
    assert told(found, "errors.alerts-per-day") == (
        "requests per day * (positive rate * recall + (1 - positive rate) * FPR)",
        "10 M * (0.1% * 90% + (1 - 0.1%) * 1%)",
        "108,900",
    )
    assert told(found, "errors.review.people") == (
        "alerts per day * task time / working day",
        "108,900 * 3 min / 6 h (assumed)",
        "908",
    )


def test_a_precision_says_what_is_flagged_for_nothing() -> None:
    found = estimated(RARE.replace("false-positive-rate: 1%", "precision: 8.26446281%"))

    assert told(found, "errors.false-positive-rate") == (
        "positive rate * recall * (1 - precision) / (precision * (1 - positive rate))",
        "0.1% * 90% * (1 - 8.26446281%) / (8.26446281% * (1 - 0.1%))",
        "1%",
    )
    assert found.get("errors.precision") is None
    assert figure(found, "errors.alerts-per-day").value == pytest.approx(108_900)


def test_a_day_has_finds_misses_and_false_alarms() -> None:
    found = estimated(RARE)

    assert told(found, "errors.caught-per-day") == (
        "requests per day * positive rate * recall",
        "10 M * 0.1% * 90%",
        "9,000",
    )
    assert figure(found, "errors.missed-per-day").text == "1,000"
    assert figure(found, "errors.false-alarms-per-day").text == "99,900"
    assert found.get("errors.cost-per-find") is None


def test_false_alarms_are_the_price_of_finds() -> None:
    costs = "label: {positive-rate: 0.1%}, costs: {false-positive: 5 USD"
    found = estimated(RARE.replace("label: {positive-rate: 0.1%}", f"{costs}}}"))
    both = f"{costs}, false-negative: 100 USD}}"

    assert told(found, "errors.cost-per-find") == (
        "false alarms per day * cost of a false positive / caught per day",
        "99,900 * 5 USD / 9,000",
        "55.50 USD",
    )
    assert found.get("errors.cost-per-day") is None
    found = estimated(RARE.replace("label: {positive-rate: 0.1%}", both))
    assert told(found, "errors.cost-per-day")[1:] == (
        "99,900 * 5 USD + 1,000 * 100 USD",
        "599,500 USD",
    )


@pytest.mark.parametrize(
    ("capacity", "working", "part"),
    [
        ("", "min(1, 10.9 k / 108,900)", "10%"),
        (", capacity: 54450/day", "min(1, 54450/day * 1 d / 108,900)", "50%"),
        (", capacity: 1 M/day", "min(1, 1 M/day * 1 d / 108,900)", "100%"),
    ],
)
def test_people_get_to_a_part_of_the_cases(
    capacity: str, working: str, part: str
) -> None:
    design = RARE.replace("10 M}", "10 M, review-capacity: 10.9 k}")
    found = estimated(design.replace("3 min}", f"3 min{capacity}}}"))

    assert told(found, "errors.review.looked-at")[1:] == (working, part)


def test_cases_that_the_workload_states_come_first() -> None:
    found = estimated(
        RARE.replace("requests-per-day: 10 M", "alerts-per-day: 2.7 k").replace(
            "task-time: 3 min", "task-time: 4 min, working-day: 5 h"
        )
    )

    assert told(found, "errors.review.people") == (
        "cases * task time / working day",
        "2.7 k * 4 min / 5 h",
        "36",
    )


def test_each_queue_has_people_of_its_own() -> None:
    found = estimated(RARE + "      appeals: {kind: review-queue, task-time: 30 min}\n")

    assert of_topic(found, "errors")[-2:] == [
        "errors.review.people",
        "errors.appeals.people",
    ]


COSTS = """
    problem: {{costs: {{{costs}}}}}
    components: {{app: {{kind: client}}}}
"""


def test_costs_make_the_threshold() -> None:
    found = estimated(
        COSTS.format(costs="false-positive: 5 USD, false-negative: 100 USD")
    )

    assert figure(found, "errors.threshold").value == pytest.approx(5 / 105, rel=1e-6)
    assert told(found, "errors.threshold") == (
        "cost of a false positive / (cost of a false positive "
        "+ cost of a false negative)",
        "5 USD / (5 USD + 100 USD)",
        "4.76%",
    )


@pytest.mark.parametrize(
    ("costs", "why"),
    [
        (
            "false-positive: 5 USD",
            "needs problem.costs.false-negative (cost of a miss)",
        ),
        (
            "false-negative: 100 USD",
            "needs problem.costs.false-positive (cost of a false alarm)",
        ),
        (
            "false-positive: 5 EUR, false-negative: 100 USD",
            "amounts are in EUR and USD; use one currency",
        ),
        (
            "false-positive: 0 USD, false-negative: 0 USD",
            "the result is no finite number "
            "(cost of a false positive 0 USD, cost of a false negative 0 USD)",
        ),
    ],
)
def test_costs_that_make_no_threshold_are_told(costs: str, why: str) -> None:
    assert lacking(estimated(COSTS.format(costs=costs)), "errors.threshold") == why


def test_sampled_negatives_bend_a_score() -> None:
    found = estimated("""
        components: {app: {kind: client}}
        datasets:
          few: {negative-rate: 10%}
          fewer: {name: Fewer, negative-rate: 5%}
          all: {negative-rate: 100%}
    """)

    assert of_topic(found, "errors") == ["errors.few.half-is", "errors.fewer.half-is"]
    assert figure(found, "errors.few.half-is").value == pytest.approx(1 / 11)
    assert told(found, "errors.fewer.half-is") == (
        "50% / (50% + (1 - 50%) / kept)",
        "50% / (50% + (1 - 50%) / 5%)",
        "4.76%",
    )


@pytest.mark.parametrize(
    ("design", "id", "needs"),
    [
        pytest.param(
            RARE.replace("recall: 90%, ", ""),
            "errors.precision",
            "needs evaluation.operating-point.recall (share of positives found)",
            id="no recall",
        ),
        pytest.param(
            RARE.replace("    workload: {requests-per-day: 10 M}\n", ""),
            "errors.review.people",
            "needs workload.alerts-per-day "
            "(cases that the model would send to people on a day)",
            id="no requests",
        ),
        pytest.param(
            "components: {review: {kind: review-queue, task-time: 3 min}}",
            "errors.review.people",
            "needs workload.alerts-per-day "
            "(cases that the model would send to people on a day)",
            id="no cases",
        ),
        pytest.param(
            RARE.replace("0.1%", "130%"),
            "errors.precision",
            "the base rate must lie from 0 to 1 "
            "(positive rate 130%, recall 90%, FPR 1%)",
            id="more than all",
        ),
    ],
)
def test_what_is_lacking_is_named(design: str, id: str, needs: str) -> None:
    assert lacking(estimated(design), id) == needs


def test_of_costs_without_a_currency_the_ratio_makes_a_threshold() -> None:
    found = estimated("""
        problem: {costs: {false-positive: 2, false-negative: 38}}
        components: {app: {kind: client}}
    """)

    assert figure(found, "errors.threshold").value == pytest.approx(0.05)
    assert told(found, "errors.threshold")[1:] == ("2 / (2 + 38)", "5%")


def test_a_cost_with_a_currency_and_one_without_are_not_mixed() -> None:
    found = estimated("""
        problem: {costs: {false-positive: 2, false-negative: 9 GBP}}
        components: {app: {kind: client}}
    """)

    assert lacking(found, "errors.threshold") == (
        "amounts are in GBP and no currency; use one currency"
    )


HEADS = """
    problem:
      costs: {false-positive: 1, false-negative: 4}
      labels:
        spam: {positive-rate: 40%, operating-point: {recall: 50%}}
        phish:
          positive-rate: 0.1%
          costs: {false-positive: 1, false-negative: 99}
          operating-point: {recall: 80%, false-positive-rate: 0.1%}
    workload: {requests-per-day: 1 M}
    components: {app: {kind: client}}
    models:
      filter:
        heads:
          junk:
            name: Junk
            label: spam
            operating-point: {recall: 90%, false-positive-rate: 1%}
"""


def test_each_head_and_each_label_has_errors_of_its_own() -> None:
    found = estimated(HEADS)

    assert [id for id in of_topic(found, "errors") if "day" in id or "thr" in id] == [
        "errors.filter.junk.alerts-per-day",
        "errors.filter.junk.caught-per-day",
        "errors.filter.junk.missed-per-day",
        "errors.filter.junk.false-alarms-per-day",
        "errors.filter.junk.cost-per-day",
        "errors.phish.alerts-per-day",
        "errors.phish.caught-per-day",
        "errors.phish.missed-per-day",
        "errors.phish.false-alarms-per-day",
        "errors.phish.cost-per-day",
        "errors.alerts-per-day",
        "errors.phish.threshold",
        "errors.threshold",
    ]
    assert told(found, "errors.filter.junk.alerts-per-day")[2] == "366,000"
    assert told(found, "errors.phish.alerts-per-day")[2] == "1,799"
    assert told(found, "errors.alerts-per-day")[2] == "367,799"
    assert figure(found, "errors.filter.junk.precision").title == (
        "Junk: precision at the operating point"
    )


def test_a_label_has_the_threshold_of_its_own_costs_else_that_of_all() -> None:
    found = estimated(HEADS)

    assert told(found, "errors.phish.threshold")[2] == "1%"
    assert told(found, "errors.threshold")[2] == "20%"
