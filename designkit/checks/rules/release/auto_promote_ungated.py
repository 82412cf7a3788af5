"""DK504 auto-promote-ungated."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stated import deployer_gates, gates
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

AUTOMATIC = "automatic"
"""What an approval is that waits for nobody."""


@rule("DK504", Severity.ERROR, kinds=("model-registry",))
def auto_promote_ungated(facts: Facts) -> Iterator[Finding]:
    """A model that goes out by itself should pass a gate first.

    When training, registration and release run without a person, a day of broken data
    becomes a broken model for everybody by next morning, and each step reports success
    on the way. Automation is fine, and needed where models are renewed every hour; it
    only has to contain something that can refuse.

    A version goes out by itself where `approval` is `automatic` or `none`; any other
    text names who or what approves.

    Bad:
    ```yaml
    components:
      evaluate: {kind: evaluator, gates: none}
      registry:
        kind: model-registry
        approval: automatic      # <- and nothing can say no
    ```

    Good:
    ```yaml
    components:
      evaluate: {kind: evaluator, gates: [PR-AUC >= champion - 0.002]}
      registry:
        kind: model-registry
        approval: automatic
    ```

    Fix: Give the evaluator gates with numbers and the release conditions on its canary,
    or let a person approve.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 4 and 6; Google Cloud,
    MLOps: Continuous delivery and automation pipelines in machine learning, levels 1
    and 2.
    """
    before = gates(facts)
    if before.texts or deployer_gates(facts).texts:
        return
    for registry in facts.of_kind("model-registry"):
        path = ("components", registry.id, "approval")
        if _goes_by_itself(facts, path):
            yield Finding(
                path,
                f"{registry.id} approves every model by itself and no gate is stated",
                unstated=before.state is State.UNSTATED,
            )


def _goes_by_itself(facts: Facts, path: tuple[str, ...]) -> bool:
    said = (text.casefold() for text in facts.texts(*path))
    return facts.state(*path) is State.ABSENT or AUTOMATIC in said
