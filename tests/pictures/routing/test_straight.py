"""Wires between cards that face each other need not turn."""

from designkit.pictures.drawing import Box
from designkit.pictures.routing.straight import Facing
from designkit.pictures.routing.wires import WantedWire

TALL = Box(0, 0, 100, 200), Box(400, 0, 100, 200)
WIRE = WantedWire(0, 0, 1, 0)


def heights(*between: Box) -> list[float]:
    """The heights of straight wires between two tall cards, with others between."""
    return [it.at for _, it in Facing((*TALL, *between), ()).lines([WIRE])]


def test_a_wire_runs_straight_from_middle_to_middle() -> None:
    assert heights() == [100.0]


def test_a_wire_passes_a_card_in_its_way_where_there_is_room() -> None:
    assert heights(Box(200, 80, 80, 60)) == [41.0]


def test_there_is_no_straight_wire_where_cards_leave_no_room() -> None:
    assert heights(Box(200, 0, 80, 90), Box(200, 105, 80, 95)) == []
