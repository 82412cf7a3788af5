"""Small steps of wires are taken out, and nothing else."""

from designkit.pictures.routing.steps import SMALL, has_steps, without_steps
from designkit.pictures.routing.stretches import Course, WireStretch


def course(step: float, back: float = 200) -> Course:
    """A wire that goes right, `step` pixels down, and on to `back`."""
    return (
        WireStretch(False, 10, 0, 100),
        WireStretch(True, 100, 10, 10 + step),
        WireStretch(False, 10 + step, 100, back),
    )


def test_a_step_is_small_below_a_limit() -> None:
    assert has_steps([course(SMALL - 1)])
    assert not has_steps([course(SMALL)])


def test_a_wire_that_turns_back_has_no_step() -> None:
    assert not has_steps([course(SMALL - 1, back=0)])


def test_a_wire_without_its_step_is_straight_at_the_height_of_its_end() -> None:
    small = course(SMALL - 1)

    assert without_steps([small], [small]) == [
        (WireStretch(False, 10 + SMALL - 1, 0, 200),)
    ]


def test_where_the_wire_goes_on_it_keeps_the_height_that_it_had() -> None:
    small = (*course(SMALL - 1), WireStretch(True, 200, 10 + SMALL - 1, 300))

    assert without_steps([small], [small]) == [
        (WireStretch(False, 10, 0, 200), small[3])
    ]


def test_other_wires_stay_as_they_were_found() -> None:
    plain = course(50)

    assert without_steps([plain], [plain]) == [plain]
