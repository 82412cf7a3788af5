"""DK669 judge-moves."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.judges import models_asked
from designkit.analysis.versions import moves
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


@rule("DK669", Severity.WARNING, kinds=("judge",))
def judge_moves(facts: Facts) -> Iterator[Finding]:
    """What grades should stay the same while things are compared.

    Last month's candidate was graded by one instrument and today's by another: the
    difference between them is that of the judges as much as that of the answers. It
    moves with the model behind it and with each sentence of its rubric, and how far it
    agrees with people was measured for one version of both.

    Bad:
    ```yaml
    components:
      traces: {kind: prediction-log}
      grade:
        kind: judge
        judge-version: large-latest                # <- another one tomorrow
    flows:
      streams: [traces -> grade: trace]
    ```

    Good:
    ```yaml
    components:
      traces: {kind: prediction-log}
      grade: {kind: judge, judge-version: large-2026-09-28 rubric 4}
    flows:
      streams: [traces -> grade: trace]
    ```

    Fix: State the exact `judge-version`, of the model and of the rubric; compare it
    with people again, and grade the baseline again, when either changes.

    Source: Zheng et al. 2023, Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena,
    on how far verdicts differ between judges.
    """
    for judge in facts.of_kind("judge"):
        path = ("components", judge.id, "judge-version")
        version = "".join(judge.texts("judge-version"))
        if version and moves(version):
            message = f"{judge.id} grades by {version}, which moves without a release"
            yield Finding(path, message)
        elif not version and not _asks_one_version(facts, judge):
            yield Finding(
                path,
                f"nothing says in which version {judge.id} grades",
                unstated=facts.state(*path) is State.UNSTATED,
            )


def _asks_one_version(facts: Facts, judge: Component) -> bool:
    """Whether the models that grade for it say which they are; what moves is asked."""
    models = models_asked(facts, judge.id)
    return bool(models) and all(model.texts("model-version") for model in models)
