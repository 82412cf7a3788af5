"""Each gate of two wires: a picture that fails it, and one that nearly does."""

from dataclasses import replace

import pytest

from designkit.pictures.drawing import Drawing
from designkit.pictures.gates.judging import judge
from designkit.pictures.gates.pair_gates import meetings_of
from designkit.pictures.gates.sheet import sheet_of
from tests.sketched import gates_of, page, straight, wired


def strangers(gap: float) -> Drawing:
    """The wire from c to d runs `gap` px below that from a to b."""
    y = 130 + gap
    return page(straight(), wired("cd", (250, 300), (250, y), (370, y), (370, 300)))


def heads(gap: float, mode: str = "") -> Drawing:
    """Two heads at b, `gap` px apart; with no gap the wires run as one."""
    y = 130 + gap
    return page(straight(), wired("cb", (250, 300), (250, y), (400, y), mode=mode))


def there_and_back(gap: float) -> Drawing:
    """A wire leaves b `gap` px below where another ends."""
    y = 130 + gap
    return page(straight(), wired("bc", (400, y), (270, y), (270, 300)))


CASES = [
    pytest.param("shared", strangers(3.9), strangers(4), id="shared"),
    pytest.param("heads", heads(7.9), heads(8), id="heads"),
    pytest.param("heads", heads(0.4), heads(0.25), id="a join that is none"),
    pytest.param("heads", heads(0, mode="call"), heads(0), id="a join of two modes"),
    pytest.param("tails", there_and_back(5.9), there_and_back(6), id="tails"),
]


@pytest.mark.parametrize(("gate", "faulty", "near"), CASES)
def test_a_fault_is_found_and_what_is_near_it_is_none(
    gate: str, faulty: Drawing, near: Drawing
) -> None:
    assert (gates_of(faulty), gates_of(near)) == ([gate], [])


def test_a_head_on_the_wire_of_a_stranger_is_found() -> None:
    passing = wired("cd", (250, 300), (250, 60), (397, 60), (397, 300))

    assert gates_of(page(straight(), passing)) == ["border", "tails"]


def test_a_head_on_a_wire_to_the_same_card_is_a_join() -> None:
    passing = wired("cb", (250, 300), (250, 130), (400, 130))

    assert gates_of(page(straight(), passing)) == []


def test_flows_there_and_back_on_one_line_are_strangers() -> None:
    back = wired("ba", (400, 130), (200, 130))

    assert gates_of(page(straight(), back)) == ["shared", "tails", "tails"]


def test_wires_with_an_end_in_common_may_run_as_one_but_not_nearly() -> None:
    tight = [judge(heads(gap)).sizes.tight for gap in (0, 0.25, 0.4, 5.9, 6)]

    assert tight == [0, 0, 1, 1, 0]


def test_wires_that_run_as_one_cross_another_once() -> None:
    up = wired("cb", (250, 300), (250, 60), (450, 60), (450, 100))
    both = page(straight(), replace(straight(), source="a"), up)
    apart = page(straight(), straight(145), up)

    assert [len(meetings_of(sheet_of(it)).crossings) for it in (both, apart)] == [1, 2]


def test_wires_that_touch_do_not_cross() -> None:
    touching = wired("cb", (250, 300), (250, 130), (400, 130))

    assert meetings_of(sheet_of(page(straight(), touching))).crossings == {}
