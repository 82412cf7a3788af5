"""Errors at the operating point: precision, alerts, people, and the best threshold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from designkit.analysis.outcomes import LabelOutcome
from designkit.analysis.thresholds import Threshold, thresholds
from designkit.estimates.choosing import is_sampled, only_if
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
from designkit.quantities.measure import COUNT, FRACTION, Unit

HALF = 0.5
FPR = "false-positive-rate"
ALERTS = "alerts-per-day"


@topic(110, "Errors and thresholds", Chapter.LABELS)
def errors(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what a threshold means in alerts, in people and in money."""
    points = [Decided(sheet, found) for found in thresholds(sheet.facts)]
    alerts = list[Result]()
    for decided in points:
        found = tuple(_at_the_point(decided))
        alerts += [result for result in found if result.id == decided.id(ALERTS)]
        yield from found
    if len(points) > 1:
        yield _of_all(alerts)
    for queue in sheet.facts.of_kind("review-queue"):
        yield from desk(sheet, queue)
    yield from _thresholds(sheet)
    yield from _correction(sheet)


@dataclass(frozen=True, slots=True)
class Decided:
    """A threshold, and the numbers that a design states about it."""

    sheet: EstimateInputs
    at: Threshold

    def id(self, name: str) -> str:
        """Return what its figure `name` is known by."""
        return f"errors.{self.at.id}.{name}" if self.at.id else f"errors.{name}"

    def entry(self, name: str, title: str, unit: Unit, note: str = "") -> FigureEntry:
        """Return its figure `name`; of several thresholds, with whose it is."""
        return FigureEntry(self.id(name), titled(self.at.name, title), unit, note)

    def stated(self, name: str, label: str = "") -> Term:
        """Return what is stated of the point."""
        return self.sheet.stated(*self.at.path, name, label=label)

    @property
    def point(self) -> dict[str, Term]:
        """Its true and its false positive rate."""
        fpr = self.stated("false-positive-rate", "FPR")
        return {"tpr": self.stated("recall"), "fpr": fpr}

    @property
    def rate(self) -> Term:
        """How frequent what it finds is."""
        path = (*self.at.outcome.path, "positive-rate")
        return self.sheet.stated(*path, label="positive rate")


def titled(name: str, title: str) -> str:
    """Write a title with the `name` of what it is of, if that has one."""
    plain = title if title[1].isupper() else f"{title[0].lower()}{title[1:]}"
    return f"{name}: {plain}" if name else title


def _of_all(alerts: Iterable[Result]) -> Result:
    """Add up the alerts of several thresholds."""
    terms = {f"part_{number}": called(it, it.id) for number, it in enumerate(alerts)}
    return compute(
        FigureEntry(
            f"errors.{ALERTS}",
            "Alerts on a day, of all labels",
            COUNT,
            note="What two of them flag counts twice.",
        ),
        " + ".join(f"{{{name}}}" for name in terms),
        lambda **parts: sum(parts.values()),
        **terms,
    )


def _of_the_point(of: Decided) -> Result:
    """Give the precision, or the false positive rate where the precision is stated."""
    stated = of.at.point
    if stated.precision and not stated.false_positive_rate:
        return compute(
            of.entry(FPR, "False positive rate of that precision", FRACTION),
            "{base_rate} * {tpr} * (1 - {precision}) / "
            "({precision} * (1 - {base_rate}))",
            fpr_for_precision,
            base_rate=of.rate,
            tpr=of.point["tpr"],
            precision=of.stated("precision"),
        )
    return compute(
        of.entry("precision", "Precision at the operating point", FRACTION),
        "{base_rate} * {tpr} / ({base_rate} * {tpr} + (1 - {base_rate}) * {fpr})",
        precision,
        base_rate=of.rate,
        **of.point,
    )


def _at_the_point(of: Decided) -> Iterator[Result]:
    rate = of.rate
    yield (of_the_point := _of_the_point(of))
    point = of.point
    if of_the_point.id == of.id(FPR):
        point["fpr"] = called(of_the_point, "FPR")
    yield compute(
        of.entry(
            "fpr-for-half",
            "False positive rate at which every second alert is right",
            FRACTION,
        ),
        "{base_rate} * {tpr} / (1 - {base_rate})",
        lambda base_rate, tpr: fpr_for_precision(base_rate, tpr, HALF),
        base_rate=rate,
        tpr=point["tpr"],
    )
    yield compute(
        of.entry(
            "auc",
            "ROC-AUC of a model with that point",
            FRACTION,
            "Scores of both classes are taken as normal with equal spread.",
        ),
        "Φ((z({tpr}) - z({fpr})) / √2)",
        binormal_auc,
        **point,
    )
    yield compute(
        of.entry(ALERTS, "Alerts on a day", COUNT),
        "{items} * ({base_rate} * {tpr} + (1 - {base_rate}) * {fpr})",
        alerts_per_day,
        items=_items(of.sheet),
        base_rate=rate,
        **point,
    )
    yield from _of_a_day(of, point)


