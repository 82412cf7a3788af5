"""DK660 halves-not-apart."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import answers_from_passages
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

HALVES = ("retrieval", "generation")
"""What is judged apart, by the purpose of a set of cases."""


@rule(
    "DK660",
    Severity.WARNING,
    kinds=("agent",),
    applies=lambda facts: bool(answers_from_passages(facts)),
)
def halves_not_apart(facts: Facts) -> Iterator[Finding]:
    """What search misses and what the model gets wrong should be measured apart.

    One number from end to end says that a quarter of the answers are wrong, and not
    whether the passage was not found or was not used. The cures are different: cuts,
    encoders and filters for the one, prompts and models for the other.

    Bad:
    ```yaml
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
    evaluation:
      sets:                                        # <- 76% right, nobody knows why
        - {id: answers, cases: 400, purpose: task}
    ```

    Good:
    ```yaml
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
    evaluation:
      sets:
        - {id: passages, cases: 400, purpose: retrieval}
        - {id: writing, cases: 400, purpose: generation}
    ```

    Fix: Add a set of questions with the passages that answer them (`purpose:
    retrieval`), and one in which the right passages are given (`purpose: generation`).

    Source: Es et al. 2023, Ragas (context and answer measured separately).
    """
    evaluation = facts.design.evaluation
    purposes = (
        {it.purpose for it in evaluation.sets} if evaluation else set[str | None]()
    )
    missing = [half for half in HALVES if half not in purposes]
    if missing and None not in purposes:
        path = ("evaluation", "sets")
        yield Finding(
            path,
            f"no set of cases judges {listed(missing)} apart",
            unstated=facts.state(*path) is State.UNSTATED,
        )
