"""DK227 judge-of-own-family."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.judges import models_asked, people_judge_as_well
from designkit.analysis.language import of_ids
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

GRADED = Trail(("trace", "completion", "dataset"), ends_at=("judge",))
"""What is graded, on its way to the judge."""


@rule("DK227", Severity.WARNING, kinds=("judge",))
def judge_of_own_family(facts: Facts) -> Iterator[Finding]:
    """A model should not be alone in grading what it wrote.

    Models rate what sounds like themselves higher, in tests by 10 and by 25 points of
    wins, and do not see the mistakes that they make. What such a judge lets pass is
    what its own kind writes, and a better model of another kind loses.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent}
      model: {kind: hosted-model}
      traces: {kind: prediction-log}
      grade: {kind: judge}                         # <- marks its own paper
    flows:
      calls:
        - app -> ask: request
        - ask -> model: prompt
        - grade -> model: prompt
      streams: [ask -> traces -> grade: trace]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent}
      model: {kind: hosted-model}
      traces: {kind: prediction-log}
      raters: {kind: human-labeling}
      grade: {kind: judge}
    flows:
      calls:
        - app -> ask: request
        - ask -> model: prompt
        - grade -> model: prompt
      streams: [ask -> traces -> grade: trace]
      batches:
        - traces -> raters: trace
        - raters -> grade: label
    ```

    Fix: Let a model of another vendor grade, or let people judge a sample of the same
    cases and give their verdicts to the judge.

    Source: Zheng et al. 2023, Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena,
    on self-enhancement bias.
    """
    for judge in facts.of_kind("judge"):
        same = _own(facts, judge)
        if same and not people_judge_as_well(facts, judge):
            yield Finding(
                ("components", judge.id),
                f"{judge.id} grades what {same.id} wrote with {same.id} itself, and no "
                "people besides",
            )


def _own(facts: Facts, judge: Component) -> Component | None:
    """Return the model that grades for `judge` and wrote what is graded, if any.

    Behind a door to several models another than the writer may grade.
    """
    graded = facts.lineage.behind((judge.id,), GRADED)
    writers = of_ids(facts, graded, lambda part: part.kind == "agent")
    wrote = {
        model.id for it in writers for model in models_asked(facts, it.id)
    } | graded
    asked = models_asked(facts, judge.id)
    return asked[0] if len(asked) == 1 and asked[0].id in wrote else None
