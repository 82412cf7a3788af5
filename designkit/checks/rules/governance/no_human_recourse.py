"""DK755 no-human-recourse."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stakes import falls_on_people
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK755", Severity.ERROR, kinds=("decision-engine",), applies=falls_on_people)
def no_human_recourse(facts: Facts) -> Iterator[Finding]:
    """Whoever is refused by a model should be able to reach a person.

    At a precision of 90% every tenth refusal hits somebody who did nothing wrong, and
    the model is sure of each of them. European law gives people a human who can look
    again, and platforms a complaint procedure that may not be automatic alone. It is
    also where a system learns of its false positives, for nobody else reports them.

    It asks of engines whose `effects` are that they burden a person, or withhold
    something in a system of tier 1. Where none are stated, usual names of `actions`
    say it, such as suspend and block.

    Bad:
    ```yaml
    components:
      post: {kind: client}
      classify: {kind: stream-scorer}
      decide: {kind: decision-engine}               # <- no way back
    ```

    Good:
    ```yaml
    components:
      post: {kind: client}
      classify: {kind: stream-scorer}
      decide: {kind: decision-engine}
      appeal: {kind: appeal-process, sla: 48 h}
      review: {kind: review-queue, capacity: 3 k/day}
    ```

    Fix: Add an appeal-process with an sla, send its cases to a review-queue, and let
    verdicts flow back as labels.

    Source: Regulation (EU) 2016/679 (GDPR), Article 22(3); Regulation (EU) 2022/2065
    (Digital Services Act), Article 20.
    """
    if facts.has("appeal-process", "review-queue"):
        return
    for engine in facts.of_kind("decision-engine"):
        yield Finding(
            ("components", engine.id),
            f"{engine.id} decides about people, and none of them can reach a person: "
            "there is no appeal-process and no review-queue",
            unstated=facts.state("privacy", "recourse") is State.PRESENT,
        )
