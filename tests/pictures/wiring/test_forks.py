"""Wires that leave or reach a card as one: where they part, and where not."""

import pytest

from designkit.pictures.drawing import Arrow, Point
from designkit.pictures.wiring.crossings import crossings_of
from designkit.pictures.wiring.forks import Fork, clear_of, forks_of
from designkit.pictures.wiring.strokes import Legs, stroked
from tests.sketched import straight, wired

UP = wired("ac", (200, 130), (300, 130), (300, 300))
DOWN = wired("ad", (200, 130), (300, 130), (300, 20))
IN = wired("cb", (300, 300), (300, 130), (400, 130))
LATE = wired("db", (360, 300), (360, 130), (400, 130))


def forks(*arrows: Arrow) -> tuple[Fork, ...]:
    return forks_of(arrows, legs(*arrows))


def legs(*arrows: Arrow) -> dict[int, Legs]:
    return {number: stroked(number, it.route) for number, it in enumerate(arrows)}


CASES = [
    pytest.param(
        [straight(), UP],
        [Fork((0, 1), (291, 130), (300, 130), is_join=False)],
        id="one turns out of the other",
    ),
    pytest.param(
        [UP, DOWN],
        [Fork((0, 1), (291, 130), (300, 130), is_join=False)],
        id="two turn different ways",
    ),
    pytest.param(
        [straight(), IN],
        [Fork((0, 1), (309, 130), (300, 130), is_join=True)],
        id="one turns into the other",
    ),
    pytest.param(
        [straight(), IN, LATE],
        [
            Fork((0, 1), (309, 130), (300, 130), is_join=True),
            Fork((0, 2), (369, 130), (360, 130), is_join=True),
            Fork((1, 2), (369, 130), (360, 130), is_join=True),
        ],
        id="one after the other",
    ),
    pytest.param(
        [
            straight(),
            wired(
                "ac",
                (150, 160),
                (150, 190),
                (230, 190),
                (230, 130),
                (330, 130),
                (330, 300),
            ),
        ],
        [
            Fork((0, 1), (321, 130), (330, 130), is_join=False),
            Fork((0, 1), (239, 130), (230, 130), is_join=True),
        ],
        id="from two sides of a card, as one for a while",
    ),
    pytest.param(
        [straight(), wired("cb", (388, 300), (388, 130), (400, 130))],
        [Fork((0, 1), (390, 130), (388, 130), is_join=True)],
        id="just before the head",
    ),
    pytest.param([straight(), straight()], [], id="one line all the way"),
    pytest.param(
        [straight(), wired("ba", (300, 130), (200, 130), (200, 300))],
        [],
        id="there and back",
    ),
    pytest.param(
        [straight(), wired("ac", (200, 130), (340, 130))], [], id="one ends on the way"
    ),
    pytest.param(
        [straight(), wired("ac", (150, 160), (150, 300))], [], id="two sides of a card"
    ),
    pytest.param(
        [straight(), wired("ac", (200, 130), (200, 300))], [], id="two ways at once"
    ),
    pytest.param([straight(), straight(141)], [], id="beside each other"),
    pytest.param(
        [straight(), wired("cd", (200, 130), (300, 130), (300, 300))],
        [],
        id="strangers",
    ),
]


@pytest.mark.parametrize(("arrows", "found"), CASES)
def test_wires_that_run_as_one_part_where_the_bend_of_one_begins(
    arrows: list[Arrow], found: list[Fork]
) -> None:
    assert list(forks(*arrows)) == found


def test_wires_that_turn_together_part_later() -> None:
    far = wired("ad", (200, 130), (300, 130), (300, 250), (370, 250), (370, 300))

    assert forks(UP, far) == (Fork((0, 1), (300, 241), (300, 250), is_join=False),)


@pytest.mark.parametrize(
    ("x", "at"),
    [
        pytest.param(280, (291, 130), id="far enough"),
        pytest.param(281, (300, 130), id="too near"),
        pytest.param(294, (300, 130), id="less near to the corner"),
        pytest.param(297, (291, 130), id="nearer to the corner"),
    ],
)
def test_a_fork_is_at_its_corner_where_a_wire_crosses_too_near(
    x: float, at: Point
) -> None:
    wires = (straight(), UP, wired("dc", (x, 20), (x, 300)))
    found = clear_of(crossings_of(legs(*wires)), forks(*wires))

    assert [it.at for it in found] == [at]
