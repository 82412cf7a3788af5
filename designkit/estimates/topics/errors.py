"""Errors at the operating point: precision, alerts, people, and the best threshold."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.desk import desk
from designkit.estimates.figure import FigureInput, Result, Term, called
from designkit.estimates.formulas.rare import (
    alerts_per_day,
    binormal_auc,
    corrected_probability,
    cost_threshold,
    fpr_for_precision,
    precision,
)
from designkit.estimates.topic import Chapter, EstimateInputs, first, mixed, topic
from designkit.quantities.measure import COUNT, FRACTION

HALF = 0.5
FIRST = "Of a random part as large a part is found; by score, the likeliest come first."
FPR = "errors.false-positive-rate"


@topic(110, "Errors and thresholds", Chapter.LABELS)
def errors(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what a threshold means in alerts, in people and in money."""
    evaluation = sheet.design.evaluation
    if evaluation and evaluation.operating_point:
        yield from _at_the_point(sheet)
    for queue in sheet.facts.of_kind("review-queue"):
        yield from desk(sheet, queue)
    yield from _threshold(sheet)
    yield from _correction(sheet)


def _point(sheet: EstimateInputs) -> dict[str, Term]:
    at = ("evaluation", "operating-point")
    return {
        "tpr": sheet.stated(*at, "recall"),
        "fpr": sheet.stated(*at, "false-positive-rate", label="FPR"),
    }


def _rate(sheet: EstimateInputs) -> Term:
    return sheet.stated("problem", "label", "positive-rate", label="positive rate")


def _of_the_point(sheet: EstimateInputs) -> Result:
    """Give the precision, or the false positive rate where the precision is stated."""
    at, recall = ("evaluation", "operating-point"), _point(sheet)["tpr"]
    stated = sheet.design.evaluation and sheet.design.evaluation.operating_point
    if stated and stated.precision and not stated.false_positive_rate:
        return compute(
            FigureEntry(FPR, "False positive rate of that precision", FRACTION),
            "{base_rate} * {tpr} * (1 - {precision}) / "
            "({precision} * (1 - {base_rate}))",
            fpr_for_precision,
            base_rate=_rate(sheet),
            tpr=recall,
            precision=sheet.stated(*at, "precision"),
        )
    return compute(
        FigureEntry("errors.precision", "Precision at the operating point", FRACTION),
        "{base_rate} * {tpr} / ({base_rate} * {tpr} + (1 - {base_rate}) * {fpr})",
        precision,
        base_rate=_rate(sheet),
        **_point(sheet),
    )


def _at_the_point(sheet: EstimateInputs) -> Iterator[Result]:
    rate = _rate(sheet)
    yield (of_the_point := _of_the_point(sheet))
    point = _point(sheet)
    if of_the_point.id == FPR:
        point["fpr"] = called(of_the_point, "FPR")
    yield compute(
        FigureEntry(
            "errors.fpr-for-half",
            "False positive rate at which every second alert is right",
            FRACTION,
        ),
        "{base_rate} * {tpr} / (1 - {base_rate})",
        lambda base_rate, tpr: fpr_for_precision(base_rate, tpr, HALF),
        base_rate=rate,
        tpr=point["tpr"],
    )
    yield compute(
        FigureEntry(
            "errors.auc",
            "ROC-AUC of a model with that point",
            FRACTION,
            note="Scores of both classes are taken as normal with equal spread.",
        ),
        "Φ((z({tpr}) - z({fpr})) / √2)",
        binormal_auc,
        **point,
    )
    yield compute(
        FigureEntry("errors.alerts-per-day", "Alerts on a day", COUNT),
        "{items} * ({base_rate} * {tpr} + (1 - {base_rate}) * {fpr})",
        alerts_per_day,
        items=_items(sheet),
        base_rate=rate,
        **point,
    )
    yield from _of_a_day(sheet, point)


