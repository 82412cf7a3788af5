"""Errors at the operating point: precision, alerts, people, and the best threshold."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.desk import desk
from designkit.estimates.figure import FigureInput, Result, Term
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


def _at_the_point(sheet: EstimateInputs) -> Iterator[Result]:
    rate = sheet.stated("problem", "label", "positive-rate", label="positive rate")
    point = _point(sheet)
    yield compute(
        FigureEntry("errors.precision", "Precision at the operating point", FRACTION),
        "{base_rate} * {tpr} / ({base_rate} * {tpr} + (1 - {base_rate}) * {fpr})",
        precision,
        base_rate=rate,
        **point,
    )
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


def _items(sheet: EstimateInputs) -> Term:
    return first(
        sheet.stated("workload", "requests-per-day"),
        sheet.result("traffic.requests-per-day"),
    )


def _threshold(sheet: EstimateInputs) -> Iterator[Result]:
    at = ("problem", "costs")
    costs = [
        sheet.stated(*at, f"false-{which}", label=f"cost of a false {which}")
        for which in ("positive", "negative")
    ]
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
