"""How good an order is."""

from math import log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.ndcg import dcg, ndcg

grades = st.lists(st.integers(0, 5), min_size=1, max_size=30)


def test_a_gain_counts_less_further_down() -> None:
    assert dcg([3, 2, 0, 1]) == pytest.approx(7 + 3 / log2(3) + 1 / log2(5))


def test_an_order_is_compared_with_the_best_one() -> None:
    assert ndcg([3, 2, 0, 1]) == pytest.approx(0.9926195, rel=1e-7)
    assert ndcg([3, 2, 1, 0]) == 1


def test_an_empty_list_gains_nothing() -> None:
    assert dcg([]) == 0


@settings(deadline=None, max_examples=50)
@given(grades.filter(any))
def test_no_order_is_better_than_the_best(relevances: list[int]) -> None:
    worst = ndcg(sorted(relevances))

    assert 0 < worst <= ndcg(relevances) + 1e-12
    assert ndcg(relevances) <= ndcg(sorted(relevances, reverse=True)) == 1


@pytest.mark.parametrize("relevances", [[], [0, 0]])
def test_where_nothing_is_relevant_no_order_is_best(relevances: list[int]) -> None:
    with pytest.raises(ValueError, match="nothing is relevant"):
        ndcg(relevances)


@pytest.mark.parametrize(
    ("relevance", "said"), [(-1, "the relevance"), (1e30, "no finite number")]
)
def test_what_is_no_grade_is_refused(relevance: float, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        ndcg([3, relevance])
