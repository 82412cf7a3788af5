"""What a picture costs its reader, and what is over the budget of its view."""

from dataclasses import replace

import pytest

from designkit.pictures.drawing import Drawing
from designkit.pictures.gates.judging import judge
from designkit.pictures.gates.sizes import BUDGETS, Sizes, over_budget
from designkit.pictures.views import all_views
from tests.sketched import page, straight, wired

ROUND = wired("ab", (200, 145), (320, 145), (320, 60), (450, 60), (450, 100))


def sizes_of(drawing: Drawing) -> Sizes:
    return judge(drawing).sizes


def test_a_straight_wire_costs_nothing() -> None:
    assert sizes_of(page(straight())) == Sizes(
        wires=1,
        crossings=0,
        crossings_each=0,
        bends_each=0,
        most_bends=0,
        length=1,
        tight=0,
        stubs=0,
        text=27,
        aspect=1.78,
    )


def test_crossings_bends_and_detours_are_counted_for_each_wire() -> None:
    assert sizes_of(page(straight(), ROUND)) == Sizes(
        wires=2,
        crossings=1,
        crossings_each=0.5,
        bends_each=1.5,
        most_bends=3,
        length=1.44,
        tight=0,
        stubs=0,
        text=27,
        aspect=1.78,
    )


def test_a_head_just_behind_a_turn_is_a_stub() -> None:
    stubs = [
        sizes_of(
            page(wired("ab", (200, 145), (400 - x, 145), (400 - x, 130), (400, 130)))
        ).stubs
        for x in (13.9, 14)
    ]

    assert stubs == [1, 0]


def test_a_picture_without_wires_has_sizes() -> None:
    assert sizes_of(page()).length == 1


@pytest.mark.parametrize(
    ("view", "over"),
    [
        ("overview", ("crossings_each", "bends_each", "length")),
        ("request-path", ("crossings_each", "bends_each")),
        ("full", ("length",)),
        ("a-view-of-a-project", ("length",)),
    ],
)
def test_a_budget_is_that_of_the_view(view: str, over: tuple[str, ...]) -> None:
    sizes = sizes_of(page(straight(), ROUND))

    assert over_budget(view, sizes) == over


def test_small_text_is_over_budget() -> None:
    wide = replace(page(straight()), width=1600 * 13.5 / 8.9)

    assert judge(replace(wide, name="overview")).over == ("text",)
    assert judge(wide).over == ()


def test_every_shipped_view_has_a_budget() -> None:
    assert {view.name for view in all_views()} == set(BUDGETS)
