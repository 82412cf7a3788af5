from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from designkit.documents.paper import Paper, Picture
from designkit.documents.printing.pictures import (
    embedded_svg,
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
    assert picture_title(every_block(), "request-path") == "Small: request path"


def test_a_picture_is_a_plate_if_a_page_turned_sideways_makes_it_readable() -> None:
    assert not is_plate(sized(1300, 900))
    assert is_plate(sized(1600, 900))


def test_a_tall_picture_is_no_plate() -> None:
    assert not is_plate(sized(1500, 2400))


def test_a_picture_fits_its_page_and_is_not_larger_than_the_text() -> None:
    assert printed_size(sized(100, 50)) == pytest.approx((70, 35))
    assert printed_size(sized(900, 300)) == pytest.approx((504.57, 168.19), abs=0.01)
    assert printed_size(sized(1600, 900)) == pytest.approx((773.86, 435.30), abs=0.01)
    assert printed_size(sized(1500, 2400)) == pytest.approx((425.20, 680.31), abs=0.01)


def test_all_ids_of_a_picture_get_the_prefix() -> None:
    drawing = every_block().drawings["overview"]
    root = ET.fromstring(embedded_svg(drawing, "p1-"))
    ids = {e.attrib["id"] for e in root.iter() if "id" in e.attrib}
    uses = {e.attrib["href"] for e in root.iter() if e.get("href", "").startswith("#")}

    assert all(id.startswith("p1-") for id in ids)
    assert uses <= {f"#{id}" for id in ids}
    assert root.attrib["aria-labelledby"] == "p1-overview-title p1-overview-desc"


def test_a_text_that_looks_like_an_id_stays() -> None:
    text = ' id="x" href="#y" <a id="z">'
    drawing = replace(every_block().drawings["overview"], title=text, description=text)
    root = ET.fromstring(embedded_svg(drawing, "p1-"))

    assert root.findtext("{http://www.w3.org/2000/svg}desc") == text
