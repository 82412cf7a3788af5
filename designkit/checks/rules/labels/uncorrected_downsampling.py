"""DK207 uncorrected-downsampling."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.lineage import Trail
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.maturity import sampled_rate
from designkit.model.component import Flow
from designkit.model.learning import Model
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_fraction

OUTCOMES = ("label", "event", "raw-table", "prediction", "decision")
"""As what examples come from traffic itself, if they come from there."""

EXAMPLES = Trail((*OUTCOMES, "dataset"), ends_at=("dataset-builder",))
"""Examples, from traffic or from a set that was built of it."""


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
    q = p / (p + (1 - p) / w) for a rate w; or calibrate on data that is not sampled
    (another dataset, or `held-out: natural`): a calibrator that is fitted on the
    thinned set learns its world.

    Source: He et al. 2014, Practical Lessons from Predicting Clicks on Ads at
    Facebook, section 6.
    """
    for examples in training_sets(facts):
        kept = _thinned_to(examples)
        if kept is None or not examples.is_learnt:
            continue
        bent = tuple(m for m in examples.models if not _is_corrected(facts, m))
        if bent or (not examples.models and not _is_mended(facts)):
            unstated = examples.state("reweighted") is State.UNSTATED
            severity = _severity(bent)
            message = _message(facts, examples, kept)
            path = examples.place("negative-rate")
            yield Finding(path, message, unstated=unstated, severity=severity)


def _is_mended(facts: Facts) -> bool:
    """Whether some calibrator may correct a set that no model is stated to learn."""
    return any(_sees_truth(facts, c.id) for c in facts.of_kind("calibrator"))


def _severity(models: tuple[Model, ...]) -> Severity | None:
    """Take it lightly when no model may be meant to give probabilities."""
    harmless = models and not any({"probability", None} & {*m.outputs} for m in models)
    return Severity.INFO if harmless else None


def _is_corrected(facts: Facts, model: Model) -> bool:
    """Whether a calibration is stated, or a calibrator corrects what is trained."""
    calibrators = {
        c.id for c in facts.of_kind("calibrator") if _sees_truth(facts, c.id)
    }
    if model.trained_by and calibrators:
        calibrators &= facts.descendants((model.trained_by,), "model")
    return all(model.calibrations) or bool(calibrators)


def _sees_truth(facts: Facts, calibrator: str) -> bool:
    """Whether a calibrator may be fitted on examples at their natural rate.

    It is not when all that is stated to reach it are sets that are thinned themselves.
    """
    others = facts.flows_to(calibrator, *OUTCOMES)
    reached = facts.ancestors((calibrator,), "dataset").union(
        *(facts.lineage.brought_by(flow, EXAMPLES) for flow in others)
    )
    sets = [s for s in training_sets(facts) if s.builder in reached]
    natural = (not _thinned_to(s) or s.said.held_out == "natural" for s in sets)
    traffic = (_has_traffic(facts, flow) for flow in others)
    return not sets or any(traffic) or any(natural)


def _has_traffic(facts: Facts, flow: Flow) -> bool:
    """Whether something that no set was built of may come along `flow`."""
    builders = {part.id for part in facts.of_kind("dataset-builder")}
    return bool(facts.lineage.origins(flow, EXAMPLES) - builders)


def _thinned_to(examples: TrainingSet) -> Quantity | None:
    """Return the share of the negatives that is kept without weights, if not all."""
    said = examples.said
    is_natural = said.negative_rate is None or said.negative_rate.high >= 1
    return None if is_natural or said.reweighted else said.negative_rate


def _message(facts: Facts, examples: TrainingSet, kept: Quantity) -> str:
    rates = [it.positive_rate for it in facts.outcomes.of_dataset(examples.id).all]
    rate = rates[0] if len(rates) == 1 else None
    message = f"{examples.id} keeps {kept} of the negatives and nothing makes up for it"
    if rate is None:
        return message
    seen = shown_fraction(round(sampled_rate(rate.value, kept.value), 3))
    return f"{message}: a true {rate} is learnt as {seen}"
