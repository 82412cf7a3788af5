from designkit.pictures.drawing import Box
from designkit.pictures.routing.nudging import nudged
from designkit.pictures.routing.room import PageRoom
from designkit.pictures.routing.stretches import Course, course_of, points_of
from designkit.pictures.routing.wires import WantedWire

LEFT = Box(0, 40, 100, 100)
ABOVE, BELOW = Box(300, 0, 100, 60), Box(300, 200, 100, 60)
ROOM = PageRoom((LEFT, ABOVE, BELOW), ())


def test_wires_of_a_bundle_run_as_one_where_they_go_the_same_way() -> None:
    ways = [
        course_of([(50, 120), (200, 120), (200, 30), (350, 30)], LEFT, ABOVE),
        course_of(
            [(50, 120), (200, 120), (200, 50), (250, 50), (250, 230), (350, 230)],
            LEFT,
            BELOW,
        ),
    ]

    assert points(ways) == [
        ((100, 120), (200, 120), (200, 30), (300, 30)),
        ((100, 120), (200, 120), (200, 50), (250, 50), (250, 230), (300, 230)),
    ]


def test_wires_of_a_bundle_keep_apart_where_they_go_opposite_ways() -> None:
    ways = [
        course_of([(50, 120), (200, 120), (200, 30), (350, 30)], LEFT, ABOVE),
        course_of([(50, 60), (200, 60), (200, 230), (350, 230)], LEFT, BELOW),
    ]

    assert points(ways) == [
        ((100, 120), (205.5, 120), (205.5, 30), (300, 30)),
        ((100, 60), (194.5, 60), (194.5, 230), (300, 230)),
    ]


def points(ways: list[Course]) -> list[tuple[tuple[float, float], ...]]:
    wires = [WantedWire(0, 0, 1, bundle=0), WantedWire(1, 0, 2, bundle=0)]
    return list(map(points_of, nudged(wires, ways, ROOM).courses))
