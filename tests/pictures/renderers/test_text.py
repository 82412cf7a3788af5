"""Pictures in plain text: what is in them, how wide they are, what they never hold."""

from dataclasses import replace

import pytest

from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.text import WIDTH, text
from designkit.pictures.wording import cards_of
from designkit.source.inputs import shipped
from designkit.text.cells import laid_out, safe
from tests.drawn import (
    SMALL,
    design_of,
    drawn_views,
    picture,
    placed_views,
    shown_saying,
)
from tests.golden_files import assert_golden
from tests.hostile import every_hostile_text

ARROWS = ("-->", "o->", "..>", "==>", "~~>")


def lines(drawing: Drawing) -> list[str]:
    return text.render(drawing, Theme.AUTO).decode().split("\n")


def cells(line: str) -> int:
    return sum(wide for _, wide in laid_out(line))


@pytest.mark.parametrize("view", ["full", "overview"])
def test_a_small_design_in_plain_text(view: str) -> None:
    drawing = drawn_views(design_of(SMALL))[view]

    assert_golden(f"pictures/small.{view}.txt", "\n".join(lines(drawing)))


@pytest.mark.parametrize("name", shipped())
def test_every_card_and_every_flow_is_there(name: str) -> None:
    for drawing in placed_views(name).values():
        shown = lines(drawing)
        flows, legend = [
            sum(any(f" {mark} " in line for mark in ARROWS) for line in part)
            for part in split(shown, len(drawing.legend))
        ]

        assert sum(line.count("┌") + line.count("╔") for line in shown) == len(
            cards_of(drawing)
        )
        assert (flows, legend) == (
            len(drawing.arrows),
            sum(not entry.strong for entry in drawing.legend),
        )
        assert max(map(cells, shown)) <= WIDTH


def split(shown: list[str], legend: int) -> tuple[list[str], list[str]]:
    """The lines before the legend, and those of the legend."""
    return shown[: -legend - 1], shown[-legend - 1 :]


def test_the_bar_of_a_budget_is_told_in_a_paragraph() -> None:
    shown = "\n".join(lines(drawn_views(design_of(SMALL))["request-path"]))

    assert "\n\nBudget: Gate 6 ms, Store 3 ms, Scorer 12 ms\n\n" in shown


def test_a_bar_that_is_to_be_filled_in_gives_nothing_away() -> None:
    drawing = drawn_views(design_of(SMALL))["request-path"]
    empty = [replace(node, parts=()) for node in drawing.nodes]

    assert "Budget" not in "\n".join(lines(replace(drawing, nodes=tuple(empty))))


def test_a_picture_of_nothing_is_its_name() -> None:
    assert lines(picture()) == ["Sketch: Sketch", "", ""]


@every_hostile_text
def test_a_terminal_obeys_no_text(text: str) -> None:
    for drawing in shown_saying(text).values():
        shown = lines(drawing)

        assert [line for line in shown if safe(line) != line] == []
        assert max(map(cells, shown)) <= WIDTH
        assert sum(line.count("┌") + line.count("╔") for line in shown) == len(
            cards_of(drawing)
        )
