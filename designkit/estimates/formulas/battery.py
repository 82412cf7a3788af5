"""Batteries of devices: the energy that models take in a day, and its share of one."""

from designkit.quantities.bounds import (
    finite,
    require_not_negative,
    require_positive,
)
from designkit.quantities.durations import DAY


@finite
def predictions_a_day(rate: float, calls: float = 1.0, devices: float = 1.0) -> float:
    """Return the predictions of one device in a day: 86,400 s * r * c / N.

    `rate` is in requests a second of all `devices`, of which each makes `calls`.

    Raises:
        ValueError: there is no device, or a number is below 0.
    """
    require_not_negative(rate=rate, calls=calls)
    require_positive(devices=devices)
    return DAY * rate * calls / devices


@finite
def energy_a_day(
    predictions: float = 0.0,
    energy: float = 0.0,
    power: float = 0.0,
    time: float = 0.0,
    idle: float = 0.0,
) -> float:
    """Return the joules of a day: n * (e + P * t) + P0 * 86,400 s.

    A prediction takes `energy` in joules, or `power` in watts for `time` in seconds;
    `idle` is the power in watts that is drawn all day. Energy is power times time; that
    of one inference is measured by Banbury et al. 2021, MLPerf Tiny Benchmark.

    Raises:
        ValueError: a number is below 0.
    """
    require_not_negative(predictions=predictions, energy=energy)
    require_not_negative(power=power, time=time, idle=idle)
    return predictions * (energy + power * time) + idle * DAY


@finite
def battery_share(energy: float, battery: float) -> float:
    """Return the part of a full battery that `energy` is, both in joules.

    Raises:
        ValueError: there is no battery, or the energy is below 0.
    """
    require_not_negative(energy=energy)
    require_positive(battery=battery)
    return energy / battery
