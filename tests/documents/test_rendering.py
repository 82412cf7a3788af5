"""A design becomes the files that are asked for: pictures first, then the write-up."""

import pytest
from inline_snapshot import snapshot

from designkit.documents.rendering import (
    RenderOptions,
    format_names,
    read_order,
    render_design,
    view_names,
    write,
)
from designkit.errors import NotFoundError
from designkit.pictures.renderer import Theme
from tests.drawn import design_of

DESIGN = design_of("""\
designkit: 1
name: Sketch
system: generic
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: request
""")


def test_a_write_up_shows_the_pictures_it_is_given() -> None:
    text = write(DESIGN, {"overview": "overview.svg"})

    assert text.startswith("# Sketch")
    assert "(overview.svg)" in text


def test_a_write_up_needs_no_pictures() -> None:
    assert "![" not in write(DESIGN, {})


def test_everything_is_made_where_nothing_is_chosen() -> None:
    made = render_design(DESIGN, "sketch", RenderOptions())

    assert [output.name for output in made] == [
        *(f"{view}.svg" for view in view_names()),
        "sketch.md",
    ]


def test_what_is_chosen_is_made() -> None:
    order = RenderOptions(views=("full", "overview"), formats=("dot", "svg"))
    made = render_design(DESIGN, "sketch", order)

    assert [output.name for output in made] == snapshot(
        ["full.dot", "full.svg", "overview.dot", "overview.svg"]
    )


def test_a_write_up_shows_the_format_that_pages_can_show() -> None:
    order = RenderOptions(views=("overview",), formats=("dot", "png", "md"))
    *_, text = render_design(DESIGN, "sketch", order)

    assert b"(overview.png)" in text.data


def test_a_write_up_shows_no_picture_with_nothing_in_it() -> None:
    *_, text = render_design(DESIGN, "sketch", RenderOptions(views=("training",)))

    assert b"training.svg" not in text.data


def test_two_runs_make_the_same_bytes() -> None:
    first = render_design(DESIGN, "x", RenderOptions())

    assert render_design(DESIGN, "x", RenderOptions()) == first


def test_an_order_is_read_from_words() -> None:
    assert read_order(["full,Overview"], ["png"], "dark") == RenderOptions(
        views=("full", "overview"), formats=("png",), theme=Theme.DARK
    )
    assert read_order([], ["svg,md"], "auto") == RenderOptions()


@pytest.mark.parametrize(
    ("views", "formats", "theme", "message"),
    [
        (["ovrview"], ["svg"], "auto", "did you mean overview"),
        ([], ["svgz"], "auto", "no format is called 'svgz'; did you mean svg"),
        ([], ["svg"], "drak", "no theme is called 'drak'; did you mean dark"),
    ],
)
def test_an_order_of_what_does_not_exist_is_refused(
    views: list[str], formats: list[str], theme: str, message: str
) -> None:
    with pytest.raises(NotFoundError, match=message):
        read_order(views, formats, theme)


def test_views_and_formats_have_names() -> None:
    assert view_names()[0] == "overview"
    assert {"svg", "md"} <= set(format_names())
