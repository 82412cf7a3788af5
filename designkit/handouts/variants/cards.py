"""Cards: follow-ups, concepts, components and numbers, for a deck."""

import re
from collections.abc import Iterator, Mapping, Sequence

from designkit.diagnostics import Diagnostic
from designkit.estimates.figure import Figure
from designkit.handouts.deck import Card, Deck
from designkit.handouts.fault_hunt.losses import losses
from designkit.handouts.section import Lesson
from designkit.handouts.sections.evaluation import PROOF
from designkit.handouts.sections.monitoring import AGES
from designkit.handouts.variant import HandoutOptions, VariantOutput, variant
from designkit.model.citations import with_authors
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.source.kind_of import kind_of
from designkit.source.loader import Loaded
from designkit.text.escape import markdown


@variant(40, takes=("excel",))
def cards(loaded: Loaded, stem: str, wish: HandoutOptions) -> VariantOutput:
    """A deck of cards: follow-ups, concepts, components and numbers to drill."""
    assert loaded.design is not None
    lesson, name = Lesson(with_authors(loaded.design)), _identity(loaded.design)
    found = (
        *_follow_ups(lesson, name),
        *_concepts(lesson),
        *_components(lesson, name, losses(loaded, wish.plan)),
        *_numbers(lesson, name),
    )
    title = f"designkit::{lesson.design.name}"
    return VariantOutput(deck=Deck(f"designkit.{name}", title, found, wish.excel))


def _identity(design: Design) -> str:
    """Return what cards of a design go by, whatever its file is called.

    A name of signs alone would make no tag, and is written by its numbers.
    """
    said = design.id or design.name
    return _slug(said) or said.encode().hex()


def _follow_ups(lesson: Lesson, name: str) -> Iterator[Card]:
    for item in lesson.design.questions:
        tags = (name, "follow-up", *((item.level,) if item.level else ()))
        id = f"{name}.question.{_slug(item.question)}"
        yield Card(id, "follow-up", item.question, item.answer, tags)


def _slug(text: str) -> str:
    """Name a question by its words, so that others may come before it."""
    return "-".join(re.findall(r"\w+", text.lower()))


def _concepts(lesson: Lesson) -> Iterator[Card]:
    """Give two cards a concept: what is asked, and the question that catches people."""
    for card in lesson.concepts:
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


def _components(
    lesson: Lesson, name: str, lost: Mapping[str, Sequence[Diagnostic]]
) -> Iterator[Card]:
    """Ask for what each component is there, and what the checker misses without it."""
    for component in lesson.design.components.values():
        if answer := _role(component, lost.get(component.id, ())):
            yield Card(
                f"{name}.component.{component.id}",
                "component",
                f"{lesson.design.name}, {component.title}: what does it do here, "
                "and what breaks without it?",
                answer,
                (name, "component", component.kind),
            )


def _role(component: Component, lost: Sequence[Diagnostic]) -> str:
    of = kind_of(component)
    parts = [component.why, f"*{of.name}:* {of.definition}" if of else ""]
    if lost:
        parts.append("**Without it** the checker finds:")
        parts.append("\n".join(f"- {_finding(item)}" for item in lost))
    return "\n\n".join(part for part in parts if part)


def _finding(item: Diagnostic) -> str:
    return f"{item.severity} `{item.name}`: {markdown(item.message)}"


def _numbers(lesson: Lesson, name: str) -> Iterator[Card]:
    for figure in _worth_knowing(lesson):
        yield Card(
            f"{name}.number.{figure.id}",
            "number",
            f"{lesson.design.name}: {figure.title}?",
            f"**{figure.text}**\n\n{figure.formula}\n\n= {figure.working}",
            (name, "number"),
        )


def _worth_knowing(lesson: Lesson) -> Iterator[Figure]:
    """Give what is computed aloud, then what proves and dates a model."""
    found = (lesson.estimate.get(id) for id in (*PROOF, *AGES))
    yield from (*lesson.aloud, *(figure for figure in found if figure))
