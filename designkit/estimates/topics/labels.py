"""Labels: how many are known in time, and when the rest is."""

from collections.abc import Iterator, Mapping

from designkit.analysis.outcomes import LabelOutcome
from designkit.estimates.choosing import criterion, is_sampled, only_if
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term, called
from designkit.estimates.formulas.maturity import (
    age_for_share,
    mature_share,
    sampled_rate,
)
from designkit.estimates.formulas.rare import precision
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.problem import Label
from designkit.quantities.measure import COUNT, DURATION, FRACTION

DELAY = "The delay is taken as lognormal through its p50 and p95."


@topic(90, "Labels", Chapter.LABELS)
def labels(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the share of outcomes known when a dataset is built, and what it lacks."""
    for outcome in sheet.facts.outcomes.all:
        yield from _of_outcome(sheet, outcome)
    yield from _weights(sheet)
    yield from _positives(sheet)


def _of_outcome(sheet: EstimateInputs, outcome: LabelOutcome) -> Iterator[Result]:
    delay = {name: _delay(sheet, outcome, name) for name in ("p50", "p95")}
    if isinstance(delay["p50"], Lack) and isinstance(delay["p95"], Lack):
        if sheet.facts.trains_nothing and outcome.label == Label():
            return
        delay = {"p95": delay["p95"], "p50": delay["p50"]}
    learnt = _learnt(sheet, outcome)
    for id in learnt:
        dataset = sheet.design.datasets[id]
        if dataset.maturity or dataset.youngest:
            prefix = _prefix(outcome) + (f".{id}" if id != learnt[0] else "")
            yield from _of_dataset(sheet, outcome, id, prefix, delay)
    yield compute(
        FigureEntry(
            f"{_prefix(outcome)}.age-of-95-percent",
            _titled(outcome, "Age at which 95% of the labels are known"),
            DURATION,
            note=DELAY,
        ),
        "{p50} * ({p95} / {p50})^(z(95%) / 1.645)",
        lambda p50, p95: age_for_share(0.95, p50, p95),
        **delay,
    )
    yield from _trusted(sheet, outcome)


def _prefix(outcome: LabelOutcome) -> str:
    return f"labels.{outcome.id}" if outcome.id else "labels"


def _titled(outcome: LabelOutcome, title: str) -> str:
    name = outcome.label.name or outcome.id
    return f"{name}: {title[0].lower()}{title[1:]}" if outcome.id else title


def _delay(sheet: EstimateInputs, outcome: LabelOutcome, name: str) -> Term:
    label = f"delay {name}"
    return first(
        sheet.stated(*outcome.path, "delay", name, label=label),
        *(
            sheet.stated("components", joiner.id, "delay", name, label=label)
            for joiner in outcome.joiners
        ),
    )


def _of_dataset(
    sheet: EstimateInputs,
    outcome: LabelOutcome,
    id: str,
    prefix: str,
    delay: dict[str, Term],
) -> Iterator[Result]:
    dataset = sheet.design.datasets[id]
    name, at = dataset.name or id, "youngest" if dataset.youngest else "maturity"
    of = f" ({outcome.label.name or outcome.id})" if outcome.id else ""
    share = compute(
        FigureEntry(
            f"{prefix}.mature-share",
            f"{name}: labels known when the youngest example is used{of}",
            FRACTION,
            note=DELAY,
        ),
        "Φ(1.645 * ln({age} / {p50}) / ln({p95} / {p50}))",
        _known,
        age=sheet.stated("datasets", id, at, label="age"),
        **delay,
    )
    yield share
    rate = sheet.stated(*outcome.path, "positive-rate")
    if isinstance(rate, FigureInput):
        observed = compute(
            FigureEntry(
                f"{prefix}.observed-rate",
                f"{name}: positive rate of the youngest examples, as it looks{of}",
                FRACTION,
                note="Divide by the share to get the true rate.",
            ),
            "{rate} * {share}",
            lambda rate, share: rate * share,
            rate=rate,
            share=called(share, "share known"),
        )
        yield from only_if(criterion(_are_fewer, rate=rate), observed)


def _are_fewer(rate: float) -> float:
    return 1.0 if rate < 0.5 else 0.0


def _known(age: float, p50: float, p95: float) -> float:
    return mature_share(age, p50, p95)


def _learnt(sheet: EstimateInputs, outcome: LabelOutcome) -> tuple[str, ...]:
    """Return the datasets of a label; of one without an id, those of the first model.

    A dataset of which it is not known whether it has the label is left out.
    """
    known, models = sheet.facts.outcomes.datasets, sheet.design.models.values()
    having = known.get(outcome.id, ())
    if outcome.id:
        return having
    named = next((model.datasets for model in models if model.datasets), having)
    return tuple(id for id in named if id in {*having})


def _trusted(sheet: EstimateInputs, outcome: LabelOutcome) -> Iterator[Result]:
    """Give the part of the positive examples that are, where some labels are wrong."""
    trust = sheet.stated(*outcome.path, "trust")
    if isinstance(trust, FigureInput):
        yield compute(
            FigureEntry(
                f"{_prefix(outcome)}.right-positives",
                _titled(outcome, "Part of the examples called positive that are"),
                FRACTION,
                note="As many labels of either class are taken to be wrong.",
            ),
            "{rate} * {trust} / ({rate} * {trust} + (1 - {rate}) * (1 - {trust}))",
            lambda rate, trust: precision(rate, trust, 1 - trust),
            rate=sheet.stated(*outcome.path, "positive-rate"),
            trust=trust,
        )


def _weights(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the part of each label in the loss, where all of several state a weight."""
    known = [it for it in sheet.facts.outcomes.all if it.id]
    weights = {it.id: sheet.stated(*it.path, "weight", label=it.id) for it in known}
    if len(known) < 2 or any(isinstance(it, Lack) for it in weights.values()):
        return
    terms = {f"weight_{number}": it for number, it in enumerate(weights.values())}
    for outcome, name in zip(known, terms, strict=True):
        yield _weight_share(outcome, name, terms)


def _weight_share(
    outcome: LabelOutcome, name: str, terms: Mapping[str, FigureInput | Lack]
) -> Result:
    whole = " + ".join(f"{{{name}}}" for name in terms)
    return compute(
        FigureEntry(
            f"{_prefix(outcome)}.weight-share",
            _titled(outcome, "Part of the weights in the loss"),
            FRACTION,
            note="Losses of another size shift it further.",
        ),
        f"{{{name}}} / ({whole})",
        lambda **weights: weights[name] / sum(weights.values()),
        **terms,
    )


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
        kept = sheet.stated("datasets", id, "negative-rate", label="kept")
        if isinstance(kept, FigureInput) and not dataset.positive_rate:
            sampled = compute(
                FigureEntry(
                    f"labels.{id}.sampled-rate",
                    f"{dataset.name or id}: positive rate after sampling negatives",
                    FRACTION,
                ),
                "{rate} / ({rate} + (1 - {rate}) * {kept})",
                sampled_rate,
                rate=_natural(sheet, id),
                kept=kept,
            )
            yield from only_if(is_sampled(kept), sampled)


def _natural(sheet: EstimateInputs, id: str) -> Term:
    """Return the rate of the only label that a dataset has."""
    found = sheet.facts.outcomes.of_dataset(id).all
    if len(found) > 1:
        return Lack("", f"{id} has several labels, and a rate for each")
    return sheet.stated(*found[0].path, "positive-rate")
