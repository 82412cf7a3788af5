"""The stages fit together: what one gives is what the next takes."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from inline_snapshot import snapshot

from designkit.api import (
    RenderOptions,
    draw,
    formats,
    load,
    render,
    render_design,
    views,
    write,
)
from designkit.errors import NotFoundError
from designkit.model.design import Design
from designkit.source.inputs import shipped
from designkit.source.loader import load_text

SKETCH = """\
designkit: 1
name: Sketch
system: generic
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: request
"""


@pytest.fixture
def design() -> Design:
    loaded = load_text(SKETCH)
    assert loaded.design is not None
    return loaded.design


def test_a_file_is_loaded_under_the_name_it_is_given() -> None:
    loaded = load(str(shipped()["fraud"]), "fraud")

    assert loaded.file == "fraud"
    assert loaded.design is not None


def test_a_drawing_is_placed_and_becomes_a_picture(design: Design) -> None:
    drawing = draw(design, "overview")
    root = ElementTree.fromstring(render(drawing, "svg"))

    assert all(node.place is not None for node in drawing.nodes)
    assert all(arrow.route for arrow in drawing.arrows)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


def test_a_write_up_shows_the_pictures_it_is_given(design: Design) -> None:
    text = write(design, {"overview": "overview.svg"})

    assert text.startswith("# Sketch")
    assert "(overview.svg)" in text


def test_a_write_up_needs_no_pictures(design: Design) -> None:
    assert "![" not in write(design, {})


def test_everything_is_made_where_nothing_is_chosen(design: Design) -> None:
    made = render_design(design, "sketch", RenderOptions())

    assert [output.name for output in made] == [
        *(f"{view}.svg" for view in views()),
        "sketch.md",
    ]


def test_what_is_chosen_is_made(design: Design) -> None:
    order = RenderOptions(views=("full", "overview"), formats=("dot", "svg"))
    made = render_design(design, "sketch", order)

    assert [output.name for output in made] == snapshot(
        ["full.dot", "full.svg", "overview.dot", "overview.svg"]
    )


def test_a_write_up_shows_the_format_that_pages_can_show(design: Design) -> None:
    order = RenderOptions(views=("overview",), formats=("dot", "png", "md"))
    *_, text = render_design(design, "sketch", order)

    assert b"(overview.png)" in text.data


def test_a_write_up_shows_no_picture_with_nothing_in_it(design: Design) -> None:
    *_, text = render_design(design, "sketch", RenderOptions(views=("training",)))

    assert b"training.svg" not in text.data


def test_two_runs_make_the_same_bytes(design: Design) -> None:
    assert render_design(design, "x", RenderOptions()) == render_design(
        design, "x", RenderOptions()
    )


def test_an_unknown_view_names_those_there_are(design: Design) -> None:
    with pytest.raises(NotFoundError, match="did you mean overview"):
        draw(design, "ovrview")


def test_a_write_up_is_no_format_of_pictures(design: Design) -> None:
    with pytest.raises(NotFoundError, match="no format of pictures is called 'md'"):
        render(draw(design, "overview"), "md")


def test_a_missing_file_is_an_error() -> None:
    with pytest.raises(NotFoundError, match="cannot read"):
        load(Path("nowhere.yaml"))


def test_views_and_formats_have_names() -> None:
    assert views()[0] == "overview"
    assert {"svg", "md"} <= set(formats())
