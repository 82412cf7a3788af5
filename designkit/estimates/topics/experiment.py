"""The experiment: units, days, and the smallest effect that its time can show."""

import math
from collections.abc import Iterator

from designkit.analysis.trial import metrics_of
from designkit.analysis.wedge import stepped
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import (
    Figure,
    FigureInput,
    Lack,
    Result,
    Term,
    called,
)
from designkit.estimates.formulas.experiment import whole_weeks
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.estimates.trial_arms import Arms, arms
from designkit.estimates.trial_level import level as level_of
from designkit.estimates.trial_metric import MetricSheet
from designkit.quantities.durations import DAY
from designkit.quantities.measure import COUNT, DURATION

AT = "experiment"
UNITS = "Each unit counts once, on the day it is first seen."
JOINING = "Units join for whole weeks; the outcome of the last is then waited for."


@topic(80, "Sample and duration", Chapter.PROOF)
def experiment(sheet: EstimateInputs) -> Iterator[Result]:
    """Size the experiment that is to prove a candidate's worth."""
    if stepped(sheet.design):
        return
    if sheet.design.experiment is None and not sheet.facts.has("experiment-analysis"):
        return
    split, level = arms(sheet), level_of(sheet)
    if isinstance(level, Figure):
        yield level
    metrics = tuple(MetricSheet(sheet, path, split, level) for path in _paths(sheet))
    sizes = list[Term]()
    for metric in metrics:
        *before, size = metric.sizes()
        sizes.append(called(size, metric.name) if len(metrics) > 1 else size)
        yield from (*before, size, *metric.reduced(size))
    yield from _time(sheet, split, sizes)
    yield from _planned(sheet, split, metrics)
    yield from _of_pool(sheet, split, metrics)


def _paths(sheet: EstimateInputs) -> tuple[tuple[str, ...], ...]:
    stated = sheet.design.experiment
    return tuple(path for path, _ in metrics_of(stated)) if stated else ((AT,),)


def _time(sheet: EstimateInputs, split: Arms, sizes: list[Term]) -> Iterator[Result]:
    """Give the units in all arms, and the time until their outcomes are there."""
    size = sizes[0]
    if len(sizes) > 1:
        yield (size := _largest(sizes))
    yield (total := split.total(size))
    if isinstance(_joining(sheet), Lack) and _has_pool(sheet):
        return
    yield (days := _days(sheet, total))
    yield _weeks(sheet, days)


def _largest(sizes: list[Term]) -> Result:
    names = [f"size{number}" for number in range(len(sizes))]
    return compute(
        FigureEntry(f"{AT}.arm-size", "Units per arm, enough for every metric", COUNT),
        f"max({', '.join(f'{{{name}}}' for name in names)})",
        lambda **units: max(units.values()),
        **dict(zip(names, sizes, strict=True)),
    )


def _joining(sheet: EstimateInputs) -> FigureInput | Lack:
    return sheet.stated(AT, "units-per-day", label="units a day")


def _pool(sheet: EstimateInputs) -> dict[str, Term]:
    """Return all units that there are, as an input if they are stated."""
    return {"pool": sheet.stated(AT, "pool")} if _has_pool(sheet) else {}


def _has_pool(sheet: EstimateInputs) -> bool:
    return sheet.facts.quantity(AT, "pool") is not None


def _allocation(sheet: EstimateInputs) -> FigureInput:
    return sheet.given("allocation", AT, "allocation")


def _window(sheet: EstimateInputs) -> dict[str, Term]:
    """Return the time that an outcome takes, as an input if it is stated."""
    found = sheet.stated(AT, "outcome-window")
    return {"window": found} if isinstance(found, FigureInput) else {}


def _days(sheet: EstimateInputs, total: Result) -> Result:
    return compute(
        FigureEntry(
            f"{AT}.days", "Time until the units are there", DURATION, note=UNITS
        ),
        "{total} / ({joining} * {allocation}) * 1 d",
        _wait,
        total=total,
        joining=_joining(sheet),
        allocation=_allocation(sheet),
        **_pool(sheet),
    )


def _wait(
    total: float, joining: float, allocation: float, pool: float = math.inf
) -> float:
    """Return the seconds in which so many units join.

    Raises:
        ValueError: there are not so many.
    """
    if total > pool * allocation:
        raise ValueError("the pool has fewer units than that")
    return total / (joining * allocation) * DAY


def _weeks(sheet: EstimateInputs, days: Result) -> Result:
    window, weeks = _window(sheet), "⌈{days} / 7 d⌉ * 7 d"
    title = "Time of the test, with the last outcome"
    return compute(
        FigureEntry(
            f"{AT}.duration",
            title if window else "Time of the test, in whole weeks",
            DURATION,
            note=JOINING if window else "",
        ),
        f"{weeks} + {{window}}" if window else weeks,
        lambda days, window=0.0: whole_weeks(days / DAY) * DAY + window,
        days=days,
        **window,
    )


def _planned(
    sheet: EstimateInputs, split: Arms, metrics: tuple[MetricSheet, ...]
) -> Iterator[Result]:
    """Give what the planned duration brings, and what can be seen with it."""
    duration = sheet.stated(AT, "duration")
    no_days = isinstance(_joining(sheet), Lack)
    if not isinstance(duration, FigureInput) or (no_days and _has_pool(sheet)):
        return
    yield (units := _units(sheet, split, duration))
    for metric in metrics:
        if metric.is_stated:
            yield metric.effect("smallest-effect", "the planned time", units)
    yield split.mismatch(units)


def _units(sheet: EstimateInputs, split: Arms, duration: FigureInput) -> Result:
    window = _window(sheet)
    time = "({duration} - {window})" if window else "{duration}"
    joined = f"{{joining}} * {{allocation}} * {time}"
    pool = _pool(sheet)
    formula = f"min({joined}, {{pool}} * {{allocation}})" if pool else joined
    return split.each(
        FigureEntry(f"{AT}.units-per-arm", f"{split.title} in the planned time", COUNT),
        formula,
        _joined,
        duration=duration,
        joining=_joining(sheet),
        allocation=_allocation(sheet),
        **window,
        **pool,
    )


def _joined(
    joining: float,
    allocation: float,
    duration: float,
    window: float = 0.0,
    pool: float = math.inf,
) -> float:
    """Return the units whose outcome is known at the end.

    Raises:
        ValueError: the test ends before an outcome is known.
    """
    if duration <= window:
        raise ValueError("the test ends before an outcome is known")
    return min(joining * (duration - window) / DAY, pool) * allocation


def _of_pool(
    sheet: EstimateInputs, split: Arms, metrics: tuple[MetricSheet, ...]
) -> Iterator[Result]:
    """Give what all units that there are can show, however long one waits."""
    if not _has_pool(sheet):
        return
    yield (
        units := split.each(
            FigureEntry(
                f"{AT}.pool-units-per-arm", f"{split.title}, if all are in it", COUNT
            ),
            "{pool} * {allocation}",
            lambda pool, allocation: pool * allocation,
            pool=sheet.stated(AT, "pool"),
            allocation=_allocation(sheet),
        )
    )
    for metric in metrics:
        if metric.is_stated:
            yield metric.effect("pool-effect", "the pool", units)
