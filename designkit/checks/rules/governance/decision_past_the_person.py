"""DK762 decision-past-the-person."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.roles import has_role
from designkit.catalog.kind import Stage
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

HANDED_ON = ("decision", "response", "prediction")
"""Data types as which a decision travels to where it is carried out."""

SHOWN = (*HANDED_ON, "review-task", "explanation", "candidates")
"""Data types as which it comes before a person."""

PEOPLE = ("client", "person")
"""Kinds that may be shown a decision without carrying it out."""

RECORDS = (Stage.GOVERNANCE, Stage.MONITORING, Stage.TRAINING)
"""Stages at which a decision ends up as a record, and nothing is done."""


@rule("DK762", Severity.ERROR, keys=("components.*.accepted-by",))
def decision_past_the_person(facts: Facts) -> Iterator[Finding]:
    """What a person has to accept should not be carried out before that person saw it.

    A price, a dose or a dismissal is suggested, and somebody answers for it. One more
    flow, drawn to save an hour, carries the suggestion into the system that acts, and
    the person signs what has been done. Nothing fails and nobody notices, until it is
    asked who decided.

    It asks where a component says who accepts its decisions (`accepted-by`), and
    follows decisions to systems of others, which act, and to clients, who may. Logs,
    monitors and audits only keep them. Where some decisions need a person and others
    do not, let two components take them.

    Bad:
    ```yaml
    components:
      price: {kind: optimizer, accepted-by: desk}
      desk: {kind: review-queue}
      hotel: {kind: source-db}                      # <- has it before the desk does
    flows:
      batches:
        - price -> desk, hotel: decision
        - desk -> hotel: decision
    ```

    Good:
    ```yaml
    components:
      price: {kind: optimizer, accepted-by: desk}
      desk: {kind: review-queue}
      hotel: {kind: source-db}
      suggestions: {kind: prediction-log}
    flows:
      batches:
        - price -> desk, suggestions: decision
        - desk -> hotel: decision
    ```

    Fix: Send decisions to the person alone, and let the flow to what carries them out
    begin there; take `accepted-by` away if nobody needs to accept.

    Source: Regulation (EU) 2024/1689 (AI Act), Article 14, on human oversight;
    Regulation (EU) 2016/679 (GDPR), Article 22.
    """
    for id, component in facts.design.components.items():
        for person in component.texts("accepted-by"):
            past = facts.descendants((id,), *HANDED_ON, around=person) - {id}
            acting = [p for p in facts.design.components.values() if p.id in past]
            for part in (p for p in acting if _acts(facts, p)):
                yield _past(component, person, part)
            if person not in facts.descendants((id,), *SHOWN):
                path = ("components", id, "accepted-by")
                message = f"no decision of {id} reaches {person}, who is to accept it"
                yield Finding(path, message, severity=Severity.WARNING)


def _acts(facts: Facts, part: Component) -> bool:
    """Whether a decision is carried out there; a general kind may just hand it on."""
    if has_role(part, Role.GENERAL) and facts.flows_from(part.id, *HANDED_ON):
        return False
    return has_role(part, Role.SINK) and facts.kind_of(part.id).stage not in RECORDS


def _past(component: Component, person: str, part: Component) -> Finding:
    """Tell where a decision is carried out; people may only be shown it."""
    return Finding(
        ("components", part.id),
        f"{part.id} gets decisions of {component.id} that {person} has not accepted",
        related=((("components", component.id, "accepted-by"), "to be accepted here"),),
        severity=Severity.WARNING if part.kind in PEOPLE else None,
    )
