"""A design becomes the files that are asked for: pictures first, then the write-up."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from designkit.documents.rendering import (
    RenderOptions,
    format_names,
    read_options,
    render_design,
    view_names,
    write,
)
from designkit.documents.write_up.writing import Length
from designkit.errors import LayoutError, NotFoundError
from designkit.files import Output
from designkit.pictures.layout.placement import Engine
from designkit.pictures.renderer import Theme
from designkit.pictures.views import views_of
from designkit.source.loader import load_text
from designkit.source.refusal import require_design
from tests.overlaid import MARKED

PLAIN = RenderOptions()
DESIGN = load_text("""\
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


def test_pictures_with_badges_lie_beside_the_plain_ones() -> None:
    design = load_text(MARKED)
    options = RenderOptions(views=("overview",), formats=("svg",))
    names = [
        output.name
        for wish in (("", ""), ("cost", ""), ("", "1"))
        for output in render_design(
            design, "marked", replace(options, overlay=wish[0], scenario=wish[1])
        )
    ]

    assert names == ["overview.svg", "overview.cost.svg", "overview.one-request.svg"]


def test_a_write_up_shows_the_pictures_that_are_made_with_it() -> None:
    options = RenderOptions(("overview",), ("svg", "md"), overlay="cost")
    made = render_design(load_text(MARKED), "marked", options)

    texts = [it.data.decode() for it in made if it.name.endswith(".md")]
    assert any("(overview.cost.svg)" in text for text in texts)


def test_an_overlay_and_a_scenario_are_two_pictures() -> None:
    with pytest.raises(NotFoundError, match="an overlay or a scenario, not both"):
        read_options((), ("svg",), "auto", overlay="cost", scenario="1")
    with pytest.raises(NotFoundError, match="no overlay is called 'heat'"):
        read_options((), ("svg",), "auto", overlay="heat")


def test_graphviz_lays_out_what_keeps_places() -> None:
    order = read_options(["full"], ["svg", "drawio", "md"], "auto", engine="dot")
    own = replace(order, engine=Engine.DESIGNKIT)

    assert order.engine is Engine.DOT
    svg, other = (render_design(DESIGN, "x", it)[0] for it in (order, own))
    assert svg.name == other.name == "full.svg"
    assert svg.data != other.data
    assert svg.data.count(b"flow") == other.data.count(b"flow")


def test_graphviz_is_no_engine_of_formats_that_place_everything_themselves() -> None:
    with pytest.raises(
        LayoutError, match=r"lays out drawio, pdf, png, svg and papers; mer"
    ):
        read_options([], ["svg", "mermaid"], "auto", engine="dot")
    with pytest.raises(NotFoundError, match="no engine is called 'dots'"):
        read_options([], ["svg"], "auto", engine="dots")


def written(
    pictures: Mapping[str, str], options: RenderOptions = PLAIN
) -> tuple[Output, ...]:
    return write(DESIGN, stem="sketch", options=options, pictures=pictures)


def test_a_write_up_shows_the_pictures_it_is_given() -> None:
    doc, reference = written({"overview": "overview.svg"})

    assert doc.data.startswith(b"# Sketch")
    assert b"(overview.svg)" in doc.data
    assert (doc.name, reference.name) == ("sketch.md", "sketch-reference.md")


def test_a_write_up_needs_no_pictures() -> None:
    assert not any(b"![" in paper.data for paper in written({}))


def test_a_write_up_is_one_document_if_it_is_wanted_whole() -> None:
    (whole,) = written({}, RenderOptions(length=Length.FULL))

    assert whole.name == "sketch.md"
    assert b"ML Test Score worksheet" in whole.data


@pytest.mark.parametrize(
    ("format", "names"),
    [("html", ["sketch.html"]), ("pdf", ["sketch.pdf", "sketch-reference.pdf"])],
)
def test_pages_have_their_pictures_inside(format: str, names: list[str]) -> None:
    made = write(DESIGN, format, stem="sketch", options=RenderOptions(), pictures={})

    assert [output.name for output in made] == names


def test_everything_is_made_where_nothing_is_chosen() -> None:
    made = render_design(DESIGN, "sketch", RenderOptions())

    assert [output.name for output in made] == [
        *(f"{view.name}.svg" for view in views_of(require_design(DESIGN))),
        "sketch.md",
        "sketch-reference.md",
    ]


def test_a_design_that_is_called_like_a_view_overwrites_no_picture() -> None:
    order = RenderOptions(views=("overview",), formats=("pdf", "md"))
    made = render_design(DESIGN, "overview", order)

    assert [output.name for output in made] == [
        "overview.pdf",
        "overview-design.md",
        "overview-design-reference.md",
        "overview-design.pdf",
        "overview-design-reference.pdf",
    ]


def test_what_is_chosen_is_made() -> None:
    order = RenderOptions(views=("full", "overview"), formats=("dot", "svg"))
    made = render_design(DESIGN, "sketch", order)

    assert [output.name for output in made] == snapshot(
        ["full.dot", "full.svg", "overview.dot", "overview.svg"]
    )


def test_a_write_up_shows_the_format_that_pages_can_show() -> None:
    order = RenderOptions(views=("overview",), formats=("dot", "png", "md"))
    *_, text, _ = render_design(DESIGN, "sketch", order)

    assert b"(overview.png)" in text.data


def test_a_write_up_shows_no_picture_with_nothing_in_it() -> None:
    *_, text = render_design(DESIGN, "sketch", RenderOptions(views=("training",)))

    assert b"training.svg" not in text.data


def test_two_themes_are_two_files_and_markdown_shows_the_one_that_fits() -> None:
    options = RenderOptions(
        ("overview",), ("png", "md", "text"), (Theme.LIGHT, Theme.DARK)
    )
    named = require_design(DESIGN).model_copy(update={"name": 'A "<b>"\nsketch'})
    design = replace(DESIGN, design=named)
    *pictures, text, _ = render_design(design, "quoted", options)

    assert [output.name for output in pictures] == [
        "overview.png",
        "overview.dark.png",
        "overview.txt",
    ]
    assert (
        b"<picture>\n"
        b'<source media="(prefers-color-scheme: dark)" srcset="overview.dark.png">\n'
        b'<img alt="Overview of A &quot;&lt;b&gt;&quot; sketch: Clients, Serving." '
        b'src="overview.png">\n'
        b"</picture>"
    ) in text.data


def test_two_runs_make_the_same_bytes() -> None:
    first = render_design(DESIGN, "x", RenderOptions())

    assert render_design(DESIGN, "x", RenderOptions()) == first


def test_an_order_is_read_from_words() -> None:
    assert read_options(["full,Overview"], ["png"], "dark") == RenderOptions(
        views=("full", "overview"), formats=("png",), themes=(Theme.DARK,)
    )
    themes = (Theme.LIGHT, Theme.DARK)
    assert read_options([], ["svg,md"], "light,dark") == RenderOptions(themes=themes)
    assert read_options([], ["svg,md"], "auto") == RenderOptions()


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
        read_options(views, formats, theme)


def test_the_image_of_a_design_is_one_file_beside_its_pictures() -> None:
    both = RenderOptions(views=("overview",), formats=("share", "svg"))
    alone = RenderOptions(formats=("share",))
    made = render_design(DESIGN, "sketch", both)
    (image,) = render_design(DESIGN, "sketch", alone)

    assert [output.name for output in made] == ["overview.svg", "share.png"]
    assert image == made[1]


def test_views_and_formats_have_names() -> None:
    assert view_names()[0] == "overview"
    assert {"svg", "md"} <= set(format_names())
