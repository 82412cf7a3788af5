from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.pictures.drawing import ArrowLabel, Box, Drawing, Group, Style, TextPart
from designkit.pictures.gates.sheet import text_box
from designkit.pictures.gates.sizes import smallest_text
from designkit.pictures.layout.geometry import (
    Gates,
    contrast,
    foreign_parts,
    measure,
    palettes,
    worst_contrast,
)
from tests.drawn import arrow, card, picture

WIRE = replace(arrow("a", "b"), route=((150, 75), (350, 75)))
SOUND = replace(
    picture(card("a", 50, 50), card("b", 350, 50), arrows=(WIRE,)),
    width=500,
    height=200,
)
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def labelled(box: Box) -> Drawing:
    label = ArrowLabel("events", box)
    return replace(SOUND, arrows=(replace(WIRE, text="events", label=label),))


LABELLED = labelled(Box(200, 50, 9, 9))
OVERFULL = replace(card("a", 50, 50), parts=(TextPart(60, 20, "text", Style.NAME, 41),))


def test_a_sound_picture_has_no_faults() -> None:
    assert measure(SOUND) == Gates(2.5, 43.2, 0, 0, 0, 0, 0, 0, 0, 0)
    assert measure(SOUND).faults == 0


FAULTY = [
    ("labels_missing", replace(SOUND, arrows=(replace(WIRE, text="events"),))),
    ("labels_adrift", labelled(Box(200, 96, 40, 16))),
    ("label_on_card", labelled(Box(140, 50, 40, 16))),
    ("label_on_label", replace(LABELLED, arrows=LABELLED.arrows * 2)),
    ("card_on_card", replace(SOUND, nodes=(*SOUND.nodes, card("c", 120, 99)))),
    ("text_outside_card", replace(SOUND, nodes=(OVERFULL, *SOUND.nodes[1:]))),
    ("wire_through_card", replace(SOUND, nodes=(*SOUND.nodes, card("c", 200, 50)))),
    ("outside_page", replace(SOUND, width=449)),
    ("outside_page", replace(SOUND, groups=(Group("g", "", "", Box(-1, 0, 9, 9)),))),
    ("outside_page", replace(SOUND, texts=(TextPart(9, 9, "x", Style.TITLE, 9),))),
]


@pytest.mark.parametrize(("fault", "drawing"), FAULTY)
def test_each_fault_is_found_and_counted_alone(fault: str, drawing: Drawing) -> None:
    gates = measure(drawing)

    assert (getattr(gates, fault), gates.faults) == (1, 1)


def test_a_label_may_be_as_far_from_its_arrow_as_is_near() -> None:
    assert measure(labelled(Box(200, 95, 40, 16))).faults == 0


def test_the_smallest_text_is_measured_on_a_slide() -> None:
    drawing = replace(SOUND, width=3200, height=900)

    assert smallest_text(drawing) == snapshot(6.75)


def test_a_text_covers_its_line_above_the_baseline() -> None:
    assert text_box(TextPart(10, 100, "x", Style.TITLE, 30)) == snapshot(
        Box(x=10, y=80.8, width=30, height=24)
    )


@pytest.mark.parametrize(
    ("svg", "count"),
    [
        pytest.param('<use href="#g-box"/>', 0, id="a symbol of its own"),
        pytest.param('<image href="data:image/png;base64,AA"/>', 0, id="an image"),
        pytest.param('<image href="https://a.example/x.png"/>', 1, id="a page"),
        pytest.param("<image xlink:href = 'x.png'/>", 1, id="a file"),
        pytest.param('<a href="https://a.example/?b=1">x</a>', 0, id="a link to read"),
        pytest.param('<a href="mailto:a@b.example">x</a>', 0, id="a link to write"),
        pytest.param('<a href="javascript:x">x</a>', 2, id="a link that acts"),
        pytest.param('<a href="x.html">x</a>', 1, id="a link to a file"),
        pytest.param('<use href="data:image/svg+xml,x"/>', 1, id="another picture"),
        pytest.param("<script>x</script><foreignObject/>", 2, id="programs"),
    ],
)
def test_what_is_foreign_in_a_picture_is_counted(svg: str, count: int) -> None:
    assert foreign_parts(svg) == count


def test_contrasts_are_those_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ff0000", "#0000ff") == pytest.approx(2.15, abs=0.005)


@given(first=colours, second=colours)
def test_contrast_goes_both_ways_and_is_bounded(first: str, second: str) -> None:
    assert contrast(first, second) == contrast(second, first)
    assert 1 <= contrast(first, second) <= 21.0001


def test_every_text_can_be_read_in_both_themes() -> None:
    light, dark = palettes()

    assert worst_contrast(light) >= 4.5
    assert worst_contrast(dark) >= 4.5
    assert worst_contrast(replace(light, muted="#bbbbbb")) < 4.5


def test_both_themes_have_colours_for_the_same_stages() -> None:
    light, dark = palettes()

    assert list(light.stages) == list(dark.stages)
