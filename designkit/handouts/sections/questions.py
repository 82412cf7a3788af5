"""Follow-ups: what the interviewer asks next, graded by who is expected to know."""

from collections.abc import Iterator
from random import Random

from designkit.catalog.concept import LEVELS
from designkit.documents.paper import Block, Question
from designkit.handouts.section import Lesson, section
from designkit.source.concepts import find_concept

MOST = 4
"""Questions of a level that a handout has room for; a deck has them all."""

DRAWN = 6
"""Questions that a worksheet asks."""


def _ask(lesson: Lesson) -> Iterator[Block]:
    """Draw some of all questions by the seed, in the order of their levels."""
    found = tuple(_graded(lesson))
    drawn = Random(lesson.seed).sample(range(len(found)), min(DRAWN, len(found)))
    for number in sorted(drawn):
        yield Question(found[number].text, "", found[number].level)


@section(130, "Follow-ups", room=0, ask=_ask)
def questions(lesson: Lesson) -> Iterator[Block]:
    """Ask and answer, from what everybody must know to what few do."""
    found = tuple(_graded(lesson))
    for level in (*LEVELS, ""):
        yield from [item for item in found if item.level == level][:MOST]


def _graded(lesson: Lesson) -> Iterator[Question]:
    """Give all questions with their concepts, the core ones first."""
    for level in (*LEVELS, None):
        for item in lesson.design.questions:
            if item.level == level:
                card = find_concept(item.concept or "")
                about = card.title if card else item.concept or ""
                yield Question(item.question, item.answer, level or "", about)
