"""What a formula takes, and that its result is finite."""

import math
import sys

import pytest

from designkit.capacity.bounds import (
    LARGEST,
    finite,
    require_between,
    require_count,
    require_not_negative,
    require_positive,
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
    ("require", "taken", "refused"),
    [
        (require_positive, [1e-300, LARGEST], [0, -1]),
        (require_not_negative, [0, LARGEST], [-1e-300]),
        (require_count, [1, 1.5, LARGEST], [0.999, 0, -1]),
        (require_share, [0, 0.5, 1], [-1e-300, 1.0000001]),
        (require_between, [1e-300, 0.5], [0, 1]),
    ],
)
def test_each_place_has_its_ends(require, taken, refused) -> None:
    for number in taken:
        require(hit_ratio=number)
    for number in [*refused, math.nan, math.inf, -math.inf, sys.float_info.max]:
        with pytest.raises(ValueError, match=r"^the hit ratio must lie "):
            require(hit_ratio=number)
