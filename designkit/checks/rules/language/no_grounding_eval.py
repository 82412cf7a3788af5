"""DK659 no-grounding-eval."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State, mentions
from designkit.analysis.language import answers_from_passages
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

WORDS = ("groundedness", "grounded", "faithfulness", "faithful", "supported")
"""What people call it that passages support what is said."""


@rule(
    "DK659",
    Severity.WARNING,
    kinds=("agent",),
    applies=lambda facts: bool(answers_from_passages(facts)),
    tier_1=Severity.ERROR,
)
def no_grounding_eval(facts: Facts) -> Iterator[Finding]:
    """An assistant over documents should be measured on whether they support it.

    A fluent answer and a supported one look alike, and people who could tell them apart
    would not have asked. Groundedness counts the claims that the passages support; it
    says nothing about truth where the passages are wrong, so that retrieval is measured
    besides.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent}                           # <- it sounds good
      words: {kind: inverted-index}
      model: {kind: hosted-model}
    flows:
      calls:
        - app -> ask -> words: request
        - words -> ask: passages
        - ask -> model: prompt
    ```

    Good:
    ```yaml
    objectives: {groundedness: 95%}
    components:
      app: {kind: client}
      ask: {kind: agent}
      words: {kind: inverted-index}
      model: {kind: hosted-model}
    flows:
      calls:
        - app -> ask -> words: request
        - words -> ask: passages
        - ask -> model: prompt
    ```

    Fix: Promise a `groundedness` under `objectives`, and let a gate of the evaluation
    hold it.

    Source: Es et al. 2023, Ragas (faithfulness); NIST AI 600-1 (2024), confabulation.
    """
    evaluators = facts.of_kind("evaluator")
    told = (
        *facts.texts("evaluation", "gates"),
        *facts.texts("evaluation", "metrics"),
        *(text for part in evaluators for text in part.texts("gates")),
        *(text for part in evaluators for text in part.texts("metrics")),
    )
    path = ("objectives", "groundedness")
    if facts.state(*path) is not State.PRESENT and not mentions(WORDS, *told):
        agent = answers_from_passages(facts)[0].id
        yield Finding(
            ("components", agent),
            f"nothing measures whether passages support what {agent} says",
            unstated=facts.state(*path) is State.UNSTATED,
        )
