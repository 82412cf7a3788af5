"""What is near is found, whatever the cells."""

from hypothesis import given
from hypothesis import strategies as st

from designkit.pictures.drawing import Box
from designkit.pictures.gates.nearby import nearby

places, spans = st.integers(-400, 400), st.integers(0, 300)
boxes = st.builds(Box, places, places, spans, spans)


@given(kept=st.lists(boxes, max_size=12), asked=boxes)
def test_all_that_touches_a_box_is_given_in_order(kept: list[Box], asked: Box) -> None:
    touching = [
        number
        for number, box in enumerate(kept)
        if max(box.x, asked.x) <= min(box.right, asked.right)
        and max(box.y, asked.y) <= min(box.bottom, asked.bottom)
    ]

    assert list(nearby(list(enumerate(kept))).at(asked)) == touching
