"""DK655 personal-data-to-provider."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import SENT, of_ids
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed

TERMS = ("region", "data-retention", "trains-on-data")
"""What a contract says of the text that is sent."""


@rule("DK655", Severity.WARNING, kinds=("hosted-model",), tier_1=Severity.ERROR)
def personal_data_to_provider(facts: Facts) -> Iterator[Finding]:
    """Personal data should leave only under terms that are known.

    Whoever runs a model for others gets all that its prompts hold. Where the text goes,
    how long it is kept and whether it is learnt from are settled by a contract or by
    defaults that nobody chose.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      memory: {kind: session-memory, pii: personal}
      model: {kind: hosted-model}                  # <- and then?
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
      lookups: [memory -> assist: passages]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      memory: {kind: session-memory, pii: personal}
      model:
        kind: hosted-model
        region: eu
        data-retention: 0 d
        trains-on-data: false
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
      lookups: [memory -> assist: passages]
    ```

    Fix: State `region`, `data-retention` and `trains-on-data` as the contract has them,
    or take out what names a person before the text leaves (a guardrail with
    `mode: redact`).

    Source: Regulation (EU) 2016/679 (GDPR), articles 28 and 44; NIST AI 600-1 (2024),
    data privacy.
    """
    masked = {
        g.id for g in facts.of_kind("guardrail") if g.texts("mode") == ("redact",)
    }
    for model in facts.of_kind("hosted-model"):
        personal = of_ids(
            facts, facts.lineage.behind((model.id,), SENT), lambda part: bool(part.pii)
        )
        sent = facts.lineage.givers((p.id for p in personal), SENT, masked)
        if model.id in sent:
            yield from _asked(facts, model, personal)


def _asked(
    facts: Facts, model: Component, personal: tuple[Component, ...]
) -> Iterator[Finding]:
    at = ("components", model.id)
    states = {key: facts.state(*at, key) for key in TERMS}
    if model.attributes.get("trains-on-data") is True:
        yield Finding(
            (*at, "trains-on-data"),
            f"the owner of {model.id} learns from "
            f"personal data of {listed(part.id for part in personal)}",
        )
    open_ones = [key for key, state in states.items() if state is State.UNSTATED]
    if open_ones:
        yield Finding(
            at,
            f"personal data of {listed(it.id for it in personal)} go to {model.id}, "
            f"which does not say its {listed(open_ones)}",
            unstated=len(open_ones) < len(TERMS),
        )