def _of_a_day(sheet: EstimateInputs, point: dict[str, Term]) -> Iterator[Result]:
    """Give what is found, missed and flagged for nothing on a day, and its price."""
    known = {"items": _items(sheet), "base_rate": _rate(sheet)}
    yield (
        caught := compute(
            FigureEntry("errors.caught-per-day", "Positives found on a day", COUNT),
            "{items} * {base_rate} * {tpr}",
            lambda items, base_rate, tpr: items * base_rate * tpr,
            **known,
            tpr=point["tpr"],
        )
    )
    yield (
        missed := compute(
            FigureEntry("errors.missed-per-day", "Positives missed on a day", COUNT),
            "{items} * {base_rate} * (1 - {tpr})",
            lambda items, base_rate, tpr: items * base_rate * (1 - tpr),
            **known,
            tpr=point["tpr"],
        )
    )
    yield (
        false := compute(
            FigureEntry("errors.false-alarms-per-day", "False alarms on a day", COUNT),
            "{items} * (1 - {base_rate}) * {fpr}",
            lambda items, base_rate, fpr: items * (1 - base_rate) * fpr,
            **known,
            fpr=point["fpr"],
        )
    )
    yield from _price(sheet, caught, missed, false)


def _price(
    sheet: EstimateInputs, caught: Result, missed: Result, false: Result
) -> Iterator[Result]:
    """Give what a find costs in false alarms, and what all errors of a day cost."""
    alarm, miss = _costs(sheet)
    if isinstance(alarm, FigureInput):
        yield compute(
            FigureEntry(
                "errors.cost-per-find", "Cost of false alarms per find", alarm.unit
            ),
            "{false} * {alarm} / {caught}",
            lambda false, alarm, caught: false * alarm / caught,
            false=false,
            alarm=alarm,
            caught=caught,
        )
    if isinstance(alarm, FigureInput) and isinstance(miss, FigureInput):
        yield compute(
            FigureEntry("errors.cost-per-day", "Cost of errors on a day", alarm.unit),
            "{false} * {alarm} + {missed} * {miss}",
            lambda false, alarm, missed, miss: false * alarm + missed * miss,
            false=false,
            alarm=mixed(alarm, miss) or alarm,
            missed=missed,
            miss=miss,
        )


def _costs(sheet: EstimateInputs) -> tuple[Term, Term]:
    """Return what a false alarm and a miss cost."""
    positive, negative = (
        sheet.stated(
            *("problem", "costs", f"false-{which}"), label=f"cost of a false {which}"
        )
        for which in ("positive", "negative")
    )
    return positive, negative


def _items(sheet: EstimateInputs) -> Term:
    return first(
        sheet.stated("workload", "requests-per-day"),
        sheet.result("traffic.requests-per-day"),
    )


def _threshold(sheet: EstimateInputs) -> Iterator[Result]:
    costs = _costs(sheet)
    if any(isinstance(item, FigureInput) for item in costs):
        yield compute(
            FigureEntry(
                "errors.threshold",
                "Probability from which acting is cheaper than not",
                FRACTION,
                note="For a calibrated probability, one action and one amount.",
            ),
            "{false_positive} / ({false_positive} + {false_negative})",
            cost_threshold,
            false_positive=mixed(*costs) or costs[0],
            false_negative=costs[1],
        )


def _correction(sheet: EstimateInputs) -> Iterator[Result]:
    """Show what a score of 50% means where negatives were sampled."""
    for id, dataset in sheet.design.datasets.items():
        if dataset.negative_rate and dataset.negative_rate.high < 1:
            yield compute(
                FigureEntry(
                    f"errors.{id}.half-is",
                    f"{dataset.name or id}: what an uncorrected score of 50% is",
                    FRACTION,
                ),
                "50% / (50% + (1 - 50%) / {kept})",
                lambda kept: corrected_probability(HALF, kept),
                kept=sheet.stated("datasets", id, "negative-rate", label="kept"),
            )
