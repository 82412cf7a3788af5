from itertools import pairwise

from designkit.pictures.drawing import Box
from designkit.pictures.routing.nudging import nudged
from designkit.pictures.routing.room import PageRoom
from designkit.pictures.routing.stretches import course_of
from designkit.pictures.routing.widening import Widening, reattached, widening_of
from designkit.pictures.routing.wires import WantedWire

SOURCES = tuple(Box(0, 100.0 * at, 100, 48) for at in range(4))
CARDS = (*SOURCES, Box(400, 150, 100, 48))
WIRES = tuple(WantedWire(at, at, 4, bundle=at) for at in range(4))
COURSES = [
    course_of(
        [box.centre, (250.0, box.centre[1]), (250.0, 174.0), (450.0, 174.0)],
        box,
        CARDS[-1],
    )
    for box in SOURCES
]


def test_a_card_grows_where_more_wires_meet_it_than_it_has_room_for() -> None:
    crowded = nudged(WIRES, COURSES, PageRoom(CARDS, ()))
    widening = widening_of(crowded, CARDS)

    assert crowded.low == {4: 13.0}
    assert widening == Widening((), ((199.0, 14),), {}, {4: 14})


def test_wires_keep_apart_at_a_card_that_has_grown() -> None:
    cards = (*SOURCES[:2], *(it.moved(0, 14) for it in SOURCES[2:]), CARDS[4].grown(0))
    taller = (*cards[:4], Box(400, 150, 100, 62))
    pulled = Widening((), ((199.0, 14),), {}, {4: 14}).courses(WIRES, COURSES, CARDS)
    result = nudged(WIRES, reattached(WIRES, pulled, taller), PageRoom(taller, ()))
    ends = [course[-1].at for course in result.courses]

    assert result.has_room
    assert [below - above for above, below in pairwise(ends)] == [11.0, 11.0, 11.0]


def test_a_wire_stays_at_its_card_where_the_page_is_cut_through_that() -> None:
    cut = Widening((), ((180.0, 50),), {}, {})
    low = [course_of([(50, 24), (250, 24), (250, 190), (450, 190)], CARDS[0], CARDS[4])]

    assert cut.courses(WIRES[:1], low, CARDS) == low
