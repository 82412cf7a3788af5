"""DK208 resampled-evaluation."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK208", Severity.ERROR)
def resampled_evaluation(facts: Facts) -> Iterator[Finding]:
    """A model should be judged at the rate at which cases occur.

    Precision depends on how rare the positives are. A detector that finds 90% of the
    fraud and disturbs 1% of the good customers has a precision of 99% on a balanced
    test set; at one fraud in a thousand it is 8%, eleven false alarms to each hit.
    Sampling is a tool for training. The part that judges stays as it was found, or
    carries weights that restore it.

    Bad:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
      evaluate: {kind: evaluator}
    datasets:
      payments:
        built-by: dataset
        negative-rate: 5%
        held-out: resampled                               # <- a precision of nowhere
    ```

    Good:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
      evaluate: {kind: evaluator}
    datasets:
      payments: {built-by: dataset, negative-rate: 5%, held-out: natural}
    ```

    Fix: Sample after the split and only the part for training; keep the held-out part
    at the natural rate.

    Source: Saito and Rehmsmeier 2015, The Precision-Recall Plot Is More Informative
    than the ROC Plot When Evaluating Binary Classifiers on Imbalanced Datasets (PLoS
    ONE 10, 3).
    """
    natural = any(_is_natural(examples) for examples in training_sets(facts))
    for examples in training_sets(facts):
        kept = examples.said.negative_rate
        if examples.said.held_out == "resampled":
            message = f"{examples.id} is judged on resampled examples"
            yield Finding(("datasets", examples.id, "held-out"), message)
        elif kept and kept.high < 1 and _is_open(examples) and not natural:
            message = (
                f"{examples.id} keeps {kept} of the negatives and does not say whether "
                "the part that judges is sampled as well"
            )
            yield Finding(examples.place("held-out"), message, unstated=True)


def _is_natural(examples: TrainingSet) -> bool:
    """Whether there is a part at the natural rate that could be judged on."""
    kept = examples.said.negative_rate
    return examples.said.held_out == "natural" or bool(kept and kept.low >= 1)


def _is_open(examples: TrainingSet) -> bool:
    """Whether nothing is said of the held-out part, nor of weights that restore it."""
    unsaid = examples.state("held-out") is State.UNSTATED
    return unsaid and not examples.said.reweighted
