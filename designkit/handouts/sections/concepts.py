"""Concepts: the fundamentals, where they bite in this design."""

from collections.abc import Iterator

from designkit.catalog.concept import Concept
from designkit.documents.paper import Block, Callout, Question
from designkit.handouts.section import Study, section

MOST = 4


def _ask(study: Study) -> Iterator[Block]:
    for card in study.concepts[:MOST]:
        yield Question(card.asked)


@section(140, "The fundamentals behind it", room=0, ask=_ask)
def concepts(study: Study) -> Iterator[Block]:
    """Tie fundamentals to the place in the design where they bite."""
    for card in study.concepts[:MOST]:
        yield Callout(
            card.title, _bite(study, card), "concept", f"*Asked as:* {card.asked}"
        )


def _bite(study: Study, card: Concept) -> str:
    """Choose the place that this design has; a card names kinds and rules."""
    kinds = {part.kind for part in study.design.components.values()}
    for bite in card.bites:
        name = bite.partition("`")[2].partition("`")[0]
        if name in kinds:
            return bite
    return card.bites[0] if card.bites else ""
