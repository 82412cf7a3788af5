"""A diagram shows itself in a notebook, and becomes a file of any format."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from designkit.errors import NotFoundError, SizeError
from designkit.pictures.diagram import Diagram, rendered
from designkit.pictures.pixels import Pixels
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from tests.drawn import SMALL, design_of, drawn_views


@pytest.fixture(scope="module")
def diagram() -> Diagram:
    return Diagram(drawn_views(design_of(SMALL))["overview"])


def test_a_notebook_gets_a_picture_that_is_light_or_dark(diagram: Diagram) -> None:
    shown = diagram._repr_svg_()

    assert ET.fromstring(shown).tag == "{http://www.w3.org/2000/svg}svg"
    assert "prefers-color-scheme:dark" in shown


def test_the_svg_is_that_of_a_file(diagram: Diagram) -> None:
    assert diagram.svg == svg_text(diagram.drawing, Theme.AUTO)
    assert diagram.svg.encode() == rendered(diagram.drawing, "svg")


def test_it_is_saved_in_the_format_of_the_suffix(
    diagram: Diagram, tmp_path: Path
) -> None:
    svg = diagram.save(tmp_path / "overview.svg", "dark")
    png = diagram.save(str(tmp_path / "overview.png"))

    assert svg.read_bytes() == rendered(diagram.drawing, "svg", "dark")
    assert png.read_bytes().startswith(b"\x89PNG")


def test_pixels_are_for_what_has_some(diagram: Diagram, tmp_path: Path) -> None:
    wide = diagram.save(tmp_path / "wide.png", pixels=Pixels(width=300))

    assert int.from_bytes(wide.read_bytes()[16:20]) == 300
    assert rendered(diagram.drawing, "svg", pixels=Pixels()) == diagram.svg.encode()
    with pytest.raises(SizeError, match="a picture as svg has no pixels"):
        rendered(diagram.drawing, "svg", pixels=Pixels(width=300))


@pytest.mark.parametrize("name", ["overview", "overview.md", "overview.bmp"])
def test_a_suffix_that_is_no_format_of_pictures_is_refused(
    name: str, diagram: Diagram, tmp_path: Path
) -> None:
    with pytest.raises(NotFoundError, match="no format of pictures is called"):
        diagram.save(tmp_path / name)


def test_a_theme_that_does_not_exist_is_refused(diagram: Diagram) -> None:
    with pytest.raises(NotFoundError, match="no theme is called 'neon'"):
        rendered(diagram.drawing, "svg", "neon")
