"""Federated training: updates, traffic, and who is asked."""

import pytest

from designkit.estimates.formulas.federated import ever_asked, traffic, updates


def test_some_devices_send_nothing_back() -> None:
    assert updates(500, 0.08) == pytest.approx(460)


@pytest.mark.parametrize(
    ("asked", "size", "expected"),
    [
        pytest.param(500, 20e6, 1e13, id="down: 1,000 rounds, 500 devices, 20 MB"),
        pytest.param(460, 5e6, 2.3e12, id="up: those that do not drop out, 5 MB"),
    ],
)
def test_each_device_moves_its_bytes_in_each_round(
    asked: float, size: float, expected: float
) -> None:
    assert traffic(1_000, asked, size) == expected


@pytest.mark.parametrize(
    ("devices", "asked", "rounds", "expected"),
    [
        pytest.param(10, 5, 2, 0.75, id="by hand: 1 - 1/4"),
        pytest.param(100, 10, 20, 0.878423, id="by hand: 1 - 0.9^20"),
        pytest.param(4e6, 500, 1_000, 0.117510, id="by hand: 1 - e^-0.1250078"),
        pytest.param(10, 10, 1, 1, id="all at once"),
        pytest.param(10, 10, 0, 0, id="no round"),
    ],
)
def test_rounds_that_draw_anew_reach_part_of_a_fleet(
    devices: float, asked: float, rounds: float, expected: float
) -> None:
    assert ever_asked(devices, asked, rounds) == pytest.approx(expected, rel=1e-5)


def test_no_more_can_be_asked_than_there_are() -> None:
    with pytest.raises(ValueError, match="part that is asked"):
        ever_asked(10, 11, 1)
