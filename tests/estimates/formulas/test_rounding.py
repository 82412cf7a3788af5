"""How a quotient becomes a number of whole things."""

import pytest

from designkit.estimates.formulas.rounding import rounded_up


@pytest.mark.parametrize(
    ("number", "whole"),
    [
        pytest.param(2.1 / 0.7, 3, id="what rounding added"),
        pytest.param(3.001, 4, id="one begun"),
        pytest.param(3, 3, id="none begun"),
        pytest.param(0, 0, id="nothing"),
        pytest.param(1e-12, 1, id="hardly anything"),
    ],
)
def test_the_last_thing_begun_counts(number: float, whole: int) -> None:
    assert rounded_up(number) == whole
