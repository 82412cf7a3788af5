"""Where personal data lies, and what a deletion reaches.

A tag says it for one component. The rows travel on, through logs, jobs and joins, into
stores that nobody tagged; they are as personal there, and so is what a model says of a
person. Who takes the person out of the rows on the way says so with `pii: none`.
"""

from collections.abc import Iterable, Mapping

from designkit.analysis.facts import Facts, State
from designkit.analysis.lineage import Trail
from designkit.catalog.role import Role
from designkit.model.component import Component

ROWS = Trail(
    (
        *("event", "raw-table", "label", "decision", "review-task", "prediction"),
        *("passages", "index", "trace", "completion"),
    )
)
"""Rows about people, and what they wrote; features and examples are computed."""


TEXTS = Trail(("raw-table", "event", "passages", "index"))
"""Text of people, from where it is kept to an index that gives it back."""

INDEXED = Trail(("index", "passages", "embedding"))
"""Passages, from the parser to the index."""


def personal_stores(facts: Facts) -> Mapping[str, tuple[str, str]]:
    """Return what keeps personal rows: how sensitive they are, and whose they are.

    By id, in the order of the file; the second is the tagged component from which the
    rows come, which is the store itself where it is tagged. Without a tag sets of
    examples do not count: they are built again from what does.
    """
    sources = personal_rows(facts)
    return {
        part.id: sources[part.id]
        for part in facts.with_role(Role.KEEPS_ROWS)
        if part.pii or (part.id in sources and part.kind != "dataset-builder")
    }


def personal_rows(facts: Facts) -> dict[str, tuple[str, str]]:
    """Return what rows of people reach, tagged or not: how sensitive, and whose.

    The rows of everything that is tagged are followed, the sensitive ones first.
    """
    parts = facts.design.components.values()
    tags = {part.id: part.pii for part in parts if part.pii}
    closed = {*tags, *_taking_out(facts)}
    starts = sorted(tags, key=lambda id: tags[id] != "sensitive")
    found = facts.lineage.givers(starts, ROWS, closed)
    whose = {**{id: id for id in tags}, **found}
    return {id: (tags[giver], giver) for id, giver in whose.items()}


def rows_from(facts: Facts, starts: Iterable[str], trail: Trail) -> frozenset[str]:
    """Return what rows of `starts` reach along `trail`; no further than `pii: none`."""
    return frozenset(facts.lineage.givers(starts, trail, _taking_out(facts)))


def _taking_out(facts: Facts) -> frozenset[str]:
    """Return what takes the person out of the rows that come to it."""
    ids = facts.design.components
    return frozenset(
        id for id in ids if facts.state("components", id, "pii") is State.ABSENT
    )


def personal_indexes(facts: Facts) -> Mapping[str, tuple[str, str]]:
    """Return the indexes that give back text about people, as `personal_stores` does.

    An index that gives ids, vectors or candidates keeps nobody's words.
    """
    tags = {part.id: part.pii for part in facts.design.components.values() if part.pii}
    found = facts.lineage.givers(
        sorted(tags, key=lambda id: tags[id] != "sensitive"), TEXTS, {*tags}
    )
    return {
        part.id: (tags[found[part.id]] or "", found[part.id])
        for part in facts.of_kind("ann-index", "inverted-index")
        if part.id in found and facts.flows_from(part.id, "passages")
    }


def indexes_out_of_reach(facts: Facts, ids: Iterable[str]) -> list[Component]:
    """Return those of the indexes `ids` whose passages no deletion reaches.

    It is enough where it reaches what fills the index: the builder, or the parser; of
    one that is built anew, the documents.
    """
    ids = tuple(ids)
    reached = {*facts.design.covered, *(_ordered(facts) if ids else ())}
    return [
        facts.design.components[id]
        for id in ids
        if reached.isdisjoint({id, *facts.lineage.behind((id,), _filling(facts, id))})
    ]


def _filling(facts: Facts, index: str) -> Trail:
    """Return along what deletions get into an index; one that grows loses none."""
    builders = facts.lineage.behind((index,), Trail(("index",)))
    parts = facts.design.components
    grows = any(parts[id].attributes.get("incremental") is True for id in builders)
    return INDEXED if grows else TEXTS


def out_of_reach(facts: Facts, stores: Iterable[Component]) -> list[Component]:
    """Return those of `stores` that no deletion reaches.

    One reaches what a privacy service lists, by id or name, and what its orders get to.
    What is given nothing but orders, such as a log of them, passes them on.
    """
    covered = facts.design.covered
    rest = [store for store in stores if store.id not in covered]
    ordered = _ordered(facts) if rest else frozenset[str]()
    return [store for store in rest if store.id not in ordered]


def _ordered(facts: Facts) -> frozenset[str]:
    """Return what orders to delete get to."""
    giving = {service.id for service in facts.of_kind("privacy-service")}
    found, waiting = set[str](), [*giving]
    while waiting:
        for flow in facts.flows_from(waiting.pop()):
            found.add(flow.target)
            givers = {other.source for other in facts.flows_to(flow.target)}
            if flow.target not in giving and givers <= giving:
                giving.add(flow.target)
                waiting.append(flow.target)
    return frozenset(found)
