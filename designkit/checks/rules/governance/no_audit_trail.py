"""DK757 no-audit-trail."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.lineage import Trail
from designkit.analysis.stakes import HALF_A_YEAR, falls_on_people, is_contestable
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

RECORDS = Trail(
    ("decision", "audit-record", "explanation", "event", "raw-table"),
    ends_at=("client",),
    unsaid=True,
)
"""Decisions, over logs, tables and services; what a client does then is another."""


@rule(
    "DK757",
    Severity.WARNING,
    kinds=("decision-engine", "audit-log"),
)
def no_audit_trail(facts: Facts) -> Iterator[Finding]:
    """A decision about a person should be on record where nobody can change it.

    Months later a customer, a court or a regulator asks why. The model has been
    replaced ten times, thresholds moved, the features are overwritten. What the
    decision was, by which version and which rule, can then only be read where it was
    written down at the time, and it counts only if nobody could rewrite it.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      decide: {kind: decision-engine}               # <- leaves no record
      audit:
        kind: audit-log
        retention: 400 d
        immutable: false                            # <- can be rewritten
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      decide: {kind: decision-engine}
      audit: {kind: audit-log, retention: 400 d, immutable: true}
    flows:
      streams:
        - decide -> audit: decision
    ```

    Fix: Send every decision, with versions, thresholds and rules, to an audit-log that
    cannot be altered, and keep it for six months at the very least.

    Source: Regulation (EU) 2024/1689 (AI Act), Articles 12 and 19(1).
    """
    logs = {log.id for log in facts.of_kind("audit-log")}
    for engine in facts.of_kind("decision-engine") if falls_on_people(facts) else ():
        if not logs & facts.lineage.ahead((engine.id,), RECORDS):
            yield Finding(
                ("components", engine.id),
                f"{engine.id} decides about people and leaves nothing in an audit-log",
            )
    yield from _short(facts)


def _short(facts: Facts) -> Iterator[Finding]:
    """Say what a log lacks; one of tier 1 or about people has a rule for its time."""
    for log in facts.of_kind("audit-log"):
        path, kept = ("components", log.id, "retention"), log.quantity("retention")
        state = facts.state(*path)
        if log.attributes.get("immutable") is False:
            place = ("components", log.id, "immutable")
            yield Finding(place, f"the records of {log.id} can be altered afterwards")
        if kept and kept.high < HALF_A_YEAR and not is_contestable(facts):
            yield Finding(path, f"{log.id} keeps records {kept}, less than 180 d")
        elif state is not State.PRESENT:
            yield Finding(
                path,
                f"{log.id} does not say how long a record is kept",
                unstated=state is State.UNSTATED,
            )
