"""The lines of a page on which wires may run."""

from designkit.pictures.drawing import Box
from designkit.pictures.routing.channels import upright_lines


def test_a_card_has_a_line_through_its_middle_and_one_on_each_side() -> None:
    assert upright_lines([Box(0, 0, 120, 60)]) == (-34.0, 60.0, 154.0)


def test_a_wide_card_has_a_line_at_each_of_its_ends_as_well() -> None:
    lines = upright_lines([Box(0, 0, 400, 60)])

    assert lines == (-34.0, 40.0, 200.0, 360.0, 434.0)


def test_a_line_between_all_cards_leads_past_them_from_end_to_end() -> None:
    boxes = [Box(0, 0, 80, 60), Box(20, 200, 80, 60), Box(160, 400, 80, 60)]

    assert 130.0 in upright_lines(boxes)
