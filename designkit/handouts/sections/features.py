"""Step 3: features in groups, with how fresh they must be and how old they get."""

from collections.abc import Iterator

from designkit.analysis.roles import has_role
from designkit.catalog.role import Role
from designkit.documents.paper import Block, Paragraph, Table
from designkit.handouts.section import Lesson, section
from designkit.model.component import Component, Mode
from designkit.model.design import Design
from designkit.model.learning import Feature
from designkit.pictures.phrases import type_label
from designkit.quantities.writing import listed

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
        heads = ("Group", _heading(lesson), "Why, for one")
        yield Table(heads, rows, (0.8, 3, 2.2)).filled()
    elif told := _read(lesson.design):
        yield Paragraph(told)


def _heading(lesson: Lesson) -> str:
    """Say what is told of a feature: its age where one has any."""
    features = lesson.design.features.items()
    aged = any(_age(lesson, id, item) for id, item in features)
    return f"Features (how many){': worst age of the promise' if aged else ''}"


def _read(design: Design) -> str:
    """Say what models read where no feature is computed for them."""
    readers = {id for id, part in design.components.items() if _runs_model(part)}
    flows = [f for f in design.flows if f.target in readers and f.carries]
    types = dict.fromkeys(f.carries for f in flows if f.mode is not Mode.CONTROL)
    if not types:
        return ""
    names = listed([type_label(type) for type in types if type])
    who = listed(list(dict.fromkeys(design.components[f.target].title for f in flows)))
    return f"No feature is computed: {who} read {names}."


def _runs_model(part: Component) -> bool:
    return has_role(part, Role.RUNS_MODEL)


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
