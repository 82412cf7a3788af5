"""DK756 no-reasons."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stakes import falls_on_people
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


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
    prediction-log keeps among its `fields` can be given to them.

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
    given = any(flow.carries == "explanation" for flow in facts.design.flows)
    kept = facts.logged("reason", "reasons") is State.PRESENT
    if given or kept or facts.has("explainer"):
        return
    for engine in facts.of_kind("decision-engine"):
        yield Finding(
            ("components", engine.id),
            f"{engine.id} decides about people, and no explainer says why",
        )
