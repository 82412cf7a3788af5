"""Cards and bars that have more room than they were made for."""

from dataclasses import replace

from designkit.pictures.drawing import (
    BarLook,
    BarPart,
    Node,
    NodeRole,
    Part,
    RulePart,
    StepPart,
    Style,
    TextPart,
)
from designkit.pictures.stretching import stretched
from tests.drawn import card


def text(x: float, y: float, width: float = 40.0) -> TextPart:
    return TextPart(x, y, "text", Style.LABEL, width)


def holding(*parts: Part) -> Node:
    return replace(card("one", 0, 0, 100, 50), parts=parts)


def test_text_stays_in_the_middle_of_a_card_that_is_higher() -> None:
    node = holding(text(10, 28), StepPart(2, 2, 1))
    grown = holding(text(10, 34), StepPart(2, 2, 1))

    assert stretched(node, 100, 62) == replace(grown, height=62)


def test_what_is_below_the_rule_of_a_card_stays_at_its_foot() -> None:
    node = holding(text(10, 12), RulePart(10, 30, 80), text(10, 42))
    grown = holding(text(10, 12), RulePart(10, 42, 100), text(10, 54))

    assert stretched(node, 120, 62) == replace(grown, width=120, height=62)


def test_the_pieces_of_a_bar_and_their_texts_are_drawn_to_the_new_scale() -> None:
    pieces = BarPart(0, 24, 60, 26, BarLook.HOP), BarPart(60, 24, 40, 26, BarLook.REST)
    wider = BarPart(0, 24, 120, 26, BarLook.HOP), BarPart(120, 24, 80, 26, BarLook.REST)
    heading, told = text(0, 14), text(0, 86)
    bar = replace(
        holding(heading, *pieces, text(10, 42), text(76, 64, 8), told),
        role=NodeRole.BAR,
    )
    parts = (heading, *wider, text(40, 42), text(156, 64, 8), told)

    assert stretched(bar, 200, 50) == replace(bar, width=200, parts=parts)
