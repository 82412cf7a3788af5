"""Wires that meet one card, or go the same way, are in the order without crossings."""

from dataclasses import replace

import pytest

from designkit.pictures.drawing import Box, Drawing, Group, Node
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
