"""DK753 no-deletion-path."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.personal import (
    indexes_out_of_reach,
    out_of_reach,
    personal_indexes,
    personal_stores,
)
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.durations import DAY
from designkit.quantities.writing import listed

MONTH, LONGEST = 31 * DAY, 92 * DAY
"""Seconds within which a request is answered, and with the extension by two months."""


def _applies(facts: Facts) -> bool:
    design = facts.design
    marks = [part.pii for part in design.components.values()]
    marks += [feature.pii for feature in design.features.values()]
    listed = design.privacy.data if design.privacy else ()
    keeps = facts.with_role(Role.KEEPS_ROWS) or personal_indexes(facts)
    return bool(keeps) and any((*marks, *listed))


@rule(
    "DK753",
    Severity.ERROR,
    kinds=(*kinds_with(Role.KEEPS_ROWS), "ann-index", "inverted-index"),
    applies=_applies,
)
def no_deletion_path(facts: Facts) -> Iterator[Finding]:
    """Whoever keeps personal data should be able to delete it everywhere.

    One user is in the lake, in yesterday's feature history, in the online store, in
    two logs and in a frozen training set. A request for erasure must be answered
    within a month, and a copy that no job reaches is still there afterwards, ready to
    be trained on again. By hand this works for the first ten requests. What people
    wrote is also in the memory, the cached answers and the traces of an assistant, and
    in an index to which documents are only added. A store without a tag that is fed
    from one with a tag keeps the same people; whoever takes the person out of the rows
    says `pii: none`.

    Bad:
    ```yaml
    components:
      log: {kind: event-log, pii: personal}
      lake: {kind: lake, pii: personal}             # <- not reached
      privacy: {kind: privacy-service, covers: [log]}
    ```

    Good:
    ```yaml
    components:
      log: {kind: event-log, pii: personal}
      lake: {kind: lake, pii: personal}
      privacy: {kind: privacy-service, covers: [log, lake], sla: 30 d}
    ```

    Fix: Add a privacy-service, list under covers every store that keeps people's rows,
    and state the sla within which a deletion is complete: at most a month.

    Source: Regulation (EU) 2016/679 (GDPR), Articles 17 and 12(3); Breck et al. 2017,
    The ML Test Score, Data 5.
    """
    indexes = personal_indexes(facts)
    found = {**personal_stores(facts), **indexes}
    stores = tuple(facts.design.components[id] for id in found)
    services = facts.of_kind("privacy-service")
    if not services:
        yield Finding(
            facts.place_of(*stores),
            "personal data is kept, and no privacy-service deletes it on request",
            unstated=facts.state("privacy", "deletion") is State.PRESENT,
        )
        return
    kept = [store for store in stores if store.id not in indexes]
    missed = out_of_reach(facts, kept) + indexes_out_of_reach(facts, indexes)
    silent = [service for service in services if _is_silent(facts, service)]
    for service in silent if missed else ():
        names = listed(sorted(store.id for store in missed))
        yield Finding(
            ("components", service.id, "covers"),
            f"{service.id} does not say that it covers {names}",
            unstated=True,
        )
    for store in () if silent else missed:
        yield Finding(
            ("components", store.id),
            f"{store.id} keeps {_told(store, *found[store.id])}, and no "
            "privacy-service covers it",
            unstated=not store.pii,
        )
    yield from _late(services)


def _told(store: Component, pii: str, source: str) -> str:
    """Say what a store keeps, and whose rows they are where it has no tag."""
    return f"{pii} data" + (f" of {source}" if source != store.id else "")


def _late(services: tuple[Component, ...]) -> Iterator[Finding]:
    """Find the services that take longer than the law gives them."""
    for service in services:
        sla = service.quantity("sla")
        if sla and sla.low > MONTH:
            longest = sla.low > LONGEST
            yield Finding(
                ("components", service.id, "sla"),
                f"{service.id} completes a deletion within {sla}; a month is owed, "
                "three at most where a request is complex",
                severity=None if longest else Severity.WARNING,
                rests_on=(sla,),
            )


def _is_silent(facts: Facts, service: Component) -> bool:
    return facts.state("components", service.id, "covers") is State.UNSTATED
