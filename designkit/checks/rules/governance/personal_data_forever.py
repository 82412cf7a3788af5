"""DK761 personal-data-forever."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.personal import personal_rows
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


def _keeps_for_ever(facts: Facts) -> bool:
    return bool(_endless(facts)) or _promises(facts)


@rule(
    "DK761",
    Severity.WARNING,
    keys=("components.*.retention", "privacy.retention"),
    applies=_keeps_for_ever,
)
def personal_data_forever(facts: Facts) -> Iterator[Finding]:
    """Personal data should be kept for a time that its purpose needs, not for ever.

    A store without an end is a decision that nobody took: the purpose for which people
    gave their data is over in months, and each year adds rows that can leak, that a
    court can ask for, and that a model can learn again from persons who have left. The
    law wants a limit for every copy, or data that no longer says who it is about. For
    sensitive data, and in a design of tier 1, this is an error.

    What takes events or raw tables from a part with personal data holds them too, so
    long as it does not say `pii: none`.

    Bad:
    ```yaml
    components:
      log: {kind: event-log, pii: personal, retention: 7 d}
      lake:
        kind: lake
        pii: personal
        retention: for ever                         # <- no purpose lasts so long
    ```

    Good:
    ```yaml
    components:
      log: {kind: event-log, pii: personal, retention: 7 d}
      lake: {kind: lake, pii: personal, retention: 15 months}
      totals: {kind: lake, pii: none, retention: for ever}
    flows:
      batches:
        - log -> lake: event
        - lake -> totals: raw-table
    ```

    Fix: State how long the purpose needs the rows and delete them after that; keep sums
    or anonymous rows for ever in a place of their own, with `pii: none`.

    Source: Regulation (EU) 2016/679 (GDPR), Article 5(1)(e), storage limitation.
    """
    for part in _endless(facts):
        if part.pii:
            yield Finding(
                ("components", part.id, "retention"),
                f"{part.id} keeps {part.pii} data for ever; state a time after which "
                "it is deleted",
                severity=_severity(facts, part.pii),
            )
        else:
            yield from _handed_on(facts, part)
    yield from _promised(facts)


def _endless(facts: Facts) -> tuple[Component, ...]:
    parts = facts.design.components.values()
    kept = ((part, part.quantity("retention")) for part in parts)
    return tuple(part for part, time in kept if time and time.is_endless)


def _severity(facts: Facts, pii: str) -> Severity:
    is_grave = pii == "sensitive" or facts.design.tier == 1
    return Severity.ERROR if is_grave else Severity.WARNING


def _handed_on(facts: Facts, part: Component) -> Iterator[Finding]:
    """Tell of rows about persons that reach a part which says nothing of them."""
    pii, giver = personal_rows(facts).get(part.id, ("", ""))
    if giver:
        yield Finding(
            ("components", part.id, "retention"),
            f"{part.id} keeps for ever what comes from {giver}, which holds {pii} "
            "data, and does not say whether that is in it",
            related=((("components", giver, "pii"), "holds personal data"),),
            unstated=True,
            severity=_severity(facts, pii),
        )


def _promises(facts: Facts) -> bool:
    kept = facts.quantity("privacy", "retention")
    return kept is not None and kept.is_endless


def _promised(facts: Facts) -> Iterator[Finding]:
    """Tell of a section on privacy that gives personal data no end."""
    if _promises(facts):
        marks = [part.pii for part in facts.design.components.values()]
        marks += [feature.pii for feature in facts.design.features.values()]
        yield Finding(
            ("privacy", "retention"),
            "the design keeps personal data for ever; state a time for each purpose",
            severity=_severity(facts, "sensitive" if "sensitive" in marks else ""),
        )
