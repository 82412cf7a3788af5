"""The lines of a page on which wires may run."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from designkit.pictures.drawing import Box
from designkit.pictures.routing.channels import (
    APART_FROM_CENTRE,
    flipped,
    level_lines,
    upright_lines,
)


def test_a_card_has_a_line_through_its_middle_and_one_on_each_side() -> None:
    assert upright_lines([Box(0, 0, 120, 60)]) == (-34.0, 60.0, 154.0)


def test_a_wide_card_has_a_line_at_each_of_its_ends_as_well() -> None:
    lines = upright_lines([Box(0, 0, 400, 60)])

    assert lines == (-34.0, 40.0, 200.0, 360.0, 434.0)


def test_a_wide_gap_has_a_line_in_the_middle_and_at_each_card() -> None:
    near, far = (
        upright_lines([Box(0, 0, 100, 60), Box(100 + gap, 0, 100, 60)])[2:-2]
        for gap in (100, 300)
    )

    assert near == (150.0,)
    assert far == (134.0, 250.0, 366.0)


def test_level_lines_are_upright_ones_of_the_page_turned_over() -> None:
    cards = [Box(0, 0, 100, 60), Box(150, 200, 100, 60)]

    assert level_lines(cards) == upright_lines([flipped(card) for card in cards])


@given(
    st.lists(
        st.builds(
            Box, *[st.integers(0, 900)] * 2, st.integers(20, 230), st.integers(20, 90)
        ),
        min_size=1,
        max_size=9,
    )
)
def test_lines_keep_apart_and_every_card_has_one(cards: list[Box]) -> None:
    lines = upright_lines(cards)
    centres = {round(card.centre[0], 1) for card in cards}

    assert centres <= {*lines}
    assert all(
        b - a >= APART_FROM_CENTRE or {a, b} <= centres for a, b in pairwise(lines)
    )


def test_a_line_between_all_cards_leads_past_them_from_end_to_end() -> None:
    boxes = [Box(0, 0, 80, 60), Box(20, 200, 80, 60), Box(160, 400, 80, 60)]

    assert 130.0 in upright_lines(boxes)
