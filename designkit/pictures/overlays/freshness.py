"""The overlay of freshness: how old values are by the time they leave a component."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from designkit.analysis.freshness import Ways
from designkit.pictures.drawing import BadgeShape
from designkit.pictures.overlay import BadgeText, OverlayContent, OverlayInputs, overlay
from designkit.quantities.writing import shown_duration


@dataclass(frozen=True, slots=True)
class _Reading:
    """The age in seconds at which a value of `feature` leaves a component, at worst."""

    age: float
    feature: str


@overlay(order=30)
def freshness(inputs: OverlayInputs) -> OverlayContent:
    """How old a value is at worst when it leaves a component."""
    oldest: dict[str, _Reading] = {}
    for id, reading in _readings(inputs):
        if id not in oldest or reading.age > oldest[id].age:
            oldest[id] = reading

    def of_card(ids: Sequence[str]) -> BadgeText | None:
        found = [oldest[id] for id in ids if id in oldest]
        if not found:
            return None
        last = max(found, key=lambda reading: reading.age)
        age = shown_duration(last.age)
        return BadgeText(
            f"≤ {age}", f"{last.feature}: at most {age} old when it leaves here."
        )

    return OverlayContent(
        legend="Overlay of freshness: how old a value is at worst when it leaves a "
        "component, of the feature that is oldest there.",
        empty="Overlay of freshness: no feature with a stated way ages at a card here.",
        shape=BadgeShape.HEXAGON,
        of_card=of_card,
    )


def _readings(inputs: OverlayInputs) -> Iterator[tuple[str, _Reading]]:
    """Give the age along the way of each feature, where there is any yet."""
    ways = Ways(inputs.facts.graph)
    for key, feature in inputs.design.features.items():
        whole, age = ways.age(feature), 0.0
        for step in whole.steps if whole else ():
            age += step.worst
            if age:
                yield step.id, _Reading(age, feature.name or key)
