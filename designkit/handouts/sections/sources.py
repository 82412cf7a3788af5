"""Where the facts come from."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Paragraph
from designkit.handouts.section import Lesson, section
from designkit.model.reasons import Source


def _ask(lesson: Lesson) -> Iterator[Block]:
    del lesson
    return iter(())


@section(160, "Sources", room=0, ask=_ask)
def sources(lesson: Lesson) -> Iterator[Block]:
    """List the sources by the numbers that figures carry."""
    found = [
        f"[{number}] {_told(item)}"
        for number, item in enumerate(lesson.design.sources.values(), 1)
    ]
    if found:
        yield Paragraph(" ".join(found))


def _told(item: Source) -> str:
    who = ", ".join(part for part in (item.by, item.year) if part)
    title = f"[{item.title}]({item.url})" if item.url else item.title
    return f"{title}{f' ({who})' if who else ''}."
