"""DK511 nothing-to-roll-back-to."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

LEAST = 2
"""The version in service and the one before it."""


@rule("DK511", Severity.ERROR, kinds=("model-registry",))
def nothing_to_roll_back_to(facts: Facts) -> Iterator[Finding]:
    """A registry should keep the version to go back to.

    A rollback is a promise about an artefact that exists. A registry that keeps one
    version has replaced the good one by the bad one at the moment of release, and
    training it again takes hours, on data that may be what broke it.

    Bad:
    ```yaml
    components:
      train: {kind: trainer}
      registry:
        kind: model-registry
        keep-versions: 1                            # <- only the bad one is left
    ```

    Good:
    ```yaml
    components:
      train: {kind: trainer}
      registry: {kind: model-registry, keep-versions: 5}
    ```

    Fix: Keep five versions with their indexes, thresholds and features; two is the
    least.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 7.
    """
    for registry in facts.of_kind("model-registry"):
        kept = registry.quantity("keep-versions")
        if kept and kept.high < LEAST:
            yield Finding(
                ("components", registry.id, "keep-versions"),
                f"{registry.id} keeps {kept} version, so none is left to go back to",
                rests_on=(kept,),
            )
