"""DK207 uncorrected-downsampling."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stated import positive_rate
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.maturity import sampled_rate
from designkit.model.learning import Model
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_fraction


@rule("DK207", Severity.ERROR)
def uncorrected_downsampling(facts: Facts) -> Iterator[Finding]:
    """Sampled negatives should be made up for before a score is called a probability.

    Who keeps a tenth of the negatives teaches the model a world with almost ten times
    the positives: of a true 1% it makes 9.2%. The order of the scores stays, so that
    ranking metrics notice nothing, while every bid, threshold and expected loss is
    computed with the wrong number. For a model that only orders it is worth a note.

    Bad:
    ```yaml
    problem:
      label: {name: click, positive-rate: 1%}
    components:
      dataset: {kind: dataset-builder}
    datasets:
      clicks:
        built-by: dataset
        negative-rate: 10%                                # <- a true 1% reads 9.2%
        reweighted: false
    models:
      ctr: {datasets: clicks, output: probability}
    ```

    Good:
    ```yaml
    problem:
      label: {name: click, positive-rate: 1%}
    components:
      dataset: {kind: dataset-builder}
    datasets:
      clicks: {built-by: dataset, negative-rate: 10%, reweighted: true}
      clicks-raw: {built-by: dataset, negative-rate: 10%, reweighted: false}
    models:
      ctr: {datasets: clicks, output: probability}
      ctr-small:
        datasets: clicks-raw
        output: probability
        calibration: q = p / (p + (1 - p) / 10%)
    ```

    Fix: Give each kept negative the weight 1 / rate, or correct the output:
    q = p / (p + (1 - p) / w) for a rate w; or calibrate on data that is not sampled.

    Source: He et al. 2014, Practical Lessons from Predicting Clicks on Ads at
    Facebook, section 6.
    """
    for examples in training_sets(facts):
        kept = examples.said.negative_rate
        corrected = examples.said.reweighted or not examples.is_learnt
        if kept is None or kept.high >= 1 or corrected:
            continue
        bent = tuple(m for m in examples.models if not _is_corrected(facts, m))
        if bent or (not examples.models and not facts.has("calibrator")):
            unstated = examples.state("reweighted") is State.UNSTATED
            severity = _severity(bent)
            message = _message(facts, examples, kept)
            path = examples.place("negative-rate")
            yield Finding(path, message, unstated=unstated, severity=severity)


def _severity(models: tuple[Model, ...]) -> Severity | None:
    """Take it lightly when no model may be meant to give probabilities."""
    harmless = models and not any(m.output in ("probability", None) for m in models)
    return Severity.INFO if harmless else None


def _is_corrected(facts: Facts, model: Model) -> bool:
    """Whether a calibration is stated, or a calibrator comes after the training."""
    calibrators = {component.id for component in facts.of_kind("calibrator")}
    if model.trained_by and calibrators:
        calibrators &= facts.descendants((model.trained_by,), "model")
    return bool(model.calibration or calibrators)


def _message(facts: Facts, examples: TrainingSet, kept: Quantity) -> str:
    rate = positive_rate(facts)
    message = f"{examples.id} keeps {kept} of the negatives and nothing makes up for it"
    if rate is None:
        return message
    seen = shown_fraction(round(sampled_rate(rate.value, kept.value), 3))
    return f"{message}: a true {rate} is learnt as {seen}"
