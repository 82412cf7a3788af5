from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.pictures.drawing import Box
from designkit.pictures.layout.routing import free_strips, route_roughly
from tests.drawn import arrow, card, picture

GRID = tuple(card(f"c{x}{y}", x * 250, y * 150) for x in range(4) for y in range(4))


def test_between_rows_of_cards_there_are_strips() -> None:
    boxes = [Box(0, 0, 10, 50), Box(20, 30, 10, 50), Box(0, 200, 10, 50)]

    assert free_strips(boxes) == ((-120, 0), (80, 200), (250, 370))


@given(
    tops=st.lists(
        st.tuples(st.integers(0, 500), st.integers(1, 80)), min_size=1, max_size=12
    )
)
def test_no_box_stands_in_a_strip(tops: list[tuple[int, int]]) -> None:
    boxes = [Box(0, top, 10, height) for top, height in tops]
    strips = [Box(0, top, 10, bottom - top) for top, bottom in free_strips(boxes)]

    assert not any(strip.overlaps(box) for strip in strips for box in boxes)
    assert list(strips) == sorted(strips, key=lambda strip: strip.y)


def test_a_near_card_is_reached_in_one_step() -> None:
    drawing = picture(card("a", 0, 0), card("b", 220, 100), arrows=(arrow("a", "b"),))

    assert route_roughly(drawing).arrows[0].route == (
        (100, 25),
        (160, 25),
        (160, 125),
        (220, 125),
    )


def test_a_far_card_is_reached_along_the_next_free_strip() -> None:
    drawing = picture(*GRID, arrows=(arrow("c00", "c31"),))

    assert route_roughly(drawing).arrows[0].route == (
        (100, 25),
        (112, 25),
        (112, 60),
        (738, 60),
        (738, 175),
        (750, 175),
    )


def test_the_way_back_goes_along_the_strip_above() -> None:
    drawing = picture(*GRID, arrows=(arrow("c31", "c00"),))

    assert route_roughly(drawing).arrows[0].route == (
        (850, 175),
        (862, 175),
        (862, 60),
        (-12, 60),
        (-12, 25),
        (0, 25),
    )


ids = st.sampled_from([node.id for node in GRID])


@given(ends=st.lists(st.tuples(ids, ids), min_size=1, max_size=20))
@settings(deadline=None, max_examples=40)
def test_every_route_is_square_and_joins_its_cards(ends: list[tuple[str, str]]) -> None:
    drawing = route_roughly(picture(*GRID, arrows=tuple(arrow(*end) for end in ends)))
    boxes = {node.id: node.box for node in GRID}

    assert [(wire.source, wire.target) for wire in drawing.arrows] == ends
    for wire in drawing.arrows:
        assert wire.route[0] == (boxes[wire.source].right, boxes[wire.source].centre[1])
        assert wire.route[-1] == (boxes[wire.target].x, boxes[wire.target].centre[1])
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(wire.route))