def _of_a_day(of: Decided, point: dict[str, Term]) -> Iterator[Result]:
    """Give what is found, missed and flagged for nothing on a day, and its price."""
    known = {"items": _items(of.sheet), "base_rate": of.rate}
    yield (
        caught := compute(
            of.entry("caught-per-day", "Positives found on a day", COUNT),
            "{items} * {base_rate} * {tpr}",
            _caught,
            **known,
            tpr=point["tpr"],
        )
    )
    yield (
        missed := compute(
            of.entry("missed-per-day", "Positives missed on a day", COUNT),
            "{items} * {base_rate} * (1 - {tpr})",
            _missed,
            **known,
            tpr=point["tpr"],
        )
    )
    yield (
        false := compute(
            of.entry("false-alarms-per-day", "False alarms on a day", COUNT),
            "{items} * (1 - {base_rate}) * {fpr}",
            lambda items, base_rate, fpr: items * (1 - base_rate) * fpr,
            **known,
            fpr=point["fpr"],
        )
    )
    yield from _price(of, caught, missed, false)


def _caught(items: float, base_rate: float, tpr: float) -> float:
    return items * base_rate * tpr


def _missed(items: float, base_rate: float, tpr: float) -> float:
    return items * base_rate * (1 - tpr)


def _price(
    of: Decided, caught: Result, missed: Result, false: Result
) -> Iterator[Result]:
    """Give what a find costs in false alarms, and what all errors of a day cost."""
    alarm, miss = _costs(of.sheet, of.at.outcome)
    if isinstance(alarm, FigureInput):
        yield compute(
            of.entry("cost-per-find", "Cost of false alarms per find", alarm.unit),
            "{false} * {alarm} / {caught}",
            _cost_of_find,
            false=false,
            alarm=alarm,
            caught=caught,
        )
    if isinstance(alarm, FigureInput) and isinstance(miss, FigureInput):
        yield compute(
            of.entry("cost-per-day", "Cost of errors on a day", alarm.unit),
            "{false} * {alarm} + {missed} * {miss}",
            lambda false, alarm, missed, miss: false * alarm + missed * miss,
            false=false,
            alarm=mixed(alarm, miss) or alarm,
            missed=missed,
            miss=miss,
        )


def _cost_of_find(false: float, alarm: float, caught: float) -> float:
    return false * alarm / caught


def _costs(sheet: EstimateInputs, outcome: LabelOutcome) -> tuple[Term, Term]:
    """Return what a false alarm and a miss cost: for a label, else for all of them."""
    of_label = outcome.label.costs is not None
    path = (*outcome.path, "costs") if of_label else ("problem", "costs")
    positive, negative = (
        sheet.stated(*path, f"false-{which}", label=f"cost of a false {which}")
        for which in ("positive", "negative")
    )
    return positive, negative


def _items(sheet: EstimateInputs) -> Term:
    return first(
        sheet.stated("workload", "requests-per-day"),
        sheet.result("traffic.requests-per-day"),
    )


def _thresholds(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the threshold of each label with costs of its own, and that of the rest."""
    known = sheet.facts.outcomes.all
    for outcome in (it for it in known if it.label.costs):
        yield from _threshold(sheet, outcome)
    if shared := [it for it in known if not it.label.costs]:
        yield from _threshold(sheet, replace(shared[0], id=""))


def _threshold(sheet: EstimateInputs, outcome: LabelOutcome) -> Iterator[Result]:
    costs = _costs(sheet, outcome)
    name = (outcome.label.name or outcome.id) if outcome.id else ""
    if any(isinstance(item, FigureInput) for item in costs):
        yield compute(
            FigureEntry(
                f"errors.{outcome.id}.threshold" if outcome.id else "errors.threshold",
                titled(name, "Probability from which acting is cheaper than not"),
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
        kept = sheet.stated("datasets", id, "negative-rate", label="kept")
        if isinstance(kept, FigureInput):
            half = compute(
                FigureEntry(
                    f"errors.{id}.half-is",
                    f"{dataset.name or id}: what an uncorrected score of 50% is",
                    FRACTION,
                ),
                "50% / (50% + (1 - 50%) / {kept})",
                lambda kept: corrected_probability(HALF, kept),
                kept=kept,
            )
            yield from only_if(is_sampled(kept), half)
