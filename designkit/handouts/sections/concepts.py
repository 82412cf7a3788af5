"""Concepts: the fundamentals, where they bite in this design."""

from collections.abc import Iterator

from designkit.catalog.concept import Concept
from designkit.documents.paper import Block, Callout, Question
from designkit.handouts.section import Lesson, section

MOST = 4


def _ask(lesson: Lesson) -> Iterator[Block]:
    for card in lesson.concepts[:MOST]:
        yield Question(card.asked)


@section(140, "The fundamentals behind it", room=0, ask=_ask)
def concepts(lesson: Lesson) -> Iterator[Block]:
    """Tie fundamentals to the place in the design where they bite."""
    for card in lesson.concepts[:MOST]:
        yield Callout(
            card.title, _bite(lesson, card), "concept", f"*Asked as:* {card.asked}"
        )


def _bite(lesson: Lesson, card: Concept) -> str:
    """Choose the place that this design has; a card names kinds and rules."""
    kinds = {part.kind for part in lesson.design.components.values()}
    for bite in card.bites:
        name = bite.partition("`")[2].partition("`")[0]
        if name in kinds:
            return bite
    return card.bites[0] if card.bites else ""
