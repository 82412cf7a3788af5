"""Trade-offs: what was chosen and what was not, side by side."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Choice, Question
from designkit.handouts.section import Lesson, section
from designkit.model.reasons import Tradeoff
from designkit.text.sentences import capital, sentence

MOST = 2


def _ask(lesson: Lesson) -> Iterator[Block]:
    for item in lesson.design.tradeoffs[:MOST]:
        yield Question(f"{_name(item)}: what are the two sides, and which do you take?")


@section(110, "Trade-offs", room=0, ask=_ask)
def tradeoffs(lesson: Lesson) -> Iterator[Block]:
    """Set the choices of the design beside what it could have done."""
    for item in lesson.design.tradeoffs[:MOST]:
        yield Choice(
            _name(item),
            capital(item.chosen),
            capital(item.rejected),
            sentence(item.because),
            capital(item.revisit_when or ""),
        )


def _name(item: Tradeoff) -> str:
    return item.name or "A choice"
