from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.pictures.drawing import (
    ArrowLabel,
    Box,
    Drawing,
    Group,
    LegendEntry,
    LineStyle,
    Style,
)
from designkit.pictures.layout.frame import MIN_WIDTH, content_box, frame
from designkit.pictures.layout.geometry import measure
from tests.drawn import arrow, card, picture

PAIR = picture(card("a", -50, 10), card("b", 700, 10), arrows=(arrow("a", "b"),))


def written(drawing: Drawing) -> list[tuple[str, str, float, float]]:
    return [(text.style, text.text, text.x, text.y) for text in drawing.texts]


def test_what_is_drawn_stands_below_the_title_within_the_margins() -> None:
    framed = frame(PAIR)

    assert [(node.box.x, node.box.y) for node in framed.nodes] == snapshot(
        [(28.0, 69.2), (778.0, 69.2)]
    )
    assert (framed.width, framed.height) == snapshot((906.0, 165.2))
    assert written(framed) == snapshot([(Style.TITLE, "Sketch", 28.0, 47.2)])


def test_routes_labels_and_bands_move_with_their_cards() -> None:
    label = ArrowLabel("events", Box(200, 0, 40, 16))
    wire = replace(arrow("a", "b"), route=((50, 35), (700, 35)), label=label)
    band = Group("serving", "Serving", "serving", Box(-80, -40, 900, 150), 60)
    drawing = replace(PAIR, arrows=(wire,), groups=(band,))
    framed = frame(drawing)
    dx, dy = framed.nodes[0].box.x + 50, framed.nodes[0].box.y - 10

    assert framed.groups[0].box == band.box.moved(dx, dy)
    assert framed.arrows[0].label == ArrowLabel("events", label.box.moved(dx, dy))
    assert framed.arrows[0].route == ((50 + dx, 35 + dy), (700 + dx, 35 + dy))


def test_everything_that_is_drawn_counts_as_content() -> None:
    label = ArrowLabel("events", Box(0, -100, 40, 16))
    wire = replace(arrow("a", "b"), route=((0, 0), (0, 300)), label=label)
    plane = Group("online", "Online", "", Box(-300, 0, 0, 0), 50, is_tinted=False)

    assert content_box(picture()) == Box(0, 0, MIN_WIDTH, 100)
    assert content_box(PAIR) == Box(-50, 10, 850, 50)
    assert content_box(replace(PAIR, arrows=(wire,))) == Box(-50, -100, 850, 400)
    assert content_box(replace(PAIR, groups=(plane,))) == Box(-286, 8, 1086, 52)


def test_legend_and_caption_stand_below_in_as_many_lines_as_they_need() -> None:
    entries = tuple(
        LegendEntry(LineStyle.SOLID, f"what line {i} means") for i in range(6)
    )
    caption = ("word " * 60, "The end.")
    framed = frame(replace(PAIR, legend=entries, caption=caption))

    assert [(entry.x, entry.y) for entry in framed.legend] == snapshot(
        [
            (28.0, 149.2),
            (221.7, 149.2),
            (412.37, 149.2),
            (605.79, 149.2),
            (28.0, 173.2),
            (221.9, 173.2),
        ]
    )
    assert [y for style, _, _, y in written(framed) if style == Style.CAPTION] == (
        snapshot([201.2, 221.2, 241.2, 261.2])
    )
    assert measure(framed).outside_page == 0


def test_a_picture_of_nothing_still_has_a_page_and_a_title() -> None:
    framed = frame(picture())

    assert (framed.width, framed.height) == snapshot((696.0, 215.2))
    assert written(framed) == snapshot([(Style.TITLE, "Sketch", 28.0, 47.2)])


@given(texts=st.lists(st.text("word ", max_size=3000), min_size=3, max_size=3))
@settings(deadline=None, max_examples=25)
def test_no_text_leaves_the_page(texts: list[str]) -> None:
    title, subtitle, caption = texts
    drawing = replace(PAIR, title=title, subtitle=subtitle, caption=(caption,))
    framed = frame(drawing)

    assert measure(framed).outside_page == 0
    assert framed.width <= 1700
    assert framed.height <= 600
