"""What makes an experiment need more or fewer units."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.experiment import sample_size
from designkit.estimates.formulas.variance import clustered, cuped, unequal_split


def test_what_was_known_before_is_no_noise() -> None:
    assert cuped(0.5) == 0.75
    assert math.ceil(sample_size(0.05, 0.051)) * cuped(-0.5) == 564_527.25


def test_units_of_one_cluster_are_alike() -> None:
    assert clustered(20, 0.05) == pytest.approx(1.95)


@pytest.mark.parametrize(
    ("size", "icc", "factor"),
    [(1, 0.5, 1), (20, 0, 1), (20, 1, 20)],
    ids=["one in each", "nothing in common", "all alike"],
)
def test_a_cluster_counts_as_one_to_all_of_its_units(
    size: float, icc: float, factor: float
) -> None:
    assert clustered(size, icc) == factor


@pytest.mark.parametrize(
    ("share", "factor"), [(0.5, 1), (0.1, 2.7777778), (0.9, 2.7777778)]
)
def test_an_unequal_split_needs_more_in_all(share: float, factor: float) -> None:
    assert unequal_split(share) == pytest.approx(factor, rel=1e-7)


@settings(deadline=None, max_examples=50)
@given(st.floats(1e-12, 1 - 1e-12))
def test_no_split_needs_fewer_than_the_equal_one(share: float) -> None:
    assert unequal_split(share) >= 1


@pytest.mark.parametrize("correlation", [-1, 1, 1.5])
def test_a_metric_does_not_explain_itself(correlation: float) -> None:
    with pytest.raises(ValueError, match="between -1 and 1"):
        cuped(correlation)


@pytest.mark.parametrize(
    ("size", "icc", "said"),
    [(0.5, 0.1, "the size of a cluster"), (2, 1.1, "the correlation within")],
)
def test_what_is_no_cluster_is_refused(size: float, icc: float, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        clustered(size, icc)


@pytest.mark.parametrize("share", [0, 1])
def test_both_arms_get_something(share: float) -> None:
    with pytest.raises(ValueError, match="the share must lie between 0 and 1"):
        unequal_split(share)
