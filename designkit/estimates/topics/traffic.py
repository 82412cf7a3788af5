"""Requests: on a day, in an average second, at peak, and in a year from now."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result
from designkit.estimates.formulas.traffic import (
    average_rate,
    peak_rate,
    requests_per_day,
)
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.quantities.measure import COUNT, RATE


@topic(10, "Traffic", Chapter.LOAD)
def traffic(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the load that everything else is sized for."""
    day = sheet.stated("workload", "requests-per-day")
    if not isinstance(day, FigureInput) and sheet.facts.quantity(
        "workload", "daily-users"
    ):
        yield (from_users := _of_users(sheet))
        yield (average := _average(from_users))
    else:
        yield (average := _average(day))
    peak = compute(
        FigureEntry("traffic.peak-qps", "Requests a second at peak", RATE),
        "{average} * {peak_factor}",
        peak_rate,
        average=average,
        peak_factor=sheet.stated("workload", "peak-factor"),
    )
    yield peak
    yield from _next_year(sheet, peak)


def _of_users(sheet: EstimateInputs) -> Result:
    return compute(
        FigureEntry("traffic.requests-per-day", "Requests on a day", COUNT),
        "{users} * {requests_per_user}",
        requests_per_day,
        users=sheet.stated("workload", "daily-users"),
        requests_per_user=sheet.stated("workload", "requests-per-user"),
    )


def _average(requests: FigureInput | Result | Lack) -> Result:
    return compute(
        FigureEntry("traffic.average-qps", "Requests a second, on average", RATE),
        "{requests_per_day} / 86,400 s",
        average_rate,
        requests_per_day=requests,
    )


def _next_year(sheet: EstimateInputs, peak: Result) -> Iterator[Result]:
    growth = sheet.stated("workload", "growth")
    if isinstance(growth, FigureInput):
        yield compute(
            FigureEntry(
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
