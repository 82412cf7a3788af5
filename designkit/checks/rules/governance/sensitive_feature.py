"""DK758 sensitive-feature."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stakes import falls_on_people
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


def _reads_some(facts: Facts) -> bool:
    return any(f.pii == "sensitive" for f in facts.design.features.values())


@rule("DK758", Severity.WARNING, keys=("features.*.pii",), applies=_reads_some)
def sensitive_feature(facts: Facts) -> Iterator[Finding]:
    """A model should read what is sensitive only where something allows it.

    Origin, health, belief, sex life, and what stands in for them: the law forbids most
    uses, and a score that reads them treats people by their group even where it is
    right on average. A model finds such a value useful in any case, so a gain offline
    is no reason. If it must be read, somebody wrote down on which basis, and measures
    the groups apart. Where a decision refuses or accuses people, this is an error.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      decide: {kind: decision-engine, actions: [accept, decline]}
    features:
      origin: {definition: country of birth, pii: sensitive}       # <-
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      decide: {kind: decision-engine, actions: [accept, decline]}
    features:
      income: {definition: income of a year, pii: personal}
      allergies:
        definition: what the patient said
        pii: sensitive
        basis: explicit consent, Article 9(2)(a)
    ```

    Fix: Leave it out of what models read and keep it for checks of fairness (`used-by:
    none`), or say under `basis` what allows its use.

    Source: Regulation (EU) 2016/679 (GDPR), Article 9; Barocas, Hardt and Narayanan
    2023, Fairness and Machine Learning, chapter 3.
    """
    level = Severity.ERROR if falls_on_people(facts) else None
    for id, feature in facts.design.features.items():
        is_read = facts.state("features", id, "used-by") is not State.ABSENT
        if is_read and feature.pii == "sensitive" and not feature.basis:
            state = facts.state("features", id, "basis")
            yield Finding(
                ("features", id, "pii"),
                f"models read {id}, which is sensitive, and no basis is stated",
                severity=level,
                unstated=state is State.UNSTATED and level is None,
            )
