"""Labels: how many are known in time, and the rates that delay and sampling make."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

LABELLED = """
    problem: {{label: {{positive-rate: {rate}, delay: {delay}}}}}
    components: {{app: {{kind: client}}}}
    datasets: {datasets}
"""
DELAY = "{p50: 21 d, p95: 90 d}"


def labelled(datasets: str, rate: str = "0.1%", delay: str = DELAY) -> str:
    return LABELLED.format(datasets=datasets, rate=rate, delay=delay)


@pytest.mark.parametrize(
    ("age", "share"),
    [
        ("14 d", 0.3234),
        ("30 d", 0.6566),
        ("45 d", 0.8055),
        ("60 d", 0.8823),
        ("90 d", 0.95),
        ("120 d", 0.9756),
    ],
)
def test_more_labels_are_known_the_longer_one_waits(age: str, share: float) -> None:
    found = estimated(labelled(f"{{d: {{youngest: {age}}}}}"))

    assert figure(found, "labels.mature-share").value == pytest.approx(share, abs=5e-5)


def test_the_share_and_the_rate_that_it_makes_are_worked_out() -> None:
    found = estimated(labelled("{d: {youngest: 45 d}}"))

    assert told(found, "labels.mature-share") == (
        "Φ(1.645 * ln(age / delay p50) / ln(delay p95 / delay p50))",
        "Φ(1.645 * ln(45 d / 21 d) / ln(90 d / 21 d))",
        "80.5%",
    )
    assert told(found, "labels.observed-rate") == (
        "positive rate * share known",
        "0.1% * 80.5%",
        "0.0805%",
    )
    assert told(found, "labels.age-of-95-percent") == (
        "delay p50 * (delay p95 / delay p50)^(z(95%) / 1.645)",
        "21 d * (90 d / 21 d)^(z(95%) / 1.645)",
        "90 d",
    )


def test_the_youngest_example_counts_before_the_age_of_final_labels() -> None:
    found = estimated(labelled("{d: {youngest: 14 d, maturity: 90 d}}"))

    assert "ln(14 d / 21 d)" in figure(found, "labels.mature-share").working


def test_a_common_outcome_has_no_rate_that_misleads() -> None:
    found = estimated(labelled("{d: {youngest: 14 d}}", rate="60%"))

    assert of_topic(found, "labels") == [
        "labels.mature-share",
        "labels.age-of-95-percent",
    ]


def test_sampled_negatives_raise_the_rate() -> None:
    found = estimated(labelled("{d: {negative-rate: 10%}}"))

    assert told(found, "labels.d.sampled-rate") == (
        "positive rate / (positive rate + (1 - positive rate) * kept)",
        "0.1% / (0.1% + (1 - 0.1%) * 10%)",
        "0.991%",
    )
    assert figure(found, "labels.d.sampled-rate").value == pytest.approx(
        0.001 / (0.001 + 0.999 * 0.1)
    )


def test_several_datasets_have_their_own_figures() -> None:
    found = estimated(
        labelled(
            "{first: {youngest: 45 d, examples: 1 M, positive-rate: 2%},"
            " second: {name: Fresh, maturity: 30 d, negative-rate: 10%},"
            " third: {negative-rate: 100%}}"
        )
    )

    assert of_topic(found, "labels") == [
        "labels.mature-share",
        "labels.observed-rate",
        "labels.second.mature-share",
        "labels.second.observed-rate",
        "labels.age-of-95-percent",
        "labels.first.positives",
        "labels.second.sampled-rate",
    ]
    assert told(found, "labels.first.positives") == (
        "examples * positive rate",
        "1 M * 2%",
        "20,000",
    )
    assert figure(found, "labels.second.mature-share").title == (
        "Fresh: labels known when the youngest example is used"
    )


def test_a_label_joiner_may_state_the_delay() -> None:
    found = estimated("""
        components: {join: {kind: label-joiner, delay: {p50: 21 d, p95: 90 d}}}
        datasets: {d: {youngest: 90 d}}
    """)

    assert figure(found, "labels.mature-share").value == pytest.approx(0.95)


@pytest.mark.parametrize(
    ("design", "id", "needs"),
    [
        pytest.param(
            labelled("{d: {youngest: 45 d}}", delay="{p50: 21 d}"),
            "labels.mature-share",
            "needs problem.label.delay.p95 "
            "(time from prediction to a trustworthy outcome: 19 in 20 are below)",
            id="no p95",
        ),
        pytest.param(
            "components: {app: {kind: client}}",
            "labels.age-of-95-percent",
            "needs problem.label.delay.p95 "
            "(time from prediction to a trustworthy outcome: 19 in 20 are below); "
            "needs problem.label.delay.p50 "
            "(time from prediction to a trustworthy outcome: the median)",
            id="no delay",
        ),
        pytest.param(
            "components: {app: {kind: client}}\ndatasets: {d: {negative-rate: 10%}}",
            "labels.d.sampled-rate",
            "needs problem.label.positive-rate "
            "(share of positive examples at the natural rate)",
            id="no rate",
        ),
    ],
)
def test_what_is_lacking_is_named(design: str, id: str, needs: str) -> None:
    assert lacking(estimated(design), id) == needs


SEVERAL = """
    problem:
      labels:
        click: {positive-rate: 5%, weight: 1, delay: {p50: 1 min, p95: 10 min}}
        purchase: {name: Bought, positive-rate: 0.1%, weight: 3, trust: 99%}
    components: {app: {kind: client}}
    datasets:
      views: {labels: click, youngest: 10 min}
      orders: {labels: [click, purchase], youngest: 1 min, negative-rate: 10%}
"""


def test_each_of_several_labels_has_figures_of_its_own() -> None:
    found = estimated(SEVERAL)

    assert of_topic(found, "labels") == [
        "labels.click.mature-share",
        "labels.click.observed-rate",
        "labels.click.orders.mature-share",
        "labels.click.orders.observed-rate",
        "labels.click.age-of-95-percent",
        "labels.purchase.right-positives",
        "labels.click.weight-share",
        "labels.purchase.weight-share",
    ]
    assert lacking(found, "labels.purchase.age-of-95-percent").startswith(
        "needs problem.labels.purchase.delay.p95 "
    )
    assert lacking(found, "labels.orders.sampled-rate") == (
        "orders has several labels, and a rate for each"
    )


def test_wrong_labels_make_most_of_the_rare_positives() -> None:
    found = estimated(SEVERAL)

    assert figure(found, "labels.purchase.right-positives").title == (
        "Bought: part of the examples called positive that are"
    )
    assert figure(found, "labels.purchase.right-positives").value == pytest.approx(
        0.001 * 0.99 / (0.001 * 0.99 + 0.999 * 0.01)
    )


def test_the_weights_of_labels_are_parts_of_their_sum() -> None:
    assert told(estimated(SEVERAL), "labels.purchase.weight-share") == (
        "purchase / (click + purchase)",
        "3 / (1 + 3)",
        "75%",
    )
