"""Teachers: language models of others whose answers a model learns from."""

from designkit.analysis.facts import Facts
from designkit.analysis.judges import models_asked
from designkit.analysis.language import of_ids
from designkit.analysis.lineage import Trail
from designkit.model.component import Component

EXAMPLES = Trail(("dataset",), ends_at=("dataset-builder",))
"""Examples, from who builds them to who learns from them."""

TEXT = Trail(("completion", "trace", "raw-table"), ends_at=("hosted-model",))
"""What a model wrote, from the model or who asked it to the examples."""

LABELS = Trail(("label",), ends_at=("weak-labeler",))
"""What a model voted, on its way to the examples."""


def teachers(facts: Facts, trainer: Component) -> tuple[Component, ...]:
    """Return the rented models whose answers `trainer` learns from.

    They label by a weak labeler, or what they wrote is in the examples itself. Where
    such a labeler asks no model that is drawn, it stands for the one that it has.
    """
    given = facts.lineage.behind((trainer.id,), EXAMPLES)
    builders = [
        part.id for part in facts.of_kind("dataset-builder") if part.id in given
    ]
    labelled = facts.lineage.behind(builders, LABELS)
    written = facts.lineage.behind(builders, TEXT)
    weak = of_ids(facts, labelled, lambda part: part.kind == "weak-labeler")
    told = of_ids(facts, written, lambda part: part.kind == "agent")
    asked = {m.id for part in (*weak, *told) for m in models_asked(facts, part.id)}
    return of_ids(
        facts,
        asked | written | {part.id for part in weak},
        lambda part: part.kind == "hosted-model" or _hides_one(facts, part),
    )


def _hides_one(facts: Facts, part: Component) -> bool:
    """Whether a labeler says that a language model votes, and draws none."""
    is_labeler = part.kind == "weak-labeler"
    return (
        is_labeler
        and part.texts("method") == ("llm",)
        and not models_asked(facts, part.id)
    )
