"""Numbers as an author may have them wrong."""

import pytest

from designkit.handouts.fault_hunt.figures import scaled_text
from designkit.quantities.fields import read_quantity
from designkit.quantities.quantity import Dimension


@pytest.mark.parametrize(
    ("dimension", "text", "factor", "scaled"),
    [
        pytest.param(Dimension.COUNT, "300", 10, "3000", id="a whole number"),
        pytest.param(Dimension.COUNT, "3", 0.1, "1", id="one at least"),
        pytest.param(Dimension.DURATION, "3 h", 2, "6 h", id="its unit stays"),
        pytest.param(Dimension.RETENTION, "for ever", 2, "for ever", id="no end"),
        pytest.param(Dimension.FRACTION, "99.99%", 10, "99.9%", id="what is left out"),
        pytest.param(Dimension.COUNT, "1e308", 10, "1e308", id="too large to grow"),
        pytest.param(Dimension.DURATION, "1e308 s", 10, "1e308 s", id="with a unit"),
        pytest.param(
            Dimension.COUNT, "1e308", 0.1, f"{round(1e308 * 0.1)}", id="less of much"
        ),
    ],
)
def test_a_number_is_scaled_as_it_was_written(
    dimension: Dimension, text: str, factor: float, scaled: str
):
    quantity = read_quantity(dimension, text)

    assert scaled_text(quantity, factor) == scaled
