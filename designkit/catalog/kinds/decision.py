"""Kinds of the serving stage that turn predictions into what is done."""

from designkit.catalog.attributes import (
    accepted_by,
    cost,
    count,
    duration,
    money,
    rate,
    several,
    text,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="reranker",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.ON_DEMAND,
            Role.CHOOSES,
            Role.LOOP_PREDICTS,
        ),
        glyph="promote",
        definition=(
            "Looks at the list as a whole, after each item was scored alone: variety, "
            "freshness, fairness, sponsored places. Without it the ten best items "
            "can be ten times the same one."
        ),
        takes=(
            "prediction",
            "candidates",
            "policy",
            "feature-values",
            "assignment",
            "passages",
        ),
        needs_one=(("prediction", "passages"),),
        gives=(
            "decision",
            "response",
            "passages",
        ),
        attributes=(
            count("items-in", "scored items that arrive"),
            count("items-out", "items in the final list"),
        ),
        technologies=("MMR", "DPP"),
    ),
    Kind(
        name="business-rules",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(Role.CHOOSES,),
        glyph="branch",
        definition=(
            "Hard rules that people write and change within minutes, such as block "
            "lists and legal limits. They answer a new attack before a model can, and "
            "rot when nobody owns them or logs their changes."
        ),
        takes=("request", "prediction", "policy", "feature-values"),
        gives=("decision", "policy", "prediction", "review-task"),
        attributes=(
            count("rules", "rules in force"),
            text("change-log", "where changes of rules are recorded and reviewed"),
            *accepted_by(),
        ),
        technologies=("Drools", "Open Policy Agent"),
    ),
    Kind(
        name="decision-engine",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.ON_DEMAND,
            Role.CHOOSES,
            Role.SIFTS,
            Role.LOOP_PREDICTS,
        ),
        glyph="diamond",
        definition=(
            "Turns a score into an action by thresholds that follow from costs, not "
            "from habit. It also answers for the rest: what happens without a score, "
            "and how many actions in an hour are too many."
        ),
        takes=("prediction", "policy", "request", "assignment"),
        needs=("prediction",),
        gives=("decision", "response", "review-task", "explanation"),
        attributes=(
            several("actions", "what it can do"),
            several(
                "effects",
                "what actions do: withhold what then has no outcome, burden a person, "
                "ask a person, offer something; unsaid, usual names of actions say it",
                "withholds",
                "burdens",
                "asks",
                "offers",
            ),
            several("thresholds", "scores at which the action changes"),
            cost("false-positive-cost", "loss from acting on a good case"),
            cost("false-negative-cost", "loss from sparing a bad case"),
            text(
                "fail-mode",
                "what happens when there is no score",
                "open",
                "closed",
                "review",
                "rules",
            ),
            money("action-cost", "price of one action, such as a letter or a call"),
            rate("action-limit", "automatic actions in a time before it stops itself"),
            *accepted_by(),
        ),
        technologies=("Drools", "Open Policy Agent"),
    ),
    Kind(
        name="review-queue",
        stage=Stage.SERVING,
        plane=Plane.ASYNC,
        roles=(
            Role.JUDGED_BY_PEOPLE,
            Role.FEEDS_TRAINING,
            Role.LOOP_LABELS,
        ),
        glyph="caseload",
        definition=(
            "Cases that wait for a person, the most important first. People are the "
            "scarcest resource here: past their capacity the queue only grows, and "
            "what is in it is not protected."
        ),
        takes=(
            "review-task",
            "prediction",
            "event",
            "decision",
            "tool-call",
            "trace",
            "explanation",
            "policy",
        ),
        gives=("review-task", "decision", "label"),
        attributes=(
            rate("capacity", "cases that people can decide in a time"),
            duration("sla", "time within which a case is decided"),
            text("priority", "what comes first"),
            text(
                "order",
                "whether the oldest comes first, the next that is due, or the gravest",
                "arrival",
                "due",
                "importance",
            ),
            text("ageing", "what brings a case forward the longer it waits"),
            count("reviewers", "people who decide"),
            duration("task-time", "time that one case takes a person"),
            duration("working-day", "time that a person spends on cases in a day"),
            money("case-cost", "what it costs to decide one case"),
        ),
        technologies=("Zendesk", "ServiceNow", "Label Studio"),
    ),
)
