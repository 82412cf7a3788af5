"""DK756 no-reasons."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.lineage import Trail
from designkit.analysis.stakes import falls_on_people
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

TOLD = ("client", "person", "device", "third-party", "appeal-process", "review-queue")
"""Who can do something with reasons."""

REASONS = Trail(
    ("explanation", "response", "decision", "event", "prediction", "raw-table"),
    unsaid=True,
)
"""Reasons on their way, over letters, logs and services."""


@rule(
    "DK756",
    Severity.WARNING,
    kinds=("decision-engine",),
    applies=falls_on_people,
)
def no_reasons(facts: Facts) -> Iterator[Finding]:
    """A decision against a person should come with its reasons.

    People who are refused without a reason ask support, support asks the team, and the
    team reads logs. Lenders owe specific reasons however complex the model is, and
    platforms owe a statement of reasons for what they remove. Reviewers and appeals
    need them as well: without reasons they can only repeat the score. Reasons that a
    prediction-log keeps among its `fields` can be given to them. Those that reach only
    machines are told to nobody.

    Bad:
    ```yaml
    components:
      checkout: {kind: client}
      score: {kind: model-server}
      decide: {kind: decision-engine}               # <- refuses without a word
    ```

    Good:
    ```yaml
    components:
      checkout: {kind: client}
      score: {kind: model-server}
      decide: {kind: decision-engine}
      explain: {kind: explainer, method: reason-codes}
    flows:
      streams:
        - score -> explain: prediction
        - explain -> checkout: explanation
    ```

    Fix: Add an explainer behind the score and send its reasons to the person, to the
    appeal and to the audit log; it may run after the answer, for refusals only.

    Source: Consumer Financial Protection Bureau, Circular 2022-03; Regulation (EU)
    2022/2065 (Digital Services Act), Article 17.
    """
    given = [f.source for f in facts.design.flows if f.carries == "explanation"]
    kept = facts.logged("reason", "reasons") is State.PRESENT
    if given:
        yield from _untold(facts, given, kept=kept)
        return
    if kept or facts.has("explainer"):
        return
    for engine in facts.of_kind("decision-engine"):
        yield Finding(
            ("components", engine.id),
            f"{engine.id} decides about people, and no explainer says why",
        )


def _untold(facts: Facts, makers: list[str], *, kept: bool) -> Iterator[Finding]:
    """Give who makes reasons if nobody gets them; those kept can still be asked for."""
    told = {part.id for part in facts.of_kind(*TOLD)}
    if not told & facts.lineage.ahead(makers, REASONS):
        at = makers[0]
        message = f"the reasons of {at} reach nobody whom the decision concerns"
        severity = Severity.INFO if kept else None
        yield Finding(("components", at), message, severity=severity)
