"""Cards: follow-ups, concepts, components and numbers, for a deck."""

from collections.abc import Iterator

from designkit.catalog.kinds import kind
from designkit.deck import Card, Deck
from designkit.figure import Figure
from designkit.model.component import Component
from designkit.section import Study
from designkit.sections.evaluation import PROOF
from designkit.sections.monitoring import AGES
from designkit.source.loader import Loaded
from designkit.variant import Made, Wish, variant


@variant(40)
def cards(loaded: Loaded, stem: str, wish: Wish) -> Made:
    """A deck of cards: follow-ups, concepts, components and numbers to drill."""
    del wish
    assert loaded.design is not None
    study = Study(loaded.design)
    found = (
        *_follow_ups(study, stem),
        *_concepts(study),
        *_components(study, stem),
        *_numbers(study, stem),
    )
    return Made(
        deck=Deck(f"designkit.{stem}", f"designkit::{study.design.name}", found)
    )


def _follow_ups(study: Study, stem: str) -> Iterator[Card]:
    for number, item in enumerate(study.design.questions, 1):
        tags = (stem, "follow-up", *((item.level,) if item.level else ()))
        yield Card(
            f"{stem}.question.{number}", "follow-up", item.question, item.answer, tags
        )


def _concepts(study: Study) -> Iterator[Card]:
    """Give two cards a concept: what is asked, and the question that catches people."""
    for card in study.concepts:
        tags = ("concept", card.topic, card.level)
        answer = "\n\n".join((card.answer, card.worked_number, card.table)).strip()
        yield Card(f"concept.{card.id}", "concept", card.asked, answer, tags)
        yield Card(
            f"concept.{card.id}.follow-up",
            "concept",
            card.follow_up,
            card.follow_up_answer,
            tags,
        )


def _components(study: Study, stem: str) -> Iterator[Card]:
    for component in study.design.components.values():
        if component.why:
            yield Card(
                f"{stem}.component.{component.id}",
                "component",
                f"{study.design.name}: what does the {_lowered(component.title)} do "
                "here, and what breaks without it?",
                _role(component),
                (stem, "component", component.kind),
            )


def _role(component: Component) -> str:
    of = kind(component.kind)
    general = f"\n\n*{of.name}:* {of.definition}" if of else ""
    return f"{component.why}{general}"


def _lowered(title: str) -> str:
    """Write a name in the middle of a sentence, unless it is an abbreviation."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _numbers(study: Study, stem: str) -> Iterator[Card]:
    for figure in _worth_knowing(study):
        yield Card(
            f"{stem}.number.{figure.id}",
            "number",
            f"{study.design.name}: {figure.title}?",
            f"**{figure.text}**\n\n{figure.formula}\n\n= {figure.working}",
            (stem, "number"),
        )


def _worth_knowing(study: Study) -> Iterator[Figure]:
    """Give what is computed aloud, then what proves and dates a model."""
    found = (study.estimate.get(id) for id in (*PROOF, *AGES))
    yield from (*study.aloud, *(figure for figure in found if figure))
