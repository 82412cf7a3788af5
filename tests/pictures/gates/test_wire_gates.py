"""Each gate of a wire by itself: a picture that fails it, and one that nearly does."""

from dataclasses import replace

import pytest

from designkit.pictures.drawing import Box, Drawing, Group, LegendEntry, Style, TextPart
from designkit.pictures.drawing import LineStyle as Line
from designkit.pictures.gates.wire_gates import off_border
from tests.drawn import card
from tests.sketched import A, B, C, D, gates_of, page, straight, wired


def beside_a_card(gap: float) -> Drawing:
    return page(straight(), nodes=(A, B, card("c", 250, 130 + gap, 60, 60)))


def into_a_corner(depth: float) -> Drawing:
    """A wire that turns `depth` px inside the corner of a third card."""
    x, y = 260 + depth, 220 + depth
    route = (150, 160), (150, y), (x, y), (x, 190), (430, 190), (430, 160)
    return page(wired("ab", *route), nodes=(A, B, card("c", 260, 220)))


def at_a_corner(from_corner: float) -> Drawing:
    return page(straight(100 + from_corner), nodes=(card("a", 100, 70, 100, 60), B))


def stepped(step: float) -> Drawing:
    route = (200, 130), (300, 130), (300, 130 + step), (400, 130 + step)
    return page(wired("ab", *route))


def leaning(lean: float) -> Drawing:
    return page(wired("ab", (200, 130), (400, 130 + lean)))


def ending(short: float) -> Drawing:
    return page(wired("ab", (200, 130), (400 - short, 130)))


def titled(baseline: float) -> Drawing:
    text = TextPart(250, baseline, "A caption", Style.CAPTION, 60)
    return replace(page(straight()), texts=(text,))


def banded(top: float) -> Drawing:
    """A wire near the title of a band, which has its baseline 23 px below the top."""
    band = Group("g", "Serving", "serving", Box(230, top, 90, 90), 50)
    return replace(page(straight()), groups=(band,))


def explained(level: float) -> Drawing:
    legend = LegendEntry(Line.SOLID, "call", x=240, y=level)
    return replace(page(straight()), legend=(legend,))


CASES = [
    pytest.param("through", beside_a_card(-30), beside_a_card(6), id="through"),
    pytest.param("through", into_a_corner(2.1), into_a_corner(1.9), id="corner cut"),
    pytest.param("border", beside_a_card(5.9), beside_a_card(6), id="border"),
    pytest.param("border", beside_a_card(-1.9), beside_a_card(6), id="border, inside"),
    pytest.param("corner", at_a_corner(7.9), at_a_corner(8), id="corner"),
    pytest.param("jog", stepped(11.9), stepped(12), id="jog"),
    pytest.param("slant", leaning(1.1), leaning(1), id="slant"),
    pytest.param("detached", ending(1.6), ending(1.5), id="detached"),
    pytest.param("detached", ending(-1.6), ending(-1.5), id="detached, inside"),
    pytest.param("title", titled(140), titled(126), id="title of the page"),
    pytest.param("title", banded(110), banded(100), id="title of a band"),
    pytest.param("title", explained(130), explained(150), id="legend"),
]


@pytest.mark.parametrize(("gate", "faulty", "near"), CASES)
def test_a_fault_is_found_and_what_is_near_it_is_none(
    gate: str, faulty: Drawing, near: Drawing
) -> None:
    assert (gates_of(faulty), gates_of(near)) == ([gate], [])


def test_a_wire_along_its_own_card_is_at_its_border() -> None:
    route = (200, 130), (205, 130), (205, 60), (450, 60), (450, 100)

    assert gates_of(page(wired("ab", *route))) == ["border"]


def test_a_turn_back_is_no_jog() -> None:
    route = (450, 160), (450, 200), (461, 200), (461, 160)
    back = replace(wired("bb", *route))

    assert gates_of(page(back)) == []


def test_a_wire_whose_card_is_not_there_is_detached() -> None:
    assert gates_of(page(straight(), nodes=(A, C, D))) == ["detached"]


def test_a_slanted_wire_enters_what_it_cuts_and_not_what_its_box_covers() -> None:
    aslant = wired("ab", (200, 110), (400, 150))
    cut, spared = (
        page(aslant, nodes=(A, B, card("c", 290, y, 20, 12))) for y in (124, 145)
    )

    assert (gates_of(cut), gates_of(spared)) == (["through", "slant"], ["slant"])


@pytest.mark.parametrize(
    ("at", "off"), [((200, 130), 0), ((150, 130), 30), ((203, 164), 5)]
)
def test_how_far_a_point_is_from_a_border(at: tuple[float, float], off: float) -> None:
    assert off_border(A.box, at) == off
