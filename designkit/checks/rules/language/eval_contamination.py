"""DK656 eval-contamination."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

CASES = Trail(("dataset",), ends_at=("dataset-builder",))
"""Cases of a test, on their way."""


@rule(
    "DK656", Severity.ERROR, kinds=("dataset-builder",), keys=("components.*.purpose",)
)
def eval_contamination(facts: Facts) -> Iterator[Finding]:
    """What is there to test should not be learnt from.

    A test that was learnt tests nothing: the number rises and the system does not get
    better. It happens by one flow, when a collection of hard cases that people graded
    is the best training data in the house.

    Bad:
    ```yaml
    components:
      raters: {kind: human-labeling}
      sets: {kind: dataset-builder, purpose: test}
      tune: {kind: trainer, method: lora}          # <- learns the questions of its exam
      evaluate: {kind: evaluator}
    flows:
      batches:
        - raters -> sets: label
        - sets -> tune, evaluate: dataset
        - tune -> evaluate: model
    ```

    Good:
    ```yaml
    components:
      raters: {kind: human-labeling}
      sets: {kind: dataset-builder, purpose: test}
      pairs: {kind: dataset-builder, purpose: train, form: pairs}
      tune: {kind: trainer, method: lora}
      evaluate: {kind: evaluator}
    flows:
      batches:
        - raters -> sets, pairs: label
        - sets -> evaluate: dataset
        - pairs -> tune: dataset
        - tune -> evaluate: model
    ```

    Fix: Build a second dataset to learn from, split by the document or the conversation
    that a case comes from. Where one builder gives both parts, leave its `purpose` out.

    Source: Kaufman et al. 2012, Leakage in Data Mining, section 4 (learn-predict
    separation).
    """
    for builder in facts.of_kind("dataset-builder"):
        if builder.texts("purpose") == ("test",):
            given = facts.lineage.ahead((builder.id,), CASES)
            for trainer in facts.of_kind("trainer", "tuner"):
                if trainer.id in given:
                    yield Finding(
                        ("components", trainer.id),
                        f"{trainer.id} learns from {builder.id}, which is to test it",
                    )
