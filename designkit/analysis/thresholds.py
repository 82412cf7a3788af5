"""Where scores become decisions: an operating point, and what it decides about."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.outcomes import LabelOutcome, Path
from designkit.model.operating import OperatingPoint
from designkit.quantities.quantity import Quantity

WHOLE: Path = ("evaluation", "operating-point")
OPERATING_POINTS = (
    ".".join(WHOLE),
    "problem.label.operating-point",
    "problem.labels.*.operating-point",
    "models.*.heads.*.operating-point",
)
"""Where a design may say at what point it decides."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """An operating point, where it stands, and the label that it decides about.

    `id` is empty for that of a design with one label; it names the label, else the
    model and its head.
    """

    id: str
    name: str
    path: Path
    point: OperatingPoint
    outcome: LabelOutcome

    @property
    def rate(self) -> Quantity | None:
        """The share of positives that it meets."""
        return self.outcome.positive_rate


def thresholds(facts: Facts) -> tuple[Threshold, ...]:
    """Return the operating points: of heads, of labels, of the evaluation for the rest.

    A label that a head decides about has none of its own besides.
    """
    heads = tuple(_of_heads(facts))
    decided = {found.outcome.id for found in heads}
    rest = (it for it in facts.outcomes.all if it.id not in decided)
    return (*heads, *(found for it in rest if (found := _of_label(facts, it))))


def _of_heads(facts: Facts) -> Iterator[Threshold]:
    known = {outcome.id: outcome for outcome in facts.outcomes.all}
    for id, model in facts.design.models.items():
        for name, head in model.heads.items():
            outcome = known.get(head.label or "")
            path = ("models", id, "heads", name, "operating-point")
            if head.operating_point and outcome:
                title = head.name or name
                yield Threshold(
                    f"{id}.{name}", title, path, head.operating_point, outcome
                )


def _of_label(facts: Facts, outcome: LabelOutcome) -> Threshold | None:
    """Return the point of a label: its own, else that of the whole evaluation."""
    own, evaluation = outcome.label.operating_point, facts.design.evaluation
    point = own or (evaluation.operating_point if evaluation else None)
    path = (*outcome.path, "operating-point") if own else WHOLE
    name = (outcome.label.name or outcome.id) if outcome.id else ""
    return Threshold(outcome.id, name, path, point, outcome) if point else None
