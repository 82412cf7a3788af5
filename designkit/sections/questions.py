"""Follow-ups: what the interviewer asks next, graded by who is expected to know."""

from collections.abc import Iterator

from designkit.catalog.concept import LEVELS
from designkit.paper import Block, Question
from designkit.section import Study, section
from designkit.source.concepts import find_concept


def _ask(study: Study) -> Iterator[Block]:
    for item in _graded(study):
        yield Question(item.text, "", item.level)


@section(130, "Follow-ups", room=0, ask=_ask)
def questions(study: Study) -> Iterator[Block]:
    """Ask and answer, from what everybody must know to what few do."""
    yield from _graded(study)


def _graded(study: Study) -> Iterator[Question]:
    for level in (*LEVELS, None):
        for item in study.design.questions:
            if item.level == level:
                card = find_concept(item.concept or "")
                about = card.title if card else item.concept or ""
                yield Question(item.question, item.answer, level or "", about)
