"""Requests: on a day, in an average second, at peak, and in a year from now."""

from collections.abc import Iterator

from designkit.estimates.compute import Entry, compute
from designkit.estimates.figure import Input, Lack, Result
from designkit.estimates.formulas.traffic import (
    average_rate,
    peak_rate,
    requests_per_day,
)
from designkit.estimates.topic import Heading, Sheet, topic
from designkit.quantities.measure import COUNT, RATE


@topic(10, "Traffic", Heading.LOAD)
def traffic(sheet: Sheet) -> Iterator[Result]:
    """Give the load that everything else is sized for."""
    day = sheet.stated("workload", "requests-per-day")
    if not isinstance(day, Input) and sheet.case.quantity("workload", "daily-users"):
        yield (from_users := _of_users(sheet))
        yield (average := _average(from_users))
    else:
        yield (average := _average(day))
    peak = compute(
        Entry("traffic.peak-qps", "Requests a second at peak", RATE),
        "{average} * {peak_factor}",
        peak_rate,
        average=average,
        peak_factor=sheet.stated("workload", "peak-factor"),
    )
    yield peak
    yield from _next_year(sheet, peak)


def _of_users(sheet: Sheet) -> Result:
    return compute(
        Entry("traffic.requests-per-day", "Requests on a day", COUNT),
        "{users} * {requests_per_user}",
        requests_per_day,
        users=sheet.stated("workload", "daily-users"),
        requests_per_user=sheet.stated("workload", "requests-per-user"),
    )


def _average(requests: Input | Result | Lack) -> Result:
    return compute(
        Entry("traffic.average-qps", "Requests a second, on average", RATE),
        "{requests_per_day} / 86,400 s",
        average_rate,
        requests_per_day=requests,
    )


def _next_year(sheet: Sheet, peak: Result) -> Iterator[Result]:
    growth = sheet.stated("workload", "growth")
    if isinstance(growth, Input):
        yield compute(
            Entry(
                "traffic.peak-qps-next-year",
                "Requests a second at peak, a year on",
                RATE,
            ),
            "{peak} * (1 + {growth})",
            _grown,
            peak=peak,
            growth=growth,
        )


def _grown(peak: float, growth: float) -> float:
    if growth < -1:
        raise ValueError("a load shrinks by all of it at most")
    return peak * (1 + growth)
