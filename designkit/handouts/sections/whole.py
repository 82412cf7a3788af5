"""The whole in one picture."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Paragraph, Picture
from designkit.handouts.section import Lesson, section


def _ask(lesson: Lesson) -> Iterator[Block]:
    del lesson
    yield Paragraph(
        "Name what is empty, then tell one event's way through the picture."
    )
    yield Picture("overview")


@section(40, "The whole system", room=3, ask=_ask)
def whole(lesson: Lesson) -> Iterator[Block]:
    """Show the overview."""
    del lesson
    yield Picture("overview")
