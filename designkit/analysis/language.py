"""Language-model systems as rules see them: who reads which text, who may act."""

from collections.abc import Callable, Iterable

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.model.component import Component

READ = Trail(
    ("raw-table", "event", "passages", "index", "tool-result", "request", "response")
)
"""Text that gets into the prompts of an agent, through other agents as well.

What one agent writes to a model comes back to nobody else, so that prompts and
completions carry nothing on.
"""

SENT = Trail((*READ.types, "prompt"), ends_at=kinds_with(Role.RUNS_MODEL))
"""Text on its way to a model."""

CALLED = Trail(("tool-call",))
"""Wishes of a model, on their way to what carries them out."""

LANGUAGE_MODELS = ("hosted-model", "llm-server")

PROMPTING = ("agent", "weak-labeler", "batch-scorer", "document-parser")
"""Kinds that write prompts by instructions which people change."""


def of_ids(
    facts: Facts, ids: Iterable[str], fits: Callable[[Component], bool]
) -> tuple[Component, ...]:
    """Return the components of `ids` that fit, in the order of the file."""
    known = set(ids)
    parts = facts.design.components.values()
    return tuple(part for part in parts if part.id in known and fits(part))


def loops(agent: Component) -> bool:
    """Whether the model chooses the next step of `agent`."""
    return agent.texts("control") == ("agent",)


def goes_round(agent: Component) -> bool:
    """Whether `agent` works step by step, as often as it takes.

    Of one that says how many steps, and not that code chooses them, it is taken so.
    """
    counted = any(key in agent.attributes for key in ("steps", "max-steps"))
    return agent.texts("control") != ("workflow",) and (loops(agent) or counted)


def is_outside(part: Component) -> bool:
    """Whether others than its owner can write what comes from `part`.

    Unsaid, what is bought and what a tool of open reach returns can be anybody's.
    """
    if trust := part.texts("trust"):
        return trust != ("own",)
    open_tool = part.kind == "tool" and part.texts("reach") == ("open",)
    return part.kind == "third-party" or open_tool


def outside_text(facts: Facts, reader: str) -> tuple[Component, ...]:
    """Return whose text of others gets to `reader`, in the order of the file."""
    return of_ids(facts, facts.lineage.behind((reader,), READ), is_outside)


def stops(guard: Component) -> bool:
    """Whether `guard` does more than watch."""
    return guard.kind == "guardrail" and guard.texts("mode") != ("watch",)


def tools_of(facts: Facts, agent: str) -> tuple[Component, ...]:
    """Return the tools that `agent` may ask for, in the order of the file."""
    called = facts.lineage.ahead((agent,), CALLED)
    return of_ids(facts, called, lambda part: part.kind == "tool")


def unguarded_tools(facts: Facts, agent: str) -> tuple[Component, ...]:
    """Return the tools that `agent` reaches past every guardrail that stops anything.

    What asks a person each time needs no guardrail.
    """
    guards = tuple(guard.id for guard in facts.of_kind("guardrail") if stops(guard))
    reached = facts.lineage.givers((agent,), CALLED, guards)
    return of_ids(
        facts, reached, lambda part: part.kind == "tool" and not asks_person(part)
    )


def asks_person(tool: Component) -> bool:
    """Whether `tool` asks a person: always, or above a limit that it knows."""
    approval = tool.texts("approval")
    bounded = approval == ("above-limit",) and tool.quantity("limit") is not None
    return approval == ("always",) or bounded


def acts(tool: Component) -> bool:
    """Whether `tool` is said to change something in the world."""
    return bool(tool.texts("effect"))


def rights_matter(facts: Facts) -> bool:
    """Whether what one may read differs from one person to the next.

    A promise of how fresh rights are says so, and so do passages that carry rights.
    """
    promised = facts.quantity("objectives", "freshness", "rights") is not None
    parsers = facts.of_kind("document-parser")
    return promised or any(p.attributes.get("keeps-rights") is True for p in parsers)


def answers_from_passages(facts: Facts) -> tuple[Component, ...]:
    """Return the agents that put passages of an index into a prompt, to answer.

    One whose model chooses the next step is judged by what it did.
    """
    found = [part.id for part in facts.of_kind("ann-index", "inverted-index")]
    given = facts.descendants(found, "passages") if found else frozenset[str]()
    return of_ids(facts, given, lambda part: part.kind == "agent" and not loops(part))


def writes(model: Component) -> bool:
    """Whether a language model writes text: not one that embeds, ranks or moderates."""
    return model.texts("role") in ((), ("generate",))
