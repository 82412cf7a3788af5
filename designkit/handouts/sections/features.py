"""Step 3: features in groups, with how fresh they must be and how old they get."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Paragraph, Table
from designkit.handouts.section import Lesson, section
from designkit.model.learning import Feature

GROUPS = {
    "user": "Who asks",
    "item": "What is judged",
    "context": "Where and when",
    "cross": "Crosses",
    None: "Others",
}
"""The groups of features, in the order in which they are told."""


def _ask(lesson: Lesson) -> Iterator[Block]:
    del lesson
    heads = ("Group", "Features", "How fresh", "Made by")
    rows = tuple((f"**{title}**", "", "", "") for title in list(GROUPS.values())[:4])
    yield Table(heads, rows, (1, 3, 1, 1))
    yield Paragraph("Which of them would you not have at the time of the request?")


@section(60, "3 Feature engineering", room=3, ask=_ask)
def features(lesson: Lesson) -> Iterator[Block]:
    """List the features by group, with the worst age of each beside its promise."""
    rows = tuple(
        (f"**{title}**", "; ".join(_told(lesson, group)), _example(lesson, group))
        for group, title in GROUPS.items()
        if any(item.group == group for item in lesson.design.features.values())
    )
    if rows:
        heads = (
            "Group",
            "Features (how many): worst age of the promise",
            "Why, for one",
        )
        yield Table(heads, rows, (0.8, 3, 2.2))


def _told(lesson: Lesson, group: str | None) -> Iterator[str]:
    for id, item in lesson.design.features.items():
        if item.group == group:
            count = f" ({item.count})" if item.count else ""
            yield f"{item.name or id}{count}{_age(lesson, id, item)}"


def _age(lesson: Lesson, id: str, item: Feature) -> str:
    worst = lesson.number(f"freshness.{id}.worst")
    promise = str(item.freshness or "")
    said = " of ".join(part for part in (worst, promise) if part)
    return f": {said}" if said else ""


def _example(lesson: Lesson, group: str | None) -> str:
    members = (f for f in lesson.design.features.values() if f.group == group)
    return next((item.why for item in members if item.why), "")
