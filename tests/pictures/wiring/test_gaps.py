"""Which of two wires that cross has the gap, how long it is, and where it may not be."""

from dataclasses import replace

import pytest

from designkit.pictures.drawing import Arrow, ArrowLabel, Box, LineStyle
from designkit.pictures.wiring.crossings import crossings_of
from designkit.pictures.wiring.forks import forks_of
from designkit.pictures.wiring.gaps import Gaps, Ground, gaps_of
from designkit.pictures.wiring.strokes import stroked
from tests.sketched import straight, wired

LEVEL, UPRIGHT = straight(), wired("cd", (300, 300), (300, 20))


def gaps(*arrows: Arrow) -> Gaps:
    wires = {number: stroked(number, it.route) for number, it in enumerate(arrows)}
    forks = forks_of(arrows, wires)
    return gaps_of(Ground.of(arrows, wires, forks), crossings_of(wires))


IN_LEVEL, IN_UPRIGHT = {(0, 0): [(94.5, 105.5)]}, {(1, 0): [(164.5, 175.5)]}


@pytest.mark.parametrize(
    ("level", "upright", "lower"),
    [
        pytest.param(LEVEL, UPRIGHT, IN_UPRIGHT, id="alike"),
        pytest.param(
            replace(LEVEL, line=LineStyle.DASHED), UPRIGHT, IN_LEVEL, id="a stream"
        ),
        pytest.param(
            LEVEL, replace(UPRIGHT, line=LineStyle.DOTTED), IN_UPRIGHT, id="control"
        ),
        pytest.param(
            replace(LEVEL, line=LineStyle.DOUBLE),
            replace(UPRIGHT, line=LineStyle.LOOKUP),
            IN_LEVEL,
            id="a batch job",
        ),
        pytest.param(
            LEVEL,
            replace(UPRIGHT, line=LineStyle.DOTTED, strong=True),
            IN_LEVEL,
            id="not the strong path",
        ),
    ],
)
def test_what_is_waited_for_less_lies_lower(
    level: Arrow, upright: Arrow, lower: Gaps
) -> None:
    assert gaps(level, upright) == lower


def test_wires_that_run_as_one_have_the_same_gap() -> None:
    trunk = replace(UPRIGHT, target="b")

    assert gaps(LEVEL, UPRIGHT, trunk) == {
        (1, 0): [(164.5, 175.5)],
        (2, 0): [(164.5, 175.5)],
    }


@pytest.mark.parametrize(
    ("upright", "found"),
    [
        pytest.param(
            wired("cd", (300, 300), (300, 121), (370, 121), (370, 20)),
            {(1, 0): [(165, 175)]},
            id="beside a bend it is shorter",
        ),
        pytest.param(
            wired("cd", (300, 300), (300, 124), (370, 124), (370, 20)),
            IN_LEVEL,
            id="at a bend the other has it",
        ),
        pytest.param(
            wired("cd", (300, 300), (300, 117)),
            IN_LEVEL,
            id="at a head the other has it",
        ),
        pytest.param(
            wired("cd", (300, 138), (300, 20)),
            IN_LEVEL,
            id="at a start the other has it",
        ),
        pytest.param(
            replace(
                UPRIGHT, label=ArrowLabel("events", Box(270, 120, 60, 16), on_line=True)
            ),
            IN_LEVEL,
            id="under its label the other has it",
        ),
    ],
)
def test_a_gap_keeps_clear_of_what_must_be_seen(upright: Arrow, found: Gaps) -> None:
    assert gaps(LEVEL, upright) == found


def test_near_a_fork_the_other_has_the_gap() -> None:
    branch = wired("ca", (300, 300), (300, 124), (250, 124), (250, 40))

    assert gaps(LEVEL, UPRIGHT) == IN_UPRIGHT
    assert gaps(LEVEL, UPRIGHT, branch) == IN_LEVEL


@pytest.mark.parametrize(
    ("level", "bend", "found"),
    [
        pytest.param(LEVEL, 124, IN_LEVEL, id="a path like any"),
        pytest.param(
            replace(LEVEL, strong=True), 124, {(1, 0): [(166.5, 173.5)]}, id="strong"
        ),
        pytest.param(replace(LEVEL, strong=True), 129, {}, id="no room at all"),
    ],
)
def test_the_strong_path_has_no_gap_for_another_even_where_that_is_crowded(
    level: Arrow, bend: float, found: Gaps
) -> None:
    assert gaps(level, wired("cd", (300, 300), (300, bend), (370, bend))) == found


def test_where_two_strong_paths_cross_the_one_with_room_has_the_gap() -> None:
    bent = wired("cd", (300, 300), (300, 124), (370, 124))
    strong = [replace(it, strong=True) for it in (LEVEL, bent)]

    assert gaps(*strong) == IN_LEVEL


def test_gaps_with_next_to_nothing_between_are_one() -> None:
    near, apart = straight(141), straight(146)

    assert gaps(LEVEL, UPRIGHT, near)[1, 0] == [(153.5, 175.5)]
    assert gaps(LEVEL, UPRIGHT, apart)[1, 0] == [(148.5, 159.5), (164.5, 175.5)]
