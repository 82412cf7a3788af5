"""Where personal data lies: in what is tagged, and in what is fed from there.

A tag says it for one component. The rows travel on, through logs, jobs and joins, into
stores that nobody tagged; they are as personal there. Who takes the person out of the
rows on the way says so with `pii: none`.
"""

from collections.abc import Mapping

from designkit.analysis.facts import Facts, State
from designkit.catalog.kind import Stage
from designkit.catalog.role import Role

ROWS = ("event", "raw-table", "label", "decision", "review-task")
"""Data types that carry rows on as they came; features and examples are computed."""


def personal_stores(facts: Facts) -> Mapping[str, tuple[str, str]]:
    """Return what keeps personal rows: how sensitive they are, and whose they are.

    By id, in the order of the file; the second is the tagged component from which the
    rows come, which is the store itself where it is tagged. Without a tag only the
    places where raw data is kept count: what is built from it is built again from it.
    """
    sources = personal_rows(facts)
    raw = {part.id for part in facts.in_stage(Stage.INGESTION)}
    return {
        part.id: sources[part.id]
        for part in facts.with_role(Role.KEEPS_ROWS)
        if part.pii or (part.id in sources and part.id in raw)
    }


def personal_rows(facts: Facts) -> dict[str, tuple[str, str]]:
    """Return what rows of people reach, tagged or not: how sensitive, and whose.

    The rows of everything that is tagged are followed, the sensitive ones first.
    """
    tagged = [(p.pii, p.id) for p in facts.design.components.values() if p.pii]
    found: dict[str, tuple[str, str]] = {id: (pii, id) for pii, id in tagged}
    for pii, id in sorted(tagged, key=lambda pair: pair[0] != "sensitive"):
        _follow(facts, id, (pii, id), found)
    return found


def _follow(
    facts: Facts, start: str, whose: tuple[str, str], found: dict[str, tuple[str, str]]
) -> None:
    """Mark what rows from `start` reach and nobody has marked or taken out."""
    waiting = [start]
    while waiting:
        for flow in facts.flows_from(waiting.pop(), *ROWS):
            if flow.target not in found and not _takes_out(facts, flow.target):
                found[flow.target] = whose
                waiting.append(flow.target)


def _takes_out(facts: Facts, id: str) -> bool:
    return facts.state("components", id, "pii") is State.ABSENT
