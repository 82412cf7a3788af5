"""Binds the handouts of several designs into one paper, with concepts and glossary."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from designkit.catalog.concept import Concept, Reference
from designkit.catalog.kind import Kind
from designkit.catalog.kinds import all_kinds
from designkit.documents.paper import (
    Block,
    Break,
    Callout,
    Heading,
    Items,
    Paper,
    Paragraph,
    Picture,
    Question,
    Table,
)
from designkit.handouts.section import Lesson
from designkit.source.concepts import all_concepts

CELL = re.compile(r"(?<!\\)\|")
"""What parts the cells of a Markdown table."""

TITLE = "ML system design: systems to learn"
SUBTITLE = (
    "Each system from the prompt to the follow-ups, then the fundamentals behind them, "
    "a glossary of the parts, and an index of the questions."
)


def book(papers: Sequence[Paper], studies: Sequence[Lesson]) -> Paper:
    """Return one paper of several: systems, concepts, glossary, index of questions."""
    blocks = [
        *(block for paper in papers for block in _chapter(paper)),
        *_concepts(),
        *_glossary(studies),
        *_index(studies),
    ]
    drawings = {
        f"{paper.stem}-{name}": drawing
        for paper in papers
        for name, drawing in paper.drawings.items()
    }
    return Paper(TITLE, SUBTITLE, tuple(blocks), drawings, "book", has_contents=True)


def _chapter(paper: Paper) -> Iterator[Block]:
    """Give a handout as a chapter, its pictures by names of their own."""
    yield Break()
    for block in paper.lowered().blocks:
        if isinstance(block, Picture):
            yield replace(block, view=f"{paper.stem}-{block.view}")
        else:
            yield block


def _concepts() -> Iterator[Block]:
    cards = all_concepts().values()
    if cards:
        yield Break()
        yield Heading("The fundamentals", 2)
    for card in cards:
        yield from _card(card)


def _card(card: Concept) -> Iterator[Block]:
    """Give a concept whole: asked, answered, worked, and where it bites."""
    yield Heading(card.title, 3, f"concept-{card.id}")
    yield Question(card.asked, level=card.level, answer=_joined(card.answer))
    yield Question(card.follow_up, _joined(card.follow_up_answer))
    yield Callout("A worked number", _joined(card.worked_number), "note")
    if card.table:
        yield _table(card.table)
    yield Items(card.bites)
    yield Paragraph(f"*Sources:* {'; '.join(map(_cited, card.sources))}.")


def _joined(text: str) -> str:
    return " ".join(text.split())


def _cited(source: Reference) -> str:
    title = f"[{source.title}]({source.url})" if source.url else source.title
    return f"{source.by}{f' {source.year}' if source.year else ''}, {title}"


def _table(text: str) -> Table:
    """Read a Markdown table, of which the second line is the rule."""
    rows = [_cells(line) for line in text.splitlines() if line.strip().startswith("|")]
    return Table(rows[0], tuple(rows[2:]))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in CELL.split(line.strip().strip("|")))


def _glossary(studies: Sequence[Lesson]) -> Iterator[Block]:
    """Define the kinds that the systems are made of, in the order of the alphabet."""
    used = {
        part.kind for lesson in studies for part in lesson.design.components.values()
    }
    kinds = sorted((item for item in all_kinds() if item.name in used), key=_name)
    yield Break()
    yield Heading("Glossary of the parts", 2)
    rows = tuple((f"**{_name(item)}**", item.definition) for item in kinds)
    yield Table(("Part", "What it is"), rows, (1, 4))


def _name(item: Kind) -> str:
    return item.name.replace("-", " ")


def _index(studies: Sequence[Lesson]) -> Iterator[Block]:
    """List every question with the system or the concept that answers it."""
    asked = [
        (item.question, lesson.design.name)
        for lesson in studies
        for item in lesson.design.questions
    ]
    asked += [
        (card.asked, f"Concept: {card.title}") for card in all_concepts().values()
    ]
    yield Break()
    yield Heading("Index of questions", 2)
    yield Table(("Question", "Answered in"), tuple(sorted(asked)), (3, 1))
