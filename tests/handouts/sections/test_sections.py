"""A handout is told from the design and its numbers, and asked without the answers."""

import pytest

from designkit.documents.paper import (
    Block,
    Callout,
    Choice,
    Heading,
    Items,
    Paragraph,
    Question,
    Table,
    Working,
)
from designkit.estimates.what_if import Change, changed
from designkit.handouts.section import Lesson
from designkit.handouts.sections import all_sections
from tests.drawn import design_of
from tests.mutated import DESIGNS, shipped

STEPS = (
    "1 Problem formulation",
    "2 Data collection",
    "3 Feature engineering",
    "4 Model selection",
    "5 Evaluation",
    "6 Deployment",
    "7 Monitoring and retraining",
)
"""The seven steps of a case, in the words of the interview guide."""

every_design = pytest.mark.parametrize("name", DESIGNS)


def lesson(name: str) -> Lesson:
    design = shipped(name).design
    assert design is not None
    return Lesson(design)


def full(found: Lesson) -> list[Block]:
    return [block for part in all_sections() for block in part.full(found)]


def blank(found: Lesson) -> list[Block]:
    return [block for part in all_sections() for block in part.blank(found)]


def titles(blocks: list[Block]) -> list[str]:
    return [b.text for b in blocks if isinstance(b, Heading) and b.level == 2]


def texts(blocks: list[Block]) -> list[str]:
    """Return every text of the blocks."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading(text) | Paragraph(text):
                found.append(text)
            case Items(items):
                found += items
            case Table(headings, rows):
                found += [*headings, *(cell for row in rows for cell in row)]
            case Working(rows):
                found += [cell for row in rows for cell in row]
            case Callout(title, text, _, more):
                found += [title, text, more]
            case Choice(title, chosen, rejected, because, revisit):
                found += [title, chosen, rejected, because, revisit]
            case Question(text, answer):
                found += [text, answer]
    return found


@every_design
def test_the_seven_steps_are_the_spine(name: str) -> None:
    found = [title for title in titles(full(lesson(name))) if title[0].isdigit()]

    assert tuple(found) == STEPS


@every_design
def test_every_section_has_something_to_say_of_a_shipped_design(name: str) -> None:
    known = lesson(name)

    assert titles(full(known)) == [part.title for part in all_sections()]


@every_design
def test_a_table_has_as_many_cells_in_each_row_as_headings(name: str) -> None:
    for block in (*full(lesson(name)), *blank(lesson(name))):
        if isinstance(block, Table):
            assert {len(row) for row in block.rows} <= {len(block.headings)}
            assert not block.widths or len(block.widths) == len(block.headings)


@every_design
def test_a_blank_one_asks_and_does_not_answer(name: str) -> None:
    known = lesson(name)
    asked = texts(blank(known))
    design = known.design

    questions = {item.question for item in design.questions}
    assert len(questions & set(asked)) == 6
    for item in design.questions:
        assert not any(item.answer in text for text in asked)
    for choice in design.tradeoffs:
        assert not any(choice.because in text for text in asked)
    for mode in design.failure_modes:
        assert not any(mode.mitigation in text for text in asked)


def test_numbers_follow_the_workload() -> None:
    load = Change(("workload", "requests-per-day"), "300 M")
    design = changed(shipped("fraud"), (load,)).design
    assert design is not None
    before, after = (
        {
            row[0]: row[2]
            for block in full(found)
            if isinstance(block, Working)
            for row in block.rows
        }
        for found in (lesson("fraud"), Lesson(design))
    )
    moved = {
        name: (before[name], after.get(name, "none"))
        for name in before
        if before[name] != after.get(name)
    }

    assert moved == {
        "Requests a second, on average": ("**347/s**", "**3,472/s**"),
        "Requests a second at peak": ("**1,389/s**", "**13,889/s**"),
        "Likely p99 of the critical path": ("**35.7 ms**", "none"),
        "Fraud scorer: calls in work at once, at peak": ("**6.94**", "**69.4**"),
        "Fraud scorer: replicas that carry the peak": ("**3**", "**29**"),
        "Fraud scorer: replicas, so that one zone may be lost": ("**6**", "**58**"),
        "Online feature store: keys read a second, at peak": (
            "**6,944/s**",
            "**69,444/s**",
        ),
        "Responses out, at peak": ("**3.33 Mbit/s**", "**33.3 Mbit/s**"),
        "Cost of a thousand requests": ("**0.21 USD**", "**0.20 USD**"),
    }
    assert any("13,889/s" in text for text in texts(full(Lesson(design))))


def test_a_figure_from_a_source_carries_its_number() -> None:
    found = texts(full(lesson("fraud")))
    sources = list(lesson("fraud").design.sources)

    assert f"0.1% [{sources.index('stripe-radar') + 1}]" in found


def test_a_sketch_has_only_what_it_says() -> None:
    design = design_of(
        "designkit: 1\nname: X\nsystem: generic\ncomponents:\n  a: {kind: client}\n"
    )

    assert "4 Model selection" not in titles(full(Lesson(design)))
    assert "4 Model selection" in titles(blank(Lesson(design)))


def test_a_table_has_no_column_in_which_nothing_is_said() -> None:
    sketch = Lesson(
        design_of(
            "designkit: 1\nname: Nights\nsystem: generic\n"
            "components: {watch: {kind: monitor, window: 7 d}}\n"
            "features: {sales: {group: item, count: 40}}\n"
            "datasets: {days: {join: point-in-time, split: [time]}}\n"
        )
    )
    tables = [block for block in full(sketch) if isinstance(block, Table)]

    assert [table.headings for table in tables] == [
        ("Examples", "Join", "Split by"),
        ("Group", "Features (how many)"),
        ("Monitor", "Window"),
    ]


def test_a_forecast_is_told_nothing_of_retrieval() -> None:
    head = "designkit: 1\nname: X\ncomponents: {judge: {kind: evaluator}}\n"
    told = {
        system: [
            card.id for card in Lesson(design_of(f"{head}system: {system}\n")).concepts
        ]
        for system in ("generic", "assistant-with-retrieval")
    }

    assert "retrieval-augmented-generation" not in told["generic"]
    assert "retrieval-augmented-generation" in told["assistant-with-retrieval"]


@pytest.mark.parametrize(
    ("flow", "asked"),
    [
        ("batches: [lake -> scorer: feature-table]", "the rows of a run"),
        ("calls: [app -> scorer: request]", "the peak"),
    ],
    ids=["a nightly run", "on request"],
)
def test_what_is_asked_of_a_run_is_its_rows_and_its_deadline(
    flow: str, asked: str
) -> None:
    parts = (
        "app: {kind: client}, lake: {kind: offline-store}, scorer: {kind: batch-scorer}"
    )
    text = f"designkit: 1\nname: X\nsystem: generic\ncomponents: {{{parts}}}\n"
    last = full(Lesson(design_of(f"{text}flows: {{{flow}}}\n")))[-1]

    assert isinstance(last, Items)
    assert last.items[1].startswith(f"**Numbers:** computed {asked} aloud")
