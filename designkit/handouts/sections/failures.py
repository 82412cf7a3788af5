"""Failure modes: symptom, cause, fix."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Question, Table
from designkit.handouts.section import Lesson, section
from designkit.model.reasons import FailureMode
from designkit.text.sentences import ended, sentence

MOST = 4


def _ask(lesson: Lesson) -> Iterator[Block]:
    for item in lesson.design.failure_modes[:MOST]:
        yield Question(
            f"{sentence(item.symptom)} What is the cause, and what limits the harm?"
        )


@section(120, "When it fails", room=0, ask=_ask)
def failures(lesson: Lesson) -> Iterator[Block]:
    """List how the system fails, from what is seen first to what mends it."""
    rows = tuple(
        (
            f"{_named(item)}{sentence(item.symptom)}",
            sentence(item.cause),
            sentence(item.mitigation),
        )
        for item in lesson.design.failure_modes[:MOST]
    )
    if rows:
        yield Table(("Symptom", "Cause", "Fix"), rows, (1, 1, 1.2))


def _named(item: FailureMode) -> str:
    return f"**{ended(item.name)}** " if item.name else ""
