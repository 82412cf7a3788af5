"""What a formula takes, and that its result is finite."""

import math
import sys

import pytest

from designkit.quantities.bounds import (
    END,
    LARGEST,
    SMALLEST,
    capped,
    finite,
    require_between,
    require_count,
    require_not_negative,
    require_positive,
    require_quantile,
    require_share,
)


@finite
def quotient(first: float, second: float) -> float:
    """Return one by the other."""
    return first / second


def test_a_finite_result_is_given_back() -> None:
    assert quotient(1, 4) == 0.25


def test_a_formula_keeps_its_name_and_what_it_says() -> None:
    assert (quotient.__name__, quotient.__doc__) == (
        "quotient",
        "Return one by the other.",
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(1, 0, id="divided by nothing"),
        pytest.param(1e300, 1e-300, id="too large"),
        pytest.param(10**400, 3.0, id="an integer that is no float"),
        pytest.param(math.nan, 1, id="not a number"),
    ],
)
def test_a_result_that_is_not_finite_is_refused(first: float, second: float) -> None:
    with pytest.raises(ValueError, match="no finite number"):
        quotient(first, second)


@pytest.mark.parametrize(
    ("least", "expected"),
    [(7, 7), (1e300, 1e300), (math.inf, END)],
)
def test_a_lower_bound_is_cut_where_numbers_end(least: float, expected: float) -> None:
    assert capped(least) == expected


NOWHERE = (math.nan, math.inf, -math.inf, sys.float_info.max, 1e61, 10**400)
"""What no number of a design is."""


@pytest.mark.parametrize(
    ("require", "taken", "refused"),
    [
        (require_positive, [SMALLEST, LARGEST], [0, -1, 1e-61, 5e-324]),
        (require_not_negative, [0, 5e-324, 10**30, LARGEST], [-1e-300]),
        (require_count, [1, 1.5, LARGEST], [0.999, 0, -1]),
        (require_share, [0, 0.5, 1], [-1e-300, 1.0000001]),
        (require_between, [1e-300, 0.5], [0, 1]),
    ],
)
def test_each_place_has_its_ends(require, taken, refused) -> None:
    for number in taken:
        require(hit_ratio=number)
    for number in [*refused, *NOWHERE]:
        with pytest.raises(ValueError, match=r"^the hit ratio must lie "):
            require(hit_ratio=number)


@pytest.mark.parametrize(
    ("require", "number", "said"),
    [
        (require_not_negative, -1e-9, "not below 0 and not above 1e60"),
        (require_positive, 0, "above 0: between 1e-60 and 1e60"),
        (require_count, 0.5, "not below 1 and not above 1e60"),
    ],
)
def test_what_is_refused_is_told_by_its_name(require, number, said) -> None:
    with pytest.raises(ValueError, match=f"^the byte rate must lie {said}$"):
        require(days=1, byte_rate=number)


@pytest.mark.parametrize("q", [0, 1, 99, -0.5, math.nan])
def test_a_quantile_is_a_share_of_the_calls(q: float) -> None:
    with pytest.raises(ValueError, match=r"p99 is 0\.99"):
        require_quantile(q)


def test_a_quantile_that_can_be_asked_for_passes() -> None:
    assert require_quantile(0.99) is None


def test_a_product_of_five_of_the_largest_can_be_written_down() -> None:
    assert math.isfinite(LARGEST**5)
    assert math.isfinite(LARGEST**4 / SMALLEST)
