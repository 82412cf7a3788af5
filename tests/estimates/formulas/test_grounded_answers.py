"""How often an answer that is written from what was found is right."""

import pytest

from designkit.estimates.formulas.grounded_answers import (
    abstentions,
    all_found,
    found_by_either,
    right_answers,
    wrong_answers,
)


def test_an_answer_is_right_wrong_or_not_given() -> None:
    shares = (
        right_answers(0.85, 0.9),
        wrong_answers(0.85, 0.9, 0.3),
        abstentions(0.85, 0.3),
    )

    assert shares == pytest.approx((0.765, 0.13, 0.105))
    assert sum(shares) == pytest.approx(1)


@pytest.mark.parametrize(
    ("found", "right", "share"),
    [
        (0.95, 0.9, 0.855),
        (0.85, 0.95, 0.8075),
        (0.943, 0.9, 0.8487),
        (0.981, 0.9, 0.8829),
    ],
)
def test_both_halves_count(found: float, right: float, share: float) -> None:
    assert right_answers(found, right) == pytest.approx(share)


def test_a_model_may_know_by_itself() -> None:
    assert right_answers(0.85, 0.9, 0.2) == pytest.approx(0.795)


def test_two_passages_have_to_be_found() -> None:
    assert all_found(0.85, 2) * 0.9 == pytest.approx(0.65025)


def test_two_searches_find_more() -> None:
    assert found_by_either(0.8, 0.7) == pytest.approx(0.94)


def test_a_share_is_one() -> None:
    with pytest.raises(ValueError, match="found share"):
        right_answers(1.1, 0.9)
