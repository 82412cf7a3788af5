"""The prompt, what to ask first, and how to spend the time."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Heading, Paragraph, Question, Strip
from designkit.handouts.section import Lesson, section
from designkit.text.sentences import ended

MINUTES = (
    (5, "clarify"),
    (5, "metrics"),
    (8, "sketch"),
    (15, "deep dives"),
    (7, "scale"),
    (5, "wrap up"),
)
"""How an interview of 45 minutes is spent well."""


MOST = 5
"""Questions that there is time for."""


def _ask(lesson: Lesson) -> Iterator[Block]:
    yield Paragraph(_task(lesson))
    yield Strip(MINUTES)
    yield Paragraph("What do you ask before you draw anything? What do you assume?")


@section(10, "The prompt", room=12, ask=_ask)
def prompt(lesson: Lesson) -> Iterator[Block]:
    """Give the task, the timing strip, and the questions with the answers assumed."""
    design = lesson.design
    yield Paragraph(_task(lesson))
    yield Strip(MINUTES)
    if design.clarifications:
        yield Heading("Ask first", 3)
    for item in design.clarifications[:MOST]:
        yield Question(item.question, item.answer)


def _task(lesson: Lesson) -> str:
    """Write the task as an interviewer says it: what is wanted, and for what."""
    problem = lesson.design.problem
    goal = problem.objective if problem else None
    summary = lesson.design.summary or lesson.design.name
    return f"**{ended(summary)}**" + (f" Goal: {ended(_lowered(goal))}" if goal else "")


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
