"""The experiment: units, days, and the smallest effect that its time can show."""

import math
from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term
from designkit.estimates.formulas.experiment import (
    changed,
    sample_size,
    smallest_effect,
    whole_weeks,
)
from designkit.estimates.formulas.ratio import largest_deviation
from designkit.estimates.formulas.variance import cuped
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.quantities.durations import DAY
from designkit.quantities.measure import COUNT, DURATION, FRACTION, POINTS

ALPHA, RHO = "\N{GREEK SMALL LETTER ALPHA}", "\N{GREEK SMALL LETTER RHO}"
TEST = "Two-sided test of two rates, equal arms (Fleiss and others 2003)."
CUPED = (
    "CUPED: what the metric's own past explains is taken out of its variance (Deng and "
    "others 2013). The time of the test is planned without it."
)
UNITS = "Each unit counts once, on the day it is first seen."


@topic(80, "Sample and duration", Chapter.PROOF)
def experiment(sheet: EstimateInputs) -> Iterator[Result]:
    """Size the experiment that is to prove a candidate's worth."""
    if sheet.design.experiment is None and not sheet.facts.has("experiment-analysis"):
        return
    terms = _terms(sheet)
    yield (size := _sample_size(sheet, terms))
    yield from _reduced(sheet, size)
    yield (total := _total(sheet, size))
    yield (days := _days(sheet, total))
    yield _weeks(days)
    yield from _planned(sheet, terms)


def _terms(sheet: EstimateInputs) -> dict[str, Term]:
    """Return what every formula of the test needs: the rate, and its error rates."""
    at = "experiment"
    return {
        "rate": sheet.stated(at, "baseline-rate"),
        "alpha": sheet.given("alpha", at, "alpha", label=ALPHA),
        "power": sheet.given("power", at, "power"),
    }


def _sample_size(sheet: EstimateInputs, terms: dict[str, Term]) -> Result:
    in_points = _in_points(sheet)
    after = "{rate} + {mde}" if in_points else "{rate} * (1 + {mde})"
    return compute(
        FigureEntry("experiment.sample-size", "Units per arm", COUNT, note=TEST),
        f"n({{rate}} → {after}; {{alpha}}, {{power}})",
        lambda rate, mde, alpha, power: math.ceil(
            sample_size(
                rate, changed(rate, mde, in_points=in_points), alpha=alpha, power=power
            )
        ),
        mde=sheet.stated("experiment", "mde"),
        **terms,
    )


def _in_points(sheet: EstimateInputs) -> bool:
    """Whether the effect that is looked for is stated in percentage points."""
    effect = sheet.facts.quantity("experiment", "mde")
    return effect is not None and effect.is_in_points


def _reduced(sheet: EstimateInputs, size: Result) -> Iterator[Result]:
    """Give the units that it takes where the past explains some of the noise."""
    known = sheet.stated("experiment", "correlation", label=RHO)
    if isinstance(known, FigureInput):
        title = "Units per arm, with less variance"
        yield compute(
            FigureEntry("experiment.sample-size-reduced", title, COUNT, note=CUPED),
            "{size} * (1 - {correlation}²)",
            lambda size, correlation: math.ceil(size * cuped(correlation)),
            size=size,
            correlation=known,
        )


def _total(sheet: EstimateInputs, size: Result) -> Result:
    return compute(
        FigureEntry("experiment.units", "Units in all arms", COUNT),
        "{arms} * {size}",
        lambda arms, size: arms * size,
        arms=_arms(sheet),
        size=size,
    )


def _arms(sheet: EstimateInputs) -> FigureInput:
    return sheet.given("arms", "experiment", "arms")


def _intake(sheet: EstimateInputs) -> dict[str, Term]:
    at = "experiment"
    return {
        "intake": sheet.stated(at, "units-per-day", label="units a day"),
        "allocation": sheet.given("allocation", at, "allocation"),
    }


def _days(sheet: EstimateInputs, total: Result) -> Result:
    return compute(
        FigureEntry(
            "experiment.days", "Time until the units are there", DURATION, note=UNITS
        ),
        "{total} / ({intake} * {allocation}) * 1 d",
        lambda total, intake, allocation: total / (intake * allocation) * DAY,
        total=total,
        **_intake(sheet),
    )


def _weeks(days: Result) -> Result:
    return compute(
        FigureEntry(
            "experiment.duration", "Time of the test, in whole weeks", DURATION
        ),
        "⌈{days} / 7 d⌉ * 7 d",
        lambda days: whole_weeks(days / DAY) * DAY,
        days=days,
    )


def _planned(sheet: EstimateInputs, terms: dict[str, Term]) -> Iterator[Result]:
    """Give what the planned duration brings, and what can be seen with it."""
    duration = sheet.stated("experiment", "duration")
    if not isinstance(duration, FigureInput):
        return
    yield (
        units := compute(
            FigureEntry(
                "experiment.units-per-arm", "Units per arm in the planned time", COUNT
            ),
            "{intake} * {allocation} * {duration} / {arms}",
            lambda intake, allocation, duration, arms: (
                intake * allocation * duration / DAY / arms
            ),
            duration=duration,
            arms=_arms(sheet),
            **_intake(sheet),
        )
    )
    yield _effect(sheet, units, terms)
    yield compute(
        FigureEntry(
            "experiment.srm-limit",
            "Distance of one arm from half beyond which the split is broken",
            FRACTION,
            note="Sample ratio mismatch: χ² of two equal arms, p < 0.001.",
        ),
        "3.29 * 50% / √(2 * {units})",
        lambda units: largest_deviation(2 * units),
        units=units,
    )


def _effect(sheet: EstimateInputs, units: Result, terms: dict[str, Term]) -> Result:
    """Give the effect that so many units show, as the one that is looked for is."""
    in_points = _in_points(sheet)
    kind = "" if in_points else "relative "
    reach = "(z(1 - {alpha} / 2) + z({power})) * √(2 * {rate} * (1 - {rate}) / {units})"
    return compute(
        FigureEntry(
            "experiment.smallest-effect",
            f"Smallest {kind}effect that the planned time can show",
            POINTS if in_points else FRACTION,
        ),
        reach if in_points else f"{reach} / {{rate}}",
        lambda units, rate, alpha, power: (
            smallest_effect(units, rate, alpha=alpha, power=power)
            / (1 if in_points else rate)
        ),
        units=units,
        **terms,
    )
