"""What a decision can do, and to whom: by the facts of a design alone."""

from designkit.analysis.facts import Facts, State, mentions
from designkit.model.component import Component
from designkit.quantities.durations import DAY

HIDING = (
    *("block", "blocks", "blocked", "decline", "declined", "deny", "reject", "refuse"),
    *("remove", "removed", "hide", "hidden", "delete", "suppress", "ban", "filter"),
    *("quarantine", "drop", "suspend"),
)
"""Actions after which nobody learns what would have happened."""

FALLING = (
    *("ban", "suspend", "freeze", "lock", "demote", "warn", "challenge"),
    *("restrict", "close"),
)
"""Actions that fall on somebody, and may fall on the wrong one.

`hold` is none of them: a price that holds is left as it is, and a held payment is a
`freeze` or a `suspend`.
"""

NAMED = {"withholds": HIDING, "burdens": FALLING}
"""The usual names of actions that have an effect."""

ASKING = {"review", "flag", "escalate", "alert", "notify"}
"""Actions that leave it to a person."""

HALF_A_YEAR = 180 * DAY
"""Seconds. The AI Act asks that logs are kept six months at least."""

RANKERS = ("rank", "pre-rank")
"""Roles of a model server that orders items."""


def effects_of(facts: Facts, engine: Component) -> frozenset[str]:
    """Return what the actions of a decision engine do.

    Its `effects` decide; where it states none, the usual names of actions do.
    """
    said = facts.state("components", engine.id, "effects") is not State.UNSTATED
    return frozenset(engine.texts("effects")) if said else _by_name(engine)


def _by_name(engine: Component) -> frozenset[str]:
    actions = engine.texts("actions")
    found = (name for name, words in NAMED.items() if mentions(words, *actions))
    only = {"asks"} if actions and set(actions) <= ASKING else set()
    return frozenset((*found, *only))


def only_asks(facts: Facts, engine: Component) -> bool:
    """Whether all that a decision engine does is to bring a case before people."""
    flows = facts.flows_from(engine.id)
    if engine.texts("effects") or engine.texts("actions"):
        return effects_of(facts, engine) == {"asks"}
    return bool(flows) and all(flow.carries == "review-task" for flow in flows)


def falls_on_people(facts: Facts) -> bool:
    """Whether a decision may fall on a person who did nothing wrong.

    It does where an engine burdens somebody: freezes, suspends, demotes or accuses; of
    one that withholds, or says nothing of its actions, tier 1 says that people hang on
    it.
    """
    engines, is_grave = facts.of_kind("decision-engine"), facts.design.tier == 1
    if not any(_is_said(facts, engine) for engine in engines):
        return is_grave and bool(engines)
    weighs = {"burdens", "withholds"} if is_grave else {"burdens"}
    return any(weighs & effects_of(facts, engine) for engine in engines)


def _is_said(facts: Facts, engine: Component) -> bool:
    path = ("components", engine.id, "effects")
    return bool(engine.texts("actions")) or facts.state(*path) is not State.UNSTATED


def is_contestable(facts: Facts) -> bool:
    """Whether somebody may ask months later why it was decided so."""
    return facts.design.tier == 1 or falls_on_people(facts)


def hides_outcomes(facts: Facts) -> bool:
    """Whether what a model decides keeps anybody from learning what would have been.

    An action that withholds does, where a model of the design learns from outcomes.
    """
    engines = facts.of_kind("decision-engine")
    withholds = any("withholds" in effects_of(facts, engine) for engine in engines)
    return withholds and not facts.has("routing-engine")


def chooses_among_items(facts: Facts) -> bool:
    """Whether some of many items are shown, so that the others get no outcome."""
    if facts.has("reranker", "auction"):
        return True
    if facts.has("candidate-generator") and not facts.has("optimizer"):
        return True
    servers = facts.of_kind("model-server")
    roles = {role for server in servers for role in server.texts("role")}
    return not roles.isdisjoint(RANKERS)
