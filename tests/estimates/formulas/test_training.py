"""How long a training takes, and what it costs."""

import pytest

from designkit.estimates.formulas.training import (
    training_cost,
    training_time,
    transformer_work,
    work_time,
)

HOUR = 3600
TIME = training_time(2e9, 1, 100e3, devices=8, efficiency=0.85)


def test_devices_share_the_examples() -> None:
    assert pytest.approx(2_941.176, rel=1e-6) == TIME


def test_every_epoch_takes_the_time_of_one() -> None:
    assert training_time(2e9, 3, 100e3, devices=8, efficiency=0.85) == 3 * TIME


def test_one_device_loses_nothing() -> None:
    assert training_time(1_000, 2, 10) == 200


def test_each_device_is_paid_for_each_second() -> None:
    assert training_cost(8, 3 / HOUR, TIME) == pytest.approx(19.6078, rel=1e-5)


def test_a_token_costs_six_operations_per_parameter() -> None:
    assert transformer_work(1e8, 1e10) == 6e18


def test_work_takes_longer_than_the_data_sheet_says() -> None:
    assert work_time(6e18, 1e15, 0.4) / HOUR == pytest.approx(4.1666667, rel=1e-6)


@pytest.mark.parametrize("efficiency", [0, 1.01])
def test_devices_do_not_learn_more_together(efficiency: float) -> None:
    with pytest.raises(ValueError, match="the efficiency must lie"):
        training_time(2e9, 1, 100e3, efficiency=efficiency)


def test_without_devices_nothing_is_learnt() -> None:
    with pytest.raises(ValueError, match="the devices must lie above 0"):
        training_time(2e9, 1, 100e3, devices=0)


def test_no_device_does_more_than_all_it_can() -> None:
    with pytest.raises(ValueError, match="the utilisation must lie"):
        work_time(6e18, 1e15, 1.2)


def test_nothing_is_earned_by_training() -> None:
    with pytest.raises(ValueError, match="the price must lie"):
        training_cost(8, -1, 60)
