"""Wires that meet one card, or go the same way, are in the order without crossings."""

from dataclasses import replace

import pytest

from designkit.pictures.drawing import Box, Drawing, Group, Node
from designkit.pictures.routing.movables import LABEL, Movable
from designkit.pictures.routing.ordering import gap_of
from designkit.pictures.routing.room import AROUND, BACK_GAP, CLEAR, GAP, STEP
from designkit.pictures.routing.router import route
from designkit.pictures.wiring.crossings import crossings_of
from designkit.pictures.wiring.strokes import stroked
from tests.drawn import arrow, card, picture

UPPER = card("upper", 0, 0)
LEFT, RIGHT = card("left", -400, 200), card("right", 400, 200)


def crossings(drawing: Drawing) -> int:
    wires = enumerate(route(drawing).arrows)
    return len(crossings_of({at: stroked(at, it.route) for at, it in wires}))


def test_a_straight_wire_beside_a_title_makes_way_for_one_that_turns() -> None:
    cards = card("upper", 0, 0, 200), card("lower", 0, 200, 200), RIGHT
    wires = (arrow("lower", "upper", "events"), arrow("right", "upper", "requests"))
    title = Group("title", "Title", "", Box(0, 160, 0, 0), 90.0, False)
    drawing = replace(picture(*cards, arrows=wires), groups=(title,))

    assert crossings(drawing) == 0


@pytest.mark.parametrize("aside", [LEFT, RIGHT], ids=["left", "right"])
def test_two_wires_that_go_the_same_way_do_not_cross(aside: Node) -> None:
    wires = (arrow(aside.id, "upper", "events"), arrow("upper", aside.id, "labels"))

    assert crossings(picture(UPPER, aside, arrows=wires)) == 0


PLAIN = Movable((0, 0), 50, 0, 100)
OTHER = Movable((1, 0), 50, 0, 100)
TAGGED = Movable((2, 0), 50, 0, 100, tagged=(40, 60), before=CLEAR, after=80)
LEVEL_LABEL = Movable((3, LABEL), 50, 50, 70, half=30)
FAR_LABEL = Movable((3, LABEL), 50, 70, 90, half=30)


def test_wires_stand_farther_apart_where_one_comes_back() -> None:
    leaves = Movable((0, 0), 50, 0, 100, docks=((5, True),))
    comes = Movable((1, 1), 50, 0, 100, docks=((5, False),))

    assert gap_of(PLAIN, OTHER) == GAP
    assert gap_of(PLAIN, Movable((0, 2), 50, 0, 100)) == STEP
    assert gap_of(leaves, comes) == BACK_GAP


def test_a_label_keeps_what_is_beside_it_off_be_it_a_wire_or_a_label() -> None:
    assert gap_of(TAGGED, PLAIN) == 80
    assert gap_of(PLAIN, TAGGED) == CLEAR
    assert gap_of(PLAIN, LEVEL_LABEL) == 30 + AROUND + 1
    assert gap_of(TAGGED, LEVEL_LABEL) == 80 + 30
    assert gap_of(LEVEL_LABEL, TAGGED) == 30 + CLEAR
    assert gap_of(TAGGED, FAR_LABEL) == 30 + AROUND + 1


def test_a_label_that_can_slide_past_another_does_not_keep_it_off() -> None:
    slides = replace(TAGGED, slides=True)
    short = replace(slides, start=39, end=81)

    assert gap_of(slides, LEVEL_LABEL) == 30 + AROUND + 1
    assert gap_of(short, LEVEL_LABEL) == 80 + 30
    assert gap_of(slides, PLAIN) == 80
