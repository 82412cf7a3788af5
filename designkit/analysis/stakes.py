"""What a decision can do, and to whom: by the facts of a design alone."""

from designkit.analysis.facts import Facts, mentions
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

ASKING = {"review", "flag", "escalate", "alert", "notify"}
"""Actions that leave it to a person."""

HALF_A_YEAR = 180 * DAY
"""Seconds. The AI Act asks that logs are kept six months at least."""

RANKERS = ("rank", "pre-rank")
"""Roles of a model server that orders items."""


def actions_of(facts: Facts) -> tuple[str, ...]:
    """Return the actions that decision engines state."""
    named = (engine.texts("actions") for engine in facts.of_kind("decision-engine"))
    return tuple(action for actions in named for action in actions)


def only_asks(facts: Facts, engine: Component) -> bool:
    """Whether all that a decision engine does is to bring a case before people."""
    actions, flows = set(engine.texts("actions")), facts.flows_from(engine.id)
    if actions:
        return actions <= ASKING
    return bool(flows) and all(flow.carries == "review-task" for flow in flows)


def falls_on_people(facts: Facts) -> bool:
    """Whether a decision may fall on a person who did nothing wrong.

    It does where an engine freezes, suspends, demotes or accuses; of one that refuses
    or removes, or says nothing of its actions, tier 1 says that people hang on it.
    """
    actions, is_grave = actions_of(facts), facts.design.tier == 1
    if not actions:
        return is_grave and facts.has("decision-engine")
    return mentions(FALLING, *actions) or (is_grave and mentions(HIDING, *actions))


def is_contestable(facts: Facts) -> bool:
    """Whether somebody may ask months later why it was decided so."""
    return facts.design.tier == 1 or falls_on_people(facts)


def hides_outcomes(facts: Facts) -> bool:
    """Whether what a model decides keeps anybody from learning what would have been.

    An action that hides does, where a model of the design learns from outcomes.
    """
    return mentions(HIDING, *actions_of(facts)) and not facts.has("routing-engine")


def chooses_among_items(facts: Facts) -> bool:
    """Whether some of many items are shown, so that the others get no outcome."""
    if facts.has("reranker", "auction"):
        return True
    if facts.has("candidate-generator") and not facts.has("optimizer"):
        return True
    servers = facts.of_kind("model-server")
    roles = {role for server in servers for role in server.texts("role")}
    return not roles.isdisjoint(RANKERS)
