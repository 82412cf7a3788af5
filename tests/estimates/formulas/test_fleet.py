"""Sending a new version to a fleet of devices."""

import pytest

from designkit.estimates.formulas.fleet import (
    download_time,
    sending_cost,
    sending_time,
    versions_at_once,
)


@pytest.mark.parametrize(
    ("online", "expected"),
    [
        pytest.param(1, 7_500, id="always"),
        pytest.param(0.25, 30_000, id="six hours a day"),
    ],
)
def test_a_device_downloads_while_it_is_online(online: float, expected: float) -> None:
    """15 Gbit by 2 Mbit/s are 7,500 s (Kurose and Ross, chapter 2, problem 22)."""
    assert download_time(15e9 / 8, 2e6 / 8, online) == expected


@pytest.mark.parametrize(
    ("peers", "expected"), [(10, 5_000), (100, 50_000), (1_000, 500_000)]
)
def test_a_server_sends_to_one_after_the_other(peers: int, expected: float) -> None:
    """15 Gbit by 30 Mbit/s, to 10, 100 and 1,000 (Kurose and Ross, the same)."""
    assert sending_time(15e9 / 8, peers, 30e6 / 8) == expected


def test_traffic_is_paid_by_the_gigabyte() -> None:
    """40,000 devices, 20 MB each: 800 GB at 0.05."""
    assert sending_cost(40_000 * 20e6, 0.05) == pytest.approx(40)


@pytest.mark.parametrize(
    ("delay", "expected"),
    [
        pytest.param(0, 1, id="at once"),
        pytest.param(3, 2, id="within an interval"),
        pytest.param(14, 2, id="just one interval"),
        pytest.param(30, 4, id="two intervals and a bit"),
    ],
)
def test_late_devices_run_what_was_newest_then(delay: float, expected: float) -> None:
    """One version every 14 d: 30 d after the newest but three, it is three behind."""
    assert versions_at_once(delay, 14) == expected
