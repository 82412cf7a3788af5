from designkit.pictures.routing.grid import LANE, LEFT, RIGHT
from designkit.pictures.routing.traffic import directed, edges_of, empty
from designkit.pictures.routing.wires import WantedWire

EDGE = {(0, 1): 0, (1, 2): 1, (1, 4): 2, (4, 5): 3}
"""Steps of a page of three columns and two rows, with their numbers."""


def test_what_goes_the_other_way_is_no_part_of_the_trunk() -> None:
    traffic = empty(width=3, places=6, edges=4)
    there, back = WantedWire(0, 0, 1, bundle=7), WantedWire(1, 0, 1, bundle=7)
    for wire, way in ((there, (0, 1, 2)), (back, (2, 1, 4, 5))):
        traffic.add(wire, way, edges_of(way, EDGE), 1)

    steps, level, upright, turning = traffic.own_ways(7)

    assert steps == {
        directed(0, forward=True),
        directed(1, forward=True),
        directed(1, forward=False),
        directed(2, forward=True),
        directed(3, forward=True),
    }
    assert (level, upright, turning) == ({1}, set(), {1, 4})
    assert traffic.edges == [1, 2, 1, 1]


def test_a_bundle_counts_once_and_what_is_taken_off_is_gone() -> None:
    traffic = empty(width=3, places=6, edges=4)
    way = (0, 1, 2)
    wires = [WantedWire(number, 0, 1, bundle=0) for number in range(2)]
    for wire in wires:
        traffic.add(wire, way, edges_of(way, EDGE), 1)

    assert (traffic.edges, traffic.level) == ([1, 1, 0, 0], [0, 1, 0, 0, 0, 0])

    for wire in wires:
        traffic.add(wire, way, edges_of(way, EDGE), -1)

    assert (traffic.edges, traffic.level) == ([0] * 4, [0] * 6)
    assert traffic.own_ways(0) == (set(), set(), set(), set())


def test_a_bundle_takes_room_at_a_side_of_a_card_once() -> None:
    traffic = empty(width=3, places=6, edges=4)
    way, taken = (0, 1, 2), dict[tuple[int, int, bool], float]()
    wires = [WantedWire(number, 0, 1, bundle=0) for number in range(2)]
    for wire in wires:
        traffic.add(wire, way, edges_of(way, EDGE), 1)
        taken = dict(traffic.sides)

    assert taken == {(0, RIGHT, True): LANE, (1, LEFT, False): LANE}
    assert traffic.docks(0, 0, RIGHT, out=True)
    assert not traffic.docks(0, 0, RIGHT, out=False)

    for wire in wires:
        traffic.add(wire, way, edges_of(way, EDGE), -1)

    assert {*traffic.sides.values()} == {0.0}
    assert not traffic.docks(0, 0, RIGHT, out=True)
