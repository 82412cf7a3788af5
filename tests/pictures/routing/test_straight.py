"""Wires between cards that face each other go straight where there is room."""

from collections.abc import Sequence

import pytest

from designkit.pictures.drawing import Box
from designkit.pictures.routing.straight import SHORTEST, Facing
from designkit.pictures.routing.stretches import WireStretch
from designkit.pictures.routing.wires import WantedWire

LEFT, RIGHT, BELOW = Box(0, 0, 200, 60), Box(300, 0, 200, 60), Box(0, 160, 200, 60)
LEVEL = WireStretch(False, 30, 200, 300)


def lines(
    cards: Sequence[Box], *ends: tuple[int, int], titles: Sequence[Box] = ()
) -> list[WireStretch]:
    wires = [WantedWire(at, *pair, at) for at, pair in enumerate(ends)]
    return [line for _, line in Facing(cards, titles).lines(wires)]


def test_a_wire_goes_straight_through_the_middle_of_what_both_cards_have() -> None:
    assert lines([LEFT, RIGHT, BELOW], (0, 1), (1, 0), (2, 0)) == [
        LEVEL,
        LEVEL.back(),
        WireStretch(True, 100, 160, 60),
    ]


@pytest.mark.parametrize(
    ("cards", "ends"),
    [
        pytest.param([LEFT], (0, 0), id="to itself"),
        pytest.param([LEFT, RIGHT.moved(0, 50)], (0, 1), id="no room beside corners"),
        pytest.param(
            [LEFT, Box(LEFT.right + SHORTEST - 1, 0, 200, 60)], (0, 1), id="too near"
        ),
        pytest.param(
            [LEFT, RIGHT.moved(300, 0), RIGHT], (0, 1), id="a card in the way"
        ),
    ],
)
def test_a_wire_has_to_turn(cards: list[Box], ends: tuple[int, int]) -> None:
    assert lines(cards, ends) == []


def test_there_are_as_many_straight_wires_as_have_room() -> None:
    assert len(lines([LEFT, RIGHT], *[(0, 1)] * 9)) == 3


def test_a_wire_keeps_clear_of_a_title() -> None:
    title = Box(230, 0, 40, 20)
    (line,) = lines([LEFT, RIGHT], (0, 1), titles=[title])

    assert title.bottom < line.at < LEFT.bottom


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
