"""DK657 learns-from-own-answers."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

WRITTEN = Trail(
    ("completion", "trace", "raw-table", "event"), ends_at=("dataset-builder",)
)
"""What models wrote, through logs and lakes."""

GIVEN = Trail(("dataset",), ends_at=("dataset-builder",))
"""Datasets, on their way."""

LABELS = Trail(("label",), unsaid=True)
"""Verdicts, from whoever gave them."""

PEOPLE_AND_WORLD = ("human-labeling", "review-queue", "label-joiner", "appeal-process")
"""Kinds whose verdicts no model gave."""


@rule(
    "DK657",
    Severity.WARNING,
    kinds=("trainer",),
    applies=lambda facts: facts.has("agent", "llm-server", "hosted-model"),
    tier_1=Severity.ERROR,
)
def learns_from_own_answers(facts: Facts) -> Iterator[Finding]:
    """What models wrote should be learnt from only where people or the world agreed.

    A model that is fed with its own unchecked answers learns its mistakes as if they
    were facts, and loses what is rare a little more each round. That nobody complained
    is no verdict; a judge that is a model shares its errors.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      traces: {kind: prediction-log}
      grade: {kind: judge, agreement: 62%, agreement-cases: 300}
      pairs: {kind: dataset-builder, purpose: train}    # <- its own answers
      tune: {kind: trainer, method: lora}
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
      streams: [assist -> traces -> grade: trace]
      batches:
        - traces -> pairs: trace
        - grade -> pairs: label
        - pairs -> tune: dataset
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      traces: {kind: prediction-log}
      raters: {kind: human-labeling}
      pairs: {kind: dataset-builder, purpose: train}
      tune: {kind: trainer, method: lora}
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
      streams: [assist -> traces: trace]
      batches:
        - traces -> raters, pairs: trace
        - raters -> pairs: label
        - pairs -> tune: dataset
    ```

    Fix: Let people choose or correct what is learnt, or join it to what happened
    (tests passed, case closed), and keep a share of data that people wrote.

    Source: Alemohammad et al. 2023, Self-Consuming Generative Models Go MAD (quality or
    variety falls without fresh real data in each generation).
    """
    writers = [part.id for part in facts.of_kind("agent", "llm-server", "hosted-model")]
    read = facts.lineage.ahead(writers, WRITTEN)
    learners = {part.id for part in facts.of_kind("trainer")}
    people = {part.id for part in facts.of_kind(*PEOPLE_AND_WORLD)}
    for builder in facts.of_kind("dataset-builder"):
        if builder.id not in read or not _brings(facts, builder.id):
            continue
        learnt = not learners.isdisjoint(facts.lineage.ahead((builder.id,), GIVEN))
        if learnt and people.isdisjoint(facts.lineage.behind((builder.id,), LABELS)):
            yield Finding(
                ("components", builder.id),
                f"{builder.id} is made of what models wrote, and nobody but models has "
                "judged it",
            )


def _brings(facts: Facts, id: str) -> bool:
    """Whether the text itself gets there, and not only events around it."""
    return bool(facts.flows_to(id, "completion", "trace", "raw-table"))
