"""Times of day: how they are written, and from one to the next."""

import pytest

from designkit.quantities.clock import read_clock, shown_clock, until


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("00:00", 0),
        ("05:00", 18_000),
        ("5:00", 18_000),
        ("23:59", 86_340),
        ("24:00", None),
        ("5", None),
        ("05:60", None),
        ("05:00:00", None),
    ],
)
def test_a_time_of_day_is_hours_and_minutes(text: str, seconds: float | None) -> None:
    assert read_clock(text) == seconds


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "00:00"),
        (15_000, "04:10"),
        (91_800, "01:30 (+1 d)"),
        (86_390, "00:00 (+1 d)"),
    ],
)
def test_a_later_day_is_written_behind_the_time(seconds: float, text: str) -> None:
    assert shown_clock(seconds) == text


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [("22:30", "05:00", 6.5), ("02:00", "05:00", 3), ("05:00", "05:00", 24)],
)
def test_the_next_time_may_be_after_midnight(
    start: str, end: str, hours: float
) -> None:
    first, last = read_clock(start), read_clock(end)

    assert first is not None
    assert last is not None
    assert until(first, last) == hours * 3600
