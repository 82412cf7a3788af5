"""Step 4: from a baseline up a ladder of models, one reason for each step."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Items, Paragraph
from designkit.handouts.section import Lesson, section
from designkit.text.sentences import capital, ended, sentence


def _ask(lesson: Lesson) -> Iterator[Block]:
    del lesson
    yield Paragraph(
        "Begin with the baseline. What does each step up gain, and what does it cost?"
    )


@section(70, "4 Model selection", room=8, ask=_ask)
def models(lesson: Lesson) -> Iterator[Block]:
    """Name each model with its reason, and climb the ladder of the last one."""
    stated = lesson.design.models
    for id, item in stated.items():
        what = f"**{item.name or id}**"
        what += f": {item.algorithm}" if item.algorithm else ""
        yield Paragraph(f"{ended(what)} {sentence(item.why or '')}".rstrip())
    ladders = [item for item in stated.values() if item.ladder]
    for item in ladders[-1:]:
        named = f" to the {item.name.lower()}" if item.name and len(stated) > 1 else ""
        yield Paragraph(f"The ladder up{named}, one reason a step:")
        rungs = (
            f"**{ended(capital(rung.model))}** {sentence(rung.why)}"
            for rung in item.ladder
        )
        yield Items(tuple(rungs), "number")
