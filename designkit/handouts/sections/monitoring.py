"""Step 7: what is watched, who is told, and when a model is made anew."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Paragraph, Table, Working
from designkit.handouts.section import Lesson, section
from designkit.text.sentences import sentence

AGES = ("model.age", "model.worst-age")


def _ask(lesson: Lesson) -> Iterator[Block]:
    del lesson
    heads = ("What is watched", "Window", "Alarm when", "Who is told")
    yield Table(heads, tuple(("", "", "", "") for _ in range(5)), (2, 1, 2, 1))
    yield Paragraph(
        "When is the model trained again? How old is what it knows by then?"
    )


@section(100, "7 Monitoring and retraining", room=3, ask=_ask)
def monitoring(lesson: Lesson) -> Iterator[Block]:
    """List the monitors, the triggers of training, and the age of the model."""
    rows = tuple(
        (
            f"**{item.title}**",
            ", ".join(item.texts("watch")),
            str(item.quantity("window") or ""),
            " ".join(item.texts("threshold")),
            item.owner or "",
        )
        for item in lesson.facts.of_kind("monitor")
    )
    if rows:
        heads = ("Monitor", "Watches", "Window", "Alarm when", "Owner")
        yield Table(heads, rows, (1.2, 1.6, 0.7, 2.2, 1.1)).filled()
    for trigger in lesson.facts.of_kind("retrain-trigger"):
        by = ", ".join(trigger.texts("triggers"))
        told = f"**{trigger.title}**{f': {by}' if by else ''}."
        yield Paragraph(f"{told} {sentence(trigger.why or '')}".rstrip())
    found = (lesson.estimate.get(id) for id in AGES)
    ages = tuple((f.title, f.working, f"**{f.text}**") for f in found if f)
    if ages:
        yield Working(ages)
