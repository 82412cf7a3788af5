from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.pictures.drawing import Box, Drawing, Point
from designkit.pictures.layout.geometry import measure
from designkit.pictures.layout.placement import place
from designkit.pictures.routing.router import route
from tests.drawn import arrow, card, picture

PLACES = [(x * 260.0, y * 140.0) for y in range(4) for x in range(4)]


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    """Cards on a grid, with wires between any of them."""
    count = draw(st.integers(2, len(PLACES)))
    cards = [card(f"n{at}", *PLACES[at]) for at in range(count)]
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    chosen = draw(st.lists(ends, min_size=1, max_size=20, unique=True))
    wires = tuple(arrow(f"n{a}", f"n{b}", "events") for a, b in chosen)
    return picture(*cards, arrows=wires)


@given(drawing=drawings())
@settings(deadline=None, max_examples=25)
def test_wires_are_square_end_at_their_cards_and_run_through_none(
    drawing: Drawing,
) -> None:
    routed = route(drawing)
    boxes = {node.id: node.box for node in routed.nodes}

    assert route(drawing) == routed
    assert measure(place(drawing)).wire_through_card == 0
    for wire in routed.arrows:
        for id, end in ((wire.source, wire.route[0]), (wire.target, wire.route[-1])):
            assert on_border(boxes[id].grown(0.5), boxes[id].grown(-0.5), end)


def on_border(around: Box, within: Box, point: Point) -> bool:
    here = Box(*point, 0, 0)
    return around.contains(here, 0) and not within.contains(here, 0)
