"""Scripts for the library `diagrams`: they compile, run, and texts stay texts."""

import ast
import subprocess
import sys
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.diagrams import diagrams
from designkit.pictures.wording import arrow_text, card_text, cards_of, heading
from designkit.source.inputs import shipped
from tests.drawn import (
    SMALL,
    arrow,
    card,
    design_of,
    drawn_views,
    picture,
    placed_views,
    shown_saying,
)
from tests.golden_files import assert_golden
from tests.hostile import HOSTILE, every_hostile_text
from tests.sizes import tool

WORDS = ("class", "none", "true", "print", "node", "box", "edge", "diagram", "a-b")


def script(drawing: Drawing) -> str:
    return diagrams.render(drawing, Theme.AUTO).decode()


def odd_names() -> Drawing:
    cards = tuple(card(word, 0, 90 * number) for number, word in enumerate(WORDS))
    return picture(*cards, arrows=tuple(arrow(a, b, "x") for a, b in pairwise(WORDS)))


def test_a_small_design_as_a_script() -> None:
    drawing = drawn_views(design_of(SMALL))["full"]

    assert_golden("pictures/small.full.py.txt", script(drawing))


@pytest.mark.parametrize("name", shipped())
def test_every_card_and_every_flow_is_there(name: str) -> None:
    for drawing in placed_views(name).values():
        tree = ast.parse(script(drawing))
        made = [it for it in ast.walk(tree) if isinstance(it, ast.Assign)]
        edges = [
            it
            for it in ast.walk(tree)
            if isinstance(it, ast.Call) and called(it) == "Edge"
        ]

        assert len(made) == len(cards_of(drawing)) + 1  # BOX
        assert len(edges) == len(drawing.arrows)


def called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def test_odd_names_and_no_cards_at_all_compile() -> None:
    compile(script(odd_names()), "odd.py", "exec")
    compile(script(picture()), "empty.py", "exec")


@every_hostile_text
def test_a_text_changes_nothing_but_texts(text: str) -> None:
    for view, drawing in shown_saying(text).items():
        compile(script(drawing), "script.py", "exec")

        assert shape(drawing) == shape(shown_saying("harmless")[view])


def shape(drawing: Drawing) -> list[str]:
    """The statements of a script, in any order, without their texts."""
    tree = ast.parse(script(drawing))
    for found in ast.walk(tree):
        if isinstance(found, ast.Constant):
            found.value = "…"
        if isinstance(found, ast.Call):
            found.keywords = [it for it in found.keywords if it.arg != "label"]
    return sorted(ast.unparse(tree).splitlines())


@every_hostile_text
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    for drawing in shown_saying(text).values():
        tree = ast.parse(script(drawing))
        read = {
            unescape(it.value).replace("\\\\", "\\")
            for it in ast.walk(tree)
            if isinstance(it, ast.Constant) and isinstance(it.value, str)
        }
        lines = {line for value in read for line in value.split("\n")}
        labels = {arrow_text(it) for it in drawing.arrows if arrow_text(it)}
        names = {name for node in cards_of(drawing) if (name := card_text(node).name)}

        assert {heading(drawing), *labels} <= read
        assert names <= lines


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped())
def test_a_script_draws_its_picture(name: str, tmp_path: Path) -> None:
    for drawing in placed_views(name).values():
        assert run(drawing, tmp_path) == ""
        assert (tmp_path / f"{drawing.name}.png").stat().st_size > 10_000


@pytest.mark.slow
def test_a_script_with_any_text_draws_a_picture(tmp_path: Path) -> None:
    drawings = [odd_names(), picture()]
    drawings += [shown_saying(text)["request-path"] for _, text in HOSTILE]
    for drawing in drawings:
        assert run(drawing, tmp_path) == ""
    assert {path.suffix for path in tmp_path.iterdir()} == {".png", ".py"}


def run(drawing: Drawing, folder: Path) -> str:
    """Run a script in `folder`, and return what it complains of."""
    tool("dot")
    file = folder / "script.py"
    file.write_text(script(drawing), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", file], cwd=folder, capture_output=True, text=True
    )
    return done.stderr if done.returncode else ""
