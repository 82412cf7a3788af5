"""Judges as instruments, and how many cases it takes."""

import pytest

from designkit.estimates.formulas.experiment import sample_size
from designkit.estimates.formulas.exposure import rule_of_three
from designkit.estimates.formulas.judging import (
    Agreement,
    cases_for_win_rate,
    kappa_error,
    paired_cases,
    true_pass_rate,
)

TWO_HUNDRED = Agreement(both=120, judge_only=20, people_only=16, neither=44)


def test_agreement_counts_beyond_chance() -> None:
    assert TWO_HUNDRED.observed == pytest.approx(0.82)
    assert TWO_HUNDRED.by_chance == pytest.approx(0.572)
    assert TWO_HUNDRED.kappa == pytest.approx(0.579439, rel=1e-6)
    assert TWO_HUNDRED.kappa_error == pytest.approx(0.063472, rel=1e-5)
    ends = (TWO_HUNDRED.kappa + z * TWO_HUNDRED.kappa_error for z in (-1.96, 1.96))
    assert tuple(ends) == pytest.approx((0.455, 0.704), abs=5e-4)


def test_a_judge_that_lets_all_pass_agrees_by_chance() -> None:
    assert Agreement(9, 1, 0, 0).kappa == pytest.approx(0)
    assert Agreement(9, 0, 0, 0).kappa == 0


def test_a_judge_is_corrected_by_its_errors() -> None:
    sensitivity, specificity = TWO_HUNDRED.sensitivity, TWO_HUNDRED.specificity

    assert sensitivity == pytest.approx(0.882353, rel=1e-6)
    assert specificity == 0.6875
    found = true_pass_rate(0.78, sensitivity, specificity)
    assert found == pytest.approx(0.820387, rel=1e-6)
    assert true_pass_rate(0.99, sensitivity, specificity) == 1
    assert true_pass_rate(0.1, sensitivity, specificity) == 0


@pytest.mark.parametrize(
    ("rate", "ties", "cases"),
    [
        (0.52, 0, 4_904),
        (0.55, 0, 783),
        (0.55, 0.3, 1_118),
        (0.60, 0, 194),
        (0.65, 0, 85),
        (0.45, 0, 783),
    ],
)
def test_a_win_rate_takes_pairs(rate: float, ties: float, cases: int) -> None:
    assert cases_for_win_rate(rate, ties) == pytest.approx(cases, abs=1)


@pytest.mark.parametrize(
    ("flips", "gain", "cases"),
    [(0.2, 0.04, 979), (0.1, 0.04, 489), (0.2, 0.02, 3_923), (0.2, -0.04, 979)],
)
def test_the_same_cases_for_both_are_fewer(
    flips: float, gain: float, cases: int
) -> None:
    assert paired_cases(flips, gain) == pytest.approx(cases, abs=1)


def test_cases_of_their_own_are_more() -> None:
    assert sample_size(0.80, 0.84) == pytest.approx(1_447, abs=1)


def test_no_leak_in_three_hundred_attacks() -> None:
    assert rule_of_three(300) == 0.01


def test_a_coin_is_no_judge() -> None:
    with pytest.raises(ValueError, match="together must lie above 1"):
        true_pass_rate(0.5, 0.5, 0.5)
    with pytest.raises(ValueError, match="win rate"):
        cases_for_win_rate(0.5)
    with pytest.raises(ValueError, match="gain must not lie above"):
        paired_cases(0.01, 0.04)
    with pytest.raises(ValueError, match="number of cases"):
        Agreement(0, 0, 0, 0)
    with pytest.raises(ValueError, match="finite"):
        kappa_error(0.5, 1, 10)
