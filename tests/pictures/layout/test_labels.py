from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.pictures.drawing import ArrowLabel, Box, Group, Point
from designkit.pictures.layout.geometry import measure
from designkit.pictures.layout.labels import MANY, place_labels
from designkit.pictures.lettering import label_size
from tests.drawn import arrow, card, picture

PAIR = (card("a", 0, 0), card("b", 400, 0))
LEVEL = ((100.0, 25.0), (400.0, 25.0))


def labelled(
    text: str, *route: Point, groups: tuple[Group, ...] = ()
) -> ArrowLabel | None:
    wire = replace(arrow("a", "b", text), route=route)
    drawing = replace(picture(*PAIR, arrows=(wire,)), groups=groups)
    return place_labels(drawing).arrows[0].label


def test_a_label_is_as_large_as_its_lines() -> None:
    assert label_size("events") == snapshot((46.8466796875, 16))
    assert label_size("feature\nvalues") == snapshot((49.7998046875, 32))


def test_a_label_stands_above_the_middle_of_a_level_line() -> None:
    width, height = label_size("events")

    assert labelled("events", *LEVEL) == ArrowLabel(
        "events", Box(250 - width / 2, 20 - height, width, height)
    )


def test_a_label_stands_to_the_right_of_an_upright_line() -> None:
    width, height = label_size("events")
    found = labelled("events", (200, 100), (200, 500))

    assert found == ArrowLabel("events", Box(205, 300 - height / 2, width, height))


def test_a_label_that_is_in_the_way_of_another_moves_on() -> None:
    wires = [
        replace(arrow("a", "b", "events"), route=LEVEL),
        replace(arrow("a", "b", "events"), route=((100.0, 24.0), (400.0, 24.0))),
    ]
    first, second = place_labels(picture(*PAIR, arrows=tuple(wires))).arrows

    assert first.label is not None
    assert second.label is not None
    assert not first.label.box.overlaps(second.label.box)


def test_a_label_keeps_off_the_title_of_a_band() -> None:
    free = labelled("events", *LEVEL)
    assert free is not None
    box = Box(free.box.x - 14, free.box.y - 8, 400, 200)
    moved = labelled("events", *LEVEL, groups=(Group("x", "X", "", box, 30),))

    assert moved is not None
    assert not moved.box.overlaps(Group("x", "X", "", box, 30).title_box)


def test_a_label_without_room_for_one_line_takes_two() -> None:
    near = (card("a", 0, 0, 100, 400), card("b", 190, 0, 100, 400))
    wire = replace(arrow("a", "b", "feature values"), route=((100, 200), (190, 200)))
    found = place_labels(picture(*near, arrows=(wire,))).arrows[0].label

    assert found is not None
    assert found.text == "feature\nvalues"


def test_a_label_of_two_lines_without_room_for_both_takes_one() -> None:
    walls = (card("u", 110, -200, 280, 200), card("v", 110, 40, 280, 200))
    wire = replace(arrow("a", "b", "raw\ntables"), route=LEVEL)
    found = place_labels(picture(*PAIR, *walls, arrows=(wire,))).arrows[0].label

    assert found is not None
    assert found.text == "raw tables"


def test_every_arrow_of_a_crowded_picture_has_a_label_of_its_own() -> None:
    wires = tuple(
        replace(arrow("a", "b", "events"), route=((100.0, y), (400.0, y)))
        for y in range(0, 60 * (MANY + 1), 60)
    )
    found = [wire.label for wire in place_labels(picture(*PAIR, arrows=wires)).arrows]

    assert len({label.box.y for label in found if label}) == MANY + 1


def test_without_any_room_there_is_no_label() -> None:
    near = (card("a", 0, 0, 100, 400), card("b", 120, 0, 100, 400))
    wire = replace(arrow("a", "b", "feature values"), route=((100, 200), (120, 200)))

    assert place_labels(picture(*near, arrows=(wire,))).arrows[0].label is None


def test_an_arrow_without_text_or_route_has_no_label() -> None:
    drawing = picture(*PAIR, arrows=(arrow("a", "b"), arrow("a", "b", "events")))

    assert place_labels(drawing) == drawing


def test_a_label_stands_on_its_line_where_there_is_no_room_beside_it() -> None:
    walls = (card("u", 110, -193, 280, 200), card("v", 110, 43, 280, 200))
    wire = replace(arrow("a", "b", "events"), route=LEVEL)
    found = place_labels(picture(*PAIR, *walls, arrows=(wire,))).arrows[0].label
    width, height = label_size("events")

    assert found == ArrowLabel(
        "events", Box(250 - width / 2, 25 - height / 2, width, height), on_line=True
    )


places = st.integers(0, 60).map(lambda step: step * 10.0)


def square(x: float, y: float, to_x: float, to_y: float) -> tuple[Point, ...]:
    return (x, y), (to_x, y), (to_x, to_y)


@given(routes=st.lists(st.builds(square, places, places, places, places), max_size=12))
@settings(deadline=None, max_examples=40)
def test_labels_cover_nothing_and_stay_by_their_arrows(
    routes: list[tuple[Point, ...]],
) -> None:
    wires = (replace(arrow("a", "b", "raw tables"), route=route) for route in routes)
    placed = place_labels(picture(*PAIR, arrows=tuple(wires)))
    gates = measure(replace(placed, width=100, height=100))

    assert (gates.label_on_label, gates.label_on_card, gates.labels_adrift) == (0, 0, 0)
