from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.pictures.plots.scales import MOST_TICKS, scale_of
from designkit.quantities.measure import (
    BIT_RATE,
    BYTE_RATE,
    BYTES,
    COUNT,
    DURATION,
    FRACTION,
    LATENCY,
    RATE,
    Unit,
    money,
)

DECIMAL = (COUNT, FRACTION, LATENCY, BYTES, RATE, BYTE_RATE, BIT_RATE, money("USD"))
UNITS = (*DECIMAL, DURATION)
NUMBERS = st.floats(-1e60, 1e60)
USUAL = st.floats(1e-5, 1e12) | st.integers(0, 10_000).map(float)


def ticks(unit: Unit, *values: float) -> list[str]:
    return [unit.show(tick) for tick in scale_of(values, unit).ticks]


def digits(step: float) -> str:
    """What a number begins with."""
    return f"{step:.6e}".partition("e")[0]


@given(st.lists(NUMBERS, min_size=1), st.sampled_from(UNITS))
def test_a_scale_has_room_for_all_in_few_steps(
    values: Sequence[float], unit: Unit
) -> None:
    scale = scale_of(values, unit)
    low, high = min(values), max(values)

    assert scale.ticks[0] <= low + abs(low) * 1e-11 + 1e-60
    assert high - abs(high) * 1e-11 - 1e-60 <= scale.ticks[-1]
    assert 2 <= len(scale.ticks) <= MOST_TICKS
    assert list(scale.ticks) == sorted(set(scale.ticks))
    assert all(-1e-9 < scale.share(value) < 1 + 1e-9 for value in values)


@given(st.lists(NUMBERS, min_size=1), st.sampled_from(DECIMAL))
def test_steps_are_one_two_or_five_and_equal(
    values: Sequence[float], unit: Unit
) -> None:
    steps = [high - low for low, high in pairwise(scale_of((0, *values), unit).ticks)]

    assert {digits(step) for step in steps} <= {"1.000000", "2.000000", "5.000000"}
    assert len({f"{step:.6e}" for step in steps}) == 1


@given(st.lists(USUAL, min_size=1), st.sampled_from(UNITS))
def test_no_two_labels_are_the_same(values: Sequence[float], unit: Unit) -> None:
    labels = ticks(unit, *values)

    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("unit", "values", "labels"),
    [
        (
            RATE,
            (463, 4630),
            snapshot(["0/s", "1,000/s", "2,000/s", "3,000/s", "4,000/s", "5,000/s"]),
        ),
        (
            FRACTION,
            (0.174, 0.868),
            snapshot(["0%", "20%", "40%", "60%", "80%", "100%"]),
        ),
        (
            LATENCY,
            (0.0279, 0.175),
            snapshot(["0 ms", "50 ms", "100 ms", "150 ms", "200 ms"]),
        ),
        (BYTES, (2e12, 20e12), snapshot(["0 B", "5 TB", "10 TB", "15 TB", "20 TB"])),
        (
            money("USD"),
            (0.20, 0.23),
            snapshot(
                ["0.00 USD", "0.05 USD", "0.10 USD", "0.15 USD", "0.20 USD", "0.25 USD"]
            ),
        ),
        (COUNT, (2.31, 2.9), snapshot(["0", "1", "2", "3"])),
        (RATE, (-3, 8), snapshot(["-5/s", "0/s", "5/s", "10/s"])),
    ],
)
def test_a_scale_begins_at_zero(
    unit: Unit, values: Sequence[float], labels: list[str]
) -> None:
    assert ticks(unit, *values) == labels


def test_a_round_value_is_the_end_of_a_scale() -> None:
    assert ticks(LATENCY, 0.01, 0.02) == snapshot(
        ["0 ms", "5 ms", "10 ms", "15 ms", "20 ms"]
    )
    assert ticks(FRACTION, 0.3, 0.1 + 0.2 + 1e-16, 0.1 * 3) == snapshot(
        ["0%", "10%", "20%", "30%"]
    )


def test_a_scale_is_close_where_zero_would_hide_what_happens() -> None:
    assert ticks(FRACTION, 0.999, 0.9999) == snapshot(
        ["99.9%", "99.92%", "99.94%", "99.96%", "99.98%", "100%"]
    )
    assert ticks(RATE, 1001, 1010) == snapshot(
        ["1,000/s", "1,002/s", "1,004/s", "1,006/s", "1,008/s", "1,010/s"]
    )
    assert not scale_of((0.999, 0.9999), FRACTION).has_zero


def test_a_scale_is_not_so_close_that_its_labels_are_the_same() -> None:
    assert ticks(BYTES, 312.0001e9, 312.0002e9) == snapshot(
        ["0 B", "100 GB", "200 GB", "300 GB", "400 GB"]
    )


def test_whole_things_are_not_divided() -> None:
    assert ticks(COUNT, 1, 2) == ["0", "1", "2"]
    assert ticks(COUNT, 1.5, 2) == snapshot(["0", "0.5", "1", "1.5", "2"])


def test_one_number_is_enough_for_a_scale() -> None:
    assert ticks(COUNT, 7) == snapshot(["0", "2", "4", "6", "8"])
    assert ticks(COUNT, 0) == ["0", "1"]
    assert ticks(COUNT, -7) == snapshot(["-8", "-6", "-4", "-2", "0"])


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        (45, snapshot(["0 ms", "10 s", "20 s", "30 s", "40 s", "50 s"])),
        (60, snapshot(["0 ms", "15 s", "30 s", "45 s", "1 min"])),
        (3_000, snapshot(["0 ms", "10 min", "20 min", "30 min", "40 min", "50 min"])),
        (7_000, snapshot(["0 ms", "30 min", "1 h", "1 h 30 min", "2 h"])),
        (40_000, snapshot(["0 ms", "3 h", "6 h", "9 h", "12 h"])),
        (150_000, snapshot(["0 ms", "12 h", "1 d", "1 d 12 h", "2 d"])),
        (1e6, snapshot(["0 ms", "5 d", "10 d", "15 d"])),
        (1e7, snapshot(["0 ms", "50 d", "100 d", "150 d"])),
        (1e11, snapshot(["0 ms", "1e+03 y", "2e+03 y", "3e+03 y", "4e+03 y"])),
    ],
)
def test_times_are_divided_as_people_do(most: float, labels: list[str]) -> None:
    assert ticks(DURATION, 0, most) == labels
