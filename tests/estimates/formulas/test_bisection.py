"""Where a function that only ever falls comes down to a value."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.bisection import falls_to


@pytest.mark.parametrize(
    ("function", "value", "expected"),
    [
        pytest.param(lambda x: math.exp(-x), 0.01, math.log(100), id="a curve"),
        pytest.param(lambda x: float(x < 3), 0.5, 3.0, id="a step"),
        pytest.param(lambda x: 1 / (1 + x), 1e-9, 1e9 - 1, id="far out"),
        pytest.param(lambda x: float(x < 1e-60), 0.5, 1e-60, id="close in"),
        pytest.param(lambda x: 1 - x, 1.0, 0.0, id="from the start"),
    ],
)
def test_the_place_is_found(
    function: Callable[[float], float], value: float, expected: float
) -> None:
    assert falls_to(function, value) == pytest.approx(expected, rel=1e-14, abs=0)


def test_what_never_comes_down_is_refused() -> None:
    with pytest.raises(ValueError, match=r"does not come down to 0\.5 by 1e\+60"):
        falls_to(lambda x: 1.0, 0.5)


@settings(deadline=None, max_examples=50)
@given(st.floats(5e-324, 1e59))
def test_it_is_the_least_number_of_all(place: float) -> None:
    assert falls_to(lambda x: float(x < place), 0.5) == place
