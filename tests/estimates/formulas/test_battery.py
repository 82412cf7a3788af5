"""Energy of a day, and its part of a battery."""

import pytest

from designkit.estimates.formulas.battery import (
    battery_share,
    energy_a_day,
    predictions_a_day,
)


def test_predictions_are_those_of_one_device() -> None:
    """16 M requests a day of 40,000 devices, a quarter of which calls: 100."""
    assert predictions_a_day(16e6 / 86_400, 0.25, 40_000) == pytest.approx(100)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param({"energy": 0.5}, 200, id="400 of half a joule"),
        pytest.param({"power": 2, "time": 3}, 2_400, id="400 of 3 s at 2 W"),
        pytest.param({"idle": 0.005}, 432, id="5 mW all day"),
        pytest.param({"energy": 0.5, "idle": 0.005}, 632, id="both"),
    ],
)
def test_energy_is_that_of_predictions_and_of_the_day(
    stated: dict[str, float], expected: float
) -> None:
    assert energy_a_day(400, **stated) == pytest.approx(expected)


def test_a_battery_is_used_in_parts() -> None:
    """5 Wh are 18 kJ, and 632 J of them 3.5%."""
    assert battery_share(632, 5 * 3_600) == pytest.approx(0.0351, rel=1e-3)


def test_without_a_battery_nothing_is_a_part_of_it() -> None:
    with pytest.raises(ValueError, match="battery"):
        battery_share(632, 0)
