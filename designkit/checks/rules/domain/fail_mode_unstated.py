"""DK814 fail-mode-unstated."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stakes import falls_on_people
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK814", Severity.ERROR, kinds=("decision-engine",), applies=falls_on_people)
def fail_mode_unstated(facts: Facts) -> Iterator[Finding]:
    """A decision engine should say what it does when there is no score.

    Some day the score is late for everybody. Failing open lets every thief through,
    failing closed refuses every customer: at 30 million payments a day that is 1.25
    million an hour. Which of the two is cheaper is for the business to say, beforehand
    and by amount, and not for whoever wrote the exception handler.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      decide: {kind: decision-engine}               # <- and without a score?
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      decide: {kind: decision-engine, fail-mode: rules}
    ```

    Fix: State fail-mode at the decision-engine: open, closed, review or rules. Rules by
    amount or severity are the usual answer.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 22, on graceful
    degradation.
    """
    for engine in facts.of_kind("decision-engine"):
        path = ("components", engine.id, "fail-mode")
        state = facts.state(*path)
        if state is not State.PRESENT:
            yield Finding(
                path,
                f"{engine.id} does not say what it does without a score",
                unstated=state is State.UNSTATED,
            )
