from dataclasses import replace

import pytest

from designkit.documents.paper import Paper, Picture
from designkit.documents.printing.pictures import (
    is_plate,
    picture_title,
    printed_size,
    shown_views,
)
from designkit.pictures.drawing import Drawing
from tests.drawn import picture
from tests.printed import every_block


def sized(width: float, height: float) -> Drawing:
    return replace(picture(), width=width, height=height)


def test_each_view_is_shown_once_in_order() -> None:
    blocks = (Picture("b"), Picture("a"), Picture("b"))

    assert shown_views(Paper("", "", blocks)) == ("b", "a")


def test_a_picture_is_called_after_its_design_and_view() -> None:
    assert (
        picture_title(every_block(), Picture("request-path")) == "Small: request path"
    )


def test_a_picture_is_a_plate_if_a_page_turned_sideways_makes_it_readable() -> None:
    assert not is_plate(sized(1300, 900))
    assert is_plate(sized(1600, 900))


def test_a_tall_picture_is_no_plate() -> None:
    assert not is_plate(sized(1500, 2400))


def test_a_picture_fits_its_page_and_is_not_larger_than_the_text() -> None:
    assert printed_size(sized(100, 50), plate=False) == pytest.approx((70, 35))
    assert printed_size(sized(900, 300), plate=False) == pytest.approx(
        (504.57, 168.19), abs=0.01
    )
    assert printed_size(sized(1600, 900), plate=True) == pytest.approx(
        (773.86, 435.30), abs=0.01
    )
    assert printed_size(sized(1500, 2400), plate=False) == pytest.approx(
        (425.20, 680.31), abs=0.01
    )
