"""Where square wires cross: each place once, with all wires that go over it."""

from designkit.pictures.drawing import Arrow
from designkit.pictures.wiring.crossings import Crossing, crossings_of
from designkit.pictures.wiring.strokes import stroked
from tests.sketched import straight, wired

UPRIGHT = wired("cd", (300, 300), (300, 20))


def crossings(*arrows: Arrow) -> tuple[Crossing, ...]:
    return crossings_of(
        {number: stroked(number, it.route) for number, it in enumerate(arrows)}
    )


def test_a_crossing_knows_which_leg_is_upright() -> None:
    found = Crossing((300, 130), upright=((1, 0),), level=((0, 0),))

    assert crossings(straight(), UPRIGHT) == (found,)


def test_wires_that_run_as_one_cross_another_at_one_place() -> None:
    found = Crossing((300, 130), upright=((1, 0),), level=((0, 0), (2, 0)))

    assert crossings(straight(), UPRIGHT, straight(130.2)) == (found,)


def test_crossings_are_told_from_the_left() -> None:
    bent = wired("cd", (370, 300), (370, 60), (250, 60), (250, 300))

    assert [it.at for it in crossings(bent, straight())] == [(250, 130), (370, 130)]


def test_wires_that_touch_or_lean_or_turn_back_do_not_cross() -> None:
    touching = wired("cb", (300, 300), (300, 130), (400, 130))
    leaning = wired("cd", (290, 300), (310, 20))
    itself = wired("cd", (250, 300), (250, 60), (370, 60), (370, 200), (200, 200))

    assert crossings(straight(), touching) == ()
    assert crossings(straight(), leaning) == ()
    assert crossings(itself) == ()
