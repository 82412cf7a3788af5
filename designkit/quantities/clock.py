"""Times of day, in seconds after midnight: ``05:00``. There are no time zones here."""

import re

from designkit.quantities.durations import DAY, HOUR, MINUTE

CLOCK = r"([01]?\d|2[0-3]):[0-5]\d"
"""How a time of day is written, from 00:00 to 23:59."""


def read_clock(text: str) -> float | None:
    """Return the seconds from midnight to a time of day, if `text` is one."""
    if not re.fullmatch(CLOCK, text):
        return None
    hours, minutes = text.split(":")
    return float(int(hours) * HOUR + int(minutes) * MINUTE)


def shown_clock(seconds: float) -> str:
    """Write the time of day, so many seconds after midnight: ``04:10``.

    A later day is written behind it: ``01:30 (+1 d)``.
    """
    days, rest = divmod(round(seconds / MINUTE) * MINUTE, DAY)
    time = f"{int(rest // HOUR):02}:{int(rest % HOUR // MINUTE):02}"
    return f"{time} (+{days:,.3g} d)" if days else time


def until(start: float, end: float) -> float:
    """Return the seconds from one time of day to the next time that it is the other.

    From a time to itself it is a day.
    """
    wait = (end - start) % DAY
    return wait if wait else float(DAY)
