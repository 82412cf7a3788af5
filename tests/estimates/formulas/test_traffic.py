"""How many requests come in a second."""

import pytest

from designkit.estimates.formulas.traffic import (
    average_rate,
    peak_factor,
    peak_rate,
    requests_per_day,
)

AVERAGE = average_rate(requests_per_day(50e6, 10))


def test_the_average_spreads_the_day_evenly() -> None:
    assert pytest.approx(5_787.037, rel=1e-6) == AVERAGE


def test_the_peak_is_a_multiple_of_the_average() -> None:
    assert peak_rate(AVERAGE, 3) == pytest.approx(17_361.111, rel=1e-6)


def test_most_of_the_requests_in_a_part_of_the_day_give_the_factor() -> None:
    factor = peak_factor(0.8, 0.2)

    assert factor == pytest.approx(4)
    assert peak_rate(AVERAGE, factor) == pytest.approx(23_148.148, rel=1e-6)


@pytest.mark.parametrize(
    ("requests", "day"),
    [
        pytest.param(0.8, 0, id="no part of the day"),
        pytest.param(1.2, 0.2, id="more than all requests"),
    ],
)
def test_a_share_that_is_none_is_refused(requests: float, day: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        peak_factor(requests, day)
