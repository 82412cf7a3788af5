"""Answers that are good for one person only, and what makes them so."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.language import (
    LANGUAGE_MODELS,
    of_ids,
    rights_matter,
    tools_of,
)
from designkit.analysis.lineage import Trail
from designkit.model.component import Component

WHOSE = frozenset(("user", "tenant", "rights"))
"""Scopes that keep the answers of one from another."""

WRITTEN = Trail(("completion", "decision", "response"))
"""What a model or an agent wrote, on its way to where it is kept."""

ASKED = Trail(("request", "prompt"))
"""Questions that are passed on to who answers them."""

READ = Trail(("passages", "tool-result", "feature-values"))
"""What is read beside the question, on its way to an agent."""

OF_PERSONS = ("online-store", "store", "tool")
"""Kinds that are asked about one person; an index answers everybody alike."""

INDEXES = ("ann-index", "inverted-index")


def bound_to_persons(facts: Facts, cache: str) -> tuple[str, ...]:
    """Return what makes the answers that `cache` keeps differ from person to person.

    By id, in the order of the file: memories of persons, tools that act with the
    rights of whoever asks, personal data that are looked up, indexes whose passages
    not everybody may read. What is read by all alike makes no difference, however
    personal it is.
    """
    found = {part.id for id in _agents(facts, cache) for part in _read(facts, id)}
    return tuple(id for id in facts.design.components if id in found)


def _agents(facts: Facts, cache: str) -> set[str]:
    """Return the agents whose answers are kept: those that write them, or read them.

    A cache before an agent keeps what comes back, whether a flow says so or not.
    """
    writers = facts.lineage.behind((cache,), WRITTEN)
    readers = {flow.target for flow in facts.flows_from(cache, "completion")}
    asked = facts.lineage.ahead((cache,), ASKED)
    models = writers & {part.id for part in facts.of_kind(*LANGUAGE_MODELS)}
    asking = facts.lineage.behind(models, ASKED) if models else frozenset[str]()
    agents = {agent.id for agent in facts.of_kind("agent")}
    return agents & (writers | readers | asked | asking)


def _read(facts: Facts, agent: str) -> Iterator[Component]:
    """Give what `agent` reads that is not the same for everybody."""
    behind = facts.lineage.behind((agent,), READ)
    yield from of_ids(facts, behind, _is_of_person)
    yield from (t for t in tools_of(facts, agent) if t.texts("acts-as") == ("user",))
    if rights_matter(facts):
        yield from of_ids(facts, behind, lambda part: part.kind in INDEXES)


def _is_of_person(part: Component) -> bool:
    if part.kind == "session-memory":
        scope = part.texts("scope")
        return not scope or not WHOSE.isdisjoint(scope)
    return bool(part.pii) and part.kind in OF_PERSONS
