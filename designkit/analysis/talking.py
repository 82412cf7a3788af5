"""Who talks with people: agents that answer them, and how far a talk can go wrong."""

from designkit.analysis.facts import Facts
from designkit.analysis.language import acts, of_ids, tools_of
from designkit.analysis.lineage import Trail
from designkit.model.component import Component

ASKED = Trail(("request",), ends_at=("agent", "tool"))
"""What a person asks, on its way to the first agent that answers it."""

REMEMBERED = Trail(("passages",), ends_at=("ann-index", "inverted-index"))
"""What was said before, on its way from a memory."""

HANDED_OVER = Trail(
    ("review-task", "request", "event", "decision", "tool-call", "response"),
    unsaid=True,
)
"""A case, on its way to a person."""

PEOPLE = ("review-queue", "appeal-process", "person")
"""Kinds behind which somebody looks at a case."""


def talkers(facts: Facts) -> tuple[Component, ...]:
    """Return the agents that answer the clients, in the order of the file.

    One that other agents ask talks with nobody.
    """
    clients = tuple(part.id for part in facts.of_kind("client"))
    asked = facts.lineage.ahead(clients, ASKED)
    return of_ids(facts, asked, lambda part: part.kind == "agent")


def converses(facts: Facts, agent: Component) -> bool:
    """Whether a talk with `agent` has several turns, or acts for who talks with it.

    A single answer that helps nobody sends people back to where they came from; in a
    conversation they are stuck.
    """
    turns = facts.quantity("workload", "turns-per-task")
    behind = facts.lineage.behind((agent.id,), REMEMBERED)
    remembers = any(part.id in behind for part in facts.of_kind("session-memory"))
    return (
        remembers
        or (turns is not None and turns.low > 1)
        or any(acts(tool) for tool in tools_of(facts, agent.id))
    )


def reaches_people(facts: Facts, agent: Component) -> bool:
    """Whether a case gets from `agent`, or from who asks it, to a person."""
    people = {part.id for part in facts.of_kind(*PEOPLE)}
    clients = (part.id for part in facts.of_kind("client"))
    return not people.isdisjoint(facts.lineage.ahead((agent.id, *clients), HANDED_OVER))
