"""The gates of what is drawn: each shipped picture, and pictures broken on purpose."""

import re

import pytest

from designkit.pictures.drawing import Arrow, Drawing
from designkit.pictures.gates.ink import Ink, ink_of
from designkit.pictures.gates.ink_gates import ink_faults
from designkit.pictures.gates.legs import Leg
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from designkit.source.inputs import shipped
from tests.drawn import placed_views
from tests.sketched import page, straight, wired

UP = wired("cd", (300, 300), (300, 20))
IN = wired("cb", (300, 300), (300, 130), (400, 130))
OUT = wired("ac", (200, 130), (300, 130), (300, 300))
CROSSED, JOINED = page(straight(), UP), page(straight(), IN)
DOT = re.compile(r'<circle class="fork".*?/>\n')
GAP = re.compile(r"L[\d.]+ [\d.]+M[\d.]+ [\d.]+")


def drawn(picture: Drawing) -> str:
    return svg_text(picture, Theme.LIGHT)


def faults(picture: Drawing, svg: str) -> list[str]:
    return [str(fault) for fault in ink_faults(picture, svg)]


@pytest.mark.parametrize("name", shipped())
def test_in_every_picture_crossings_have_gaps_and_forks_have_dots(name: str) -> None:
    for picture in placed_views(name).values():
        assert faults(picture, drawn(picture)) == []


def test_a_crossing_without_a_gap_is_found() -> None:
    solid = GAP.sub("", drawn(CROSSED))

    assert faults(CROSSED, drawn(CROSSED)) == []
    assert faults(CROSSED, solid) == ["gap       a -> b over c -> d at (300, 130)"]


def test_a_crossing_at_which_both_have_a_gap_is_found() -> None:
    open_ = drawn(CROSSED).replace('d="M200 130L', 'd="M200 130L290 130M310 130L')

    assert faults(CROSSED, open_) == ["gap       a -> b over c -> d at (300, 130)"]


@pytest.mark.parametrize(
    ("second", "said"),
    [
        pytest.param(IN, "a -> b and c -> b at (300, 130)", id="come together"),
        pytest.param(OUT, "a -> b and a -> c at (300, 130)", id="part"),
    ],
)
def test_a_fork_without_a_dot_is_found(second: Arrow, said: str) -> None:
    picture = page(straight(), second)
    bare = DOT.sub("", drawn(picture))

    assert faults(picture, drawn(picture)) == []
    assert faults(picture, bare) == [f"dot       {said}"]


def test_every_gap_and_dot_that_is_left_out_of_a_picture_is_found() -> None:
    picture = placed_views("fraud")["feedback-loop"]
    svg = drawn(picture)
    found = faults(picture, GAP.sub("", DOT.sub("", svg)))

    assert {fault.split()[0] for fault in found} == {"gap", "dot"}


def test_ink_is_what_wires_draw() -> None:
    assert ink_of(drawn(JOINED)) == (
        Ink((Leg(0, (200, 130), (392, 130)),), ()),
        Ink(
            (
                Leg(0, (300, 300), (300, 139)),
                Leg(0, (300, 139), (300, 130)),
                Leg(0, (300, 130), (309, 130)),
                Leg(0, (309, 130), (392, 130)),
            ),
            ((309, 130),),
        ),
    )


def test_a_wire_without_a_stroke_is_nowhere() -> None:
    assert Ink((), ()).distance((0, 0)) == float("inf")
