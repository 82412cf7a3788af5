"""Plain routes for very large pictures: square, from card to card, past rows of cards."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from designkit.pictures.drawing import Box
from designkit.pictures.routing.rough import free_strips, route_roughly
from tests.drawn import arrow, card, picture

boxes = st.lists(
    st.builds(
        Box, *[st.integers(0, 900)] * 2, st.integers(20, 200), st.integers(20, 90)
    ),
    min_size=1,
    max_size=12,
)
places = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=8, unique=True
)


@given(boxes)
def test_no_card_stands_in_a_free_strip(cards: list[Box]) -> None:
    strips = free_strips(cards)

    assert [*strips] == sorted(strips)
    assert all(
        box.bottom <= top or box.y >= bottom for top, bottom in strips for box in cards
    )


@given(places)
def test_routes_are_square_and_go_from_card_to_card(
    at: list[tuple[int, int]],
) -> None:
    cards = [card(f"c{n}", x * 320, y * 120) for n, (x, y) in enumerate(at)]
    wires = tuple(arrow(one.id, other.id, "") for one, other in pairwise(cards))
    drawing = route_roughly(picture(*cards, arrows=wires))

    for wire, (one, other) in zip(drawing.arrows, pairwise(cards), strict=True):
        assert wire.route[0] == (one.box.right, one.box.centre[1])
        assert wire.route[-1] == (other.box.x, other.box.centre[1])
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(wire.route))


def test_wires_between_neighbours_stay_between_them() -> None:
    left, right = card("left", 0, 0), card("right", 300, 100)
    (wire,) = route_roughly(
        picture(left, right, arrows=(arrow("left", "right", ""),))
    ).arrows

    assert all(left.box.right <= x <= right.box.x for x, _ in wire.route)
