"""How the wires of a picture are drawn together: gaps, dots, and dashes in step."""

from dataclasses import replace

from designkit.pictures.drawing import LineStyle
from designkit.pictures.wiring.wiring import DrawnStrokes, strokes_of
from tests.sketched import straight, wired

IN = wired("cb", (300, 300), (300, 130), (400, 130))
BESIDE = "M300 300L300 139Q300 130 309 130L"


def test_a_wire_by_itself_is_one_stroke() -> None:
    assert strokes_of([straight()]) == {0: DrawnStrokes("M200 130L392 130")}


def test_a_wire_without_a_route_is_not_drawn() -> None:
    assert strokes_of([replace(straight(), route=()), straight()]) == {
        1: DrawnStrokes("M200 130L392 130")
    }


def test_wires_that_cross_have_a_gap() -> None:
    assert strokes_of([straight(), wired("cd", (300, 300), (300, 20))]) == {
        0: DrawnStrokes("M200 130L392 130"),
        1: DrawnStrokes("M300 300L300 135.5M300 124.5L300 28"),
    }


def test_a_join_has_a_dot_that_is_drawn_last() -> None:
    assert strokes_of([straight(), IN]) == {
        0: DrawnStrokes("M200 130L392 130"),
        1: DrawnStrokes(f"{BESIDE}392 130", ((309, 130),)),
    }


def test_dashes_that_come_together_begin_anew_there() -> None:
    dashed = [replace(it, line=LineStyle.DASHED) for it in (straight(), IN)]

    assert strokes_of(dashed) == {
        0: DrawnStrokes("M200 130L309 130M309 130L392 130"),
        1: DrawnStrokes(f"{BESIDE}309 130M309 130L392 130", ((309, 130),)),
    }


def test_dashes_that_part_are_in_step_from_where_they_start() -> None:
    out = wired("ac", (200, 130), (300, 130), (300, 300))
    dashed = [replace(it, line=LineStyle.DASHED) for it in (straight(), out)]

    assert strokes_of(dashed) == {
        0: DrawnStrokes("M200 130L392 130"),
        1: DrawnStrokes("M200 130L291 130Q300 130 300 139L300 292", ((291, 130),)),
    }


def test_a_place_where_many_come_together_has_one_dot() -> None:
    from_above = wired("db", (300, 20), (300, 130), (400, 130))
    dots = [it.dots for it in strokes_of([straight(), IN, from_above]).values()]

    assert dots == [(), (), ((309, 130),)]
