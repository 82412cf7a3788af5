"""Badges find a place at their card or on their wire, and hide little."""

from dataclasses import replace
from itertools import pairwise

from designkit.pictures.badging import HEIGHT, place_badges
from designkit.pictures.drawing import (
    Arrow,
    ArrowLabel,
    Badge,
    BadgeShape,
    Box,
    Drawing,
    LineStyle,
    Node,
    NodeRole,
)

CARD = Node("a", "A", NodeRole.COMPONENT, "serving", 200, 60).at(100, 100)
OTHER = Node("b", "B", NodeRole.COMPONENT, "serving", 200, 60).at(500, 100)
WIRE = Arrow("a", "b", "", "call", LineStyle.SOLID, route=((300, 130), (500, 130)))


def page(*badges: Badge, arrows: tuple[Arrow, ...] = (WIRE,)) -> Drawing:
    drawing = Drawing("v", "", "", "", (CARD, OTHER), arrows, width=800, height=300)
    return place_badges(replace(drawing, badges=badges))


def badge(text: str = "6 ms", **where: str | int) -> Badge:
    plain = Badge(text, text, BadgeShape.PILL)
    return replace(plain, **where)  # type: ignore[arg-type]


def box_of(drawing: Drawing, at: int = 0) -> Box:
    box = drawing.badges[at].box
    assert box is not None
    return box


def test_a_badge_lies_across_the_lower_border_of_its_card() -> None:
    box = box_of(page(badge(node="a")))

    assert box.y < CARD.box.bottom < box.bottom
    assert CARD.box.x < box.x < box.right < CARD.box.right
    assert box.height == HEIGHT


def test_a_badge_makes_room_for_wires_that_end_at_its_card() -> None:
    wires = tuple(
        replace(WIRE, route=((x, 160.0), (x, 250.0))) for x in (130.0, 200.0, 270.0)
    )
    box = box_of(page(badge("12 ms, a third of it", node="a"), arrows=wires))

    assert box.y < CARD.box.y < box.bottom


def test_where_both_sides_are_full_a_badge_stands_out_of_a_corner() -> None:
    wires = tuple(
        replace(WIRE, route=((x, y), (x, end)))
        for x in (150.0, 200.0, 250.0)
        for y, end in ((160.0, 250.0), (100.0, 20.0))
    )
    box = box_of(page(badge("12 ms, a third of it", node="a"), arrows=wires))

    assert box.right > CARD.box.right or box.x < CARD.box.x
    assert not any(
        box.x < x < box.right for wire in wires for (x, _), _ in pairwise(wire.route)
    )


def test_a_badge_of_an_arrow_is_on_its_wire() -> None:
    box = box_of(page(badge(arrow=0)))

    assert box.centre == (400, 130)


def test_a_badge_of_a_wire_that_leans_keeps_below_its_label() -> None:
    label = ArrowLabel("requests", Box(320, 108, 160, 18))
    leaning = replace(WIRE, route=((300, 130), (500, 134)), label=label)
    box = box_of(page(badge(arrow=0), arrows=(leaning,)))

    assert label.box.bottom < box.y < 134 < box.bottom


def test_two_badges_of_a_card_are_beside_each_other() -> None:
    drawing = page(badge(node="a"), badge("7 ms", node="a"))

    assert not box_of(drawing).overlaps(box_of(drawing, 1))


def test_a_text_that_is_too_long_is_cut_and_its_sentence_stays() -> None:
    drawing = page(badge("a team with a very long name indeed", node="a"))

    assert "…" in drawing.badges[0].text
    assert drawing.badges[0].title == "a team with a very long name indeed"
    assert box_of(drawing).width <= CARD.width


def test_a_picture_without_badges_stays_as_it_is() -> None:
    assert page().badges == ()


def test_a_badge_of_a_short_wire_stands_across_from_its_label() -> None:
    label = ArrowLabel("requests", Box(405, 192, 60, 16))
    short = replace(WIRE, route=((400.0, 175.0), (400.0, 225.0)), label=label)
    box = box_of(page(badge("1 · 10 ms", arrow=0), arrows=(short,)))

    assert box.right <= 402
    assert not box.overlaps(label.box)
