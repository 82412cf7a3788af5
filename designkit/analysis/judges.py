"""Judges: which models grade for them, and what they grade."""

from designkit.analysis.facts import Facts
from designkit.analysis.language import LANGUAGE_MODELS, of_ids, writes
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.model.component import Component

PROMPT = Trail(("prompt",), ends_at=kinds_with(Role.COMPUTES))
"""Prompts, from who writes them to the model that answers."""

VERDICTS = Trail(("label",), ends_at=("judge",))
"""Verdicts of people, on their way."""

PAIRS = Trail(("dataset", "label"), ends_at=("dataset-builder", "judge"))
"""Pairs to be judged, and verdicts on them."""

PEOPLE = ("human-labeling", "review-queue", "appeal-process")
"""Kinds whose verdicts people gave."""


def models_asked(facts: Facts, id: str) -> tuple[Component, ...]:
    """Return the language models that answer the prompts of `id`."""
    asked = facts.lineage.ahead((id,), PROMPT)
    return of_ids(facts, asked, lambda p: p.kind in LANGUAGE_MODELS and writes(p))


def judges_pairs(facts: Facts, judge: Component) -> bool:
    """Whether `judge` is given pairs, or its verdicts become pairs."""
    pairs = {
        part.id
        for part in facts.of_kind("dataset-builder")
        if part.texts("form") == ("pairs",)
    }
    behind = facts.lineage.behind((judge.id,), PAIRS)
    ahead = facts.lineage.ahead((judge.id,), PAIRS)
    return not pairs.isdisjoint(behind | ahead)


def people_judge_as_well(facts: Facts, judge: Component) -> bool:
    """Whether verdicts of people reach `judge`, or what its own verdicts reach."""
    people = {part.id for part in facts.of_kind(*PEOPLE)}
    told = facts.lineage.ahead(people, VERDICTS)
    own = facts.lineage.ahead((judge.id,), VERDICTS)
    return judge.id in told or not told.isdisjoint(own)
