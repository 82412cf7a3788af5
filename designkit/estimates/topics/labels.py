"""Labels: how many are known in time, and when the rest is."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term, called
from designkit.estimates.formulas.maturity import (
    age_for_share,
    mature_share,
    sampled_rate,
)
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.learning import Dataset
from designkit.quantities.measure import COUNT, DURATION, FRACTION

DELAY = "The delay is taken as lognormal through its p50 and p95."


@topic(90, "Labels", Chapter.LABELS)
def labels(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the share of outcomes known when a dataset is built, and what it lacks."""
    delay = {name: _delay(sheet, name) for name in ("p50", "p95")}
    if isinstance(delay["p50"], Lack) and isinstance(delay["p95"], Lack):
        delay = {"p95": delay["p95"], "p50": delay["p50"]}
    for id in _learnt(sheet):
        dataset = sheet.design.datasets[id]
        if dataset.maturity or dataset.youngest:
            yield from _of_dataset(sheet, id, dataset, delay)
    yield compute(
        FigureEntry(
            "labels.age-of-95-percent",
            "Age at which 95% of the labels are known",
            DURATION,
            note=DELAY,
        ),
        "{p50} * ({p95} / {p50})^(z(95%) / 1.645)",
        lambda p50, p95: age_for_share(0.95, p50, p95),
        **delay,
    )
    yield from _positives(sheet)


def _delay(sheet: EstimateInputs, name: str) -> Term:
    of_problem = sheet.stated("problem", "label", "delay", name, label=f"delay {name}")
    joiners = [
        sheet.stated("components", joiner.id, "delay", name, label=f"delay {name}")
        for joiner in sheet.facts.of_kind("label-joiner")
    ]
    return first(of_problem, *joiners)


def _of_dataset(
    sheet: EstimateInputs, id: str, dataset: Dataset, delay: dict[str, Term]
) -> Iterator[Result]:
    prefix = "labels" if id == _learnt(sheet)[0] else f"labels.{id}"
    name, at = dataset.name or id, "youngest" if dataset.youngest else "maturity"
    share = compute(
        FigureEntry(
            f"{prefix}.mature-share",
            f"{name}: labels known when the youngest example is used",
            FRACTION,
            note=DELAY,
        ),
        "Φ(1.645 * ln({age} / {p50}) / ln({p95} / {p50}))",
        lambda age, p50, p95: mature_share(age, p50, p95),
        age=sheet.stated("datasets", id, at, label="age"),
        **delay,
    )
    yield share
    rate = sheet.stated("problem", "label", "positive-rate")
    if isinstance(rate, FigureInput) and rate.value < 0.5:
        yield compute(
            FigureEntry(
                f"{prefix}.observed-rate",
                f"{name}: positive rate of the youngest examples, as it looks",
                FRACTION,
                note="Divide by the share to get the true rate.",
            ),
            "{rate} * {share}",
            lambda rate, share: rate * share,
            rate=rate,
            share=called(share, "share known"),
        )


def _learnt(sheet: EstimateInputs) -> tuple[str, ...]:
    """Return the datasets of the first model, which has the label of the problem."""
    models = sheet.design.models.values()
    named = next((model.datasets for model in models if model.datasets), ())
    return named or tuple(sheet.design.datasets)


def _positives(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the positive examples of each dataset, and the rate that sampling makes."""
    for id, dataset in sheet.design.datasets.items():
        if dataset.examples and dataset.positive_rate:
            yield compute(
                FigureEntry(
                    f"labels.{id}.positives",
                    f"{dataset.name or id}: positive examples",
                    COUNT,
                ),
                "{examples} * {rate}",
                lambda examples, rate: examples * rate,
                examples=sheet.stated("datasets", id, "examples"),
                rate=sheet.stated("datasets", id, "positive-rate"),
            )
        if _is_sampled(dataset) and not dataset.positive_rate:
            yield compute(
                FigureEntry(
                    f"labels.{id}.sampled-rate",
                    f"{dataset.name or id}: positive rate after sampling negatives",
                    FRACTION,
                ),
                "{rate} / ({rate} + (1 - {rate}) * {kept})",
                sampled_rate,
                rate=sheet.stated("problem", "label", "positive-rate"),
                kept=sheet.stated("datasets", id, "negative-rate", label="kept"),
            )


def _is_sampled(dataset: Dataset) -> bool:
    return dataset.negative_rate is not None and dataset.negative_rate.high < 1
