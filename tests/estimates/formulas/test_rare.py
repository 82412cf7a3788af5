"""What a rate of false positives means where positives are rare."""

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.rare import (
    alerts_per_day,
    binormal_auc,
    corrected_probability,
    cost_threshold,
    fpr_for_precision,
    normalised_entropy,
    precision,
    reviewers_needed,
)

parts = st.floats(1e-12, 1 - 1e-12)

few = settings(deadline=None, max_examples=50)


def test_eleven_of_twelve_alerts_are_false_under_a_good_curve() -> None:
    assert precision(0.001, 0.9, 0.01) == pytest.approx(0.0826446, rel=1e-6)
    assert binormal_auc(0.9, 0.01) == pytest.approx(0.9946319, rel=1e-7)


def test_a_precision_asks_for_few_false_alarms() -> None:
    fpr = fpr_for_precision(0.001, 0.9, 0.5)

    assert fpr == pytest.approx(9.009009e-4, rel=1e-7)
    assert precision(0.001, 0.9, fpr) == pytest.approx(0.5)


def test_no_more_than_all_negatives_can_be_flagged() -> None:
    assert fpr_for_precision(0.5, 1, 0.1) == 1


def test_certainty_allows_no_false_alarm() -> None:
    assert fpr_for_precision(0.001, 0.9, 1) == 0


def test_alerts_need_people() -> None:
    alerts = alerts_per_day(10e6, 0.001, 0.9, 0.01)

    assert alerts == pytest.approx(108_900)
    assert reviewers_needed(alerts, 3 * 60, 360 * 60) == pytest.approx(907.5)


def test_a_sampled_probability_is_too_high() -> None:
    assert corrected_probability(0.2, 0.1) == pytest.approx(0.0243902, rel=2e-6)


@pytest.mark.parametrize(
    ("probability", "kept", "expected"),
    [(0, 0.1, 0), (1, 0.1, 1), (0.3, 1, 0.3), (1, 1e-60, 1)],
)
def test_certainty_and_all_negatives_need_no_correction(
    probability: float, kept: float, expected: float
) -> None:
    assert corrected_probability(probability, kept) == expected


def test_the_dearer_error_sets_the_threshold() -> None:
    assert cost_threshold(5, 100) == pytest.approx(0.0476190, abs=0.5e-7)
    assert cost_threshold(1, 1) == 0.5
    assert cost_threshold(0, 1) == 0


def test_entropy_is_a_part_of_that_of_the_base_rate() -> None:
    clicks, scores = [1, 0, 0, 0], [0.5, 0.2, 0.2, 0.1]
    pairs = zip(clicks, scores, strict=True)
    log_loss = -sum(log(p if y else 1 - p) for y, p in pairs) / len(clicks)

    assert log_loss == pytest.approx(0.3112, abs=0.5e-4)
    assert normalised_entropy(log_loss, 0.25) == pytest.approx(0.5534043, rel=1e-7)


@few
@given(parts)
def test_to_know_the_rate_alone_is_an_entropy_of_one(rate: float) -> None:
    log_loss = -(rate * log(rate) + (1 - rate) * log(1 - rate))

    assert normalised_entropy(log_loss, rate) == pytest.approx(1, rel=1e-3)


@few
@given(parts, parts, parts, parts)
def test_precision_grows_with_the_base_rate(
    one: float, other: float, tpr: float, fpr: float
) -> None:
    rarer, commoner = sorted((one, other))

    less, more = precision(rarer, tpr, fpr), precision(commoner, tpr, fpr)

    assert 0 <= less <= more * (1 + 1e-12) <= 1 + 1e-12


@few
@given(st.floats(1e-12, 0.5), st.floats(0.01, 1), st.floats(0.5, 0.999))
def test_the_rate_for_a_precision_gives_it(
    base_rate: float, tpr: float, wanted: float
) -> None:
    fpr = fpr_for_precision(base_rate, tpr, wanted)

    assert precision(base_rate, tpr, fpr) >= wanted * (1 - 1e-9)


@few
@given(parts)
def test_a_guess_has_half_of_the_area(rate: float) -> None:
    assert binormal_auc(rate, rate) == 0.5


def test_nothing_flagged_has_no_precision() -> None:
    with pytest.raises(ValueError, match="nothing is flagged"):
        precision(0.001, 0, 0)


def test_errors_that_cost_nothing_have_no_threshold() -> None:
    with pytest.raises(ValueError, match="no finite number"):
        cost_threshold(0, 0)


@pytest.mark.parametrize("rate", [0, 1])
def test_where_all_are_alike_there_is_no_entropy(rate: float) -> None:
    with pytest.raises(ValueError, match="the base rate must lie between"):
        normalised_entropy(0.3, rate)


def test_without_negatives_nothing_is_corrected() -> None:
    with pytest.raises(ValueError, match="the kept share must lie above 0"):
        corrected_probability(0.2, 0)


def test_people_without_time_review_nothing() -> None:
    with pytest.raises(ValueError, match="the productive time"):
        reviewers_needed(10, 180, 0)
