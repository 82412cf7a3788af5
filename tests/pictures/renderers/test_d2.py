"""Diagrams of D2: what is in them, and that texts stay texts."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.d2 import RESERVED, d2
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
from tests.hostile import every_hostile_text
from tests.sizes import tool

QUOTED = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def diagram(drawing: Drawing, theme: Theme = Theme.AUTO) -> str:
    return d2.render(drawing, theme).decode()


def test_a_small_design_as_a_diagram() -> None:
    assert_golden(
        "pictures/small.full.d2", diagram(drawn_views(design_of(SMALL))["full"])
    )


@pytest.mark.parametrize("name", shipped())
def test_every_card_and_every_flow_is_there(name: str) -> None:
    for drawing in placed_views(name).values():
        lines = diagram(drawing).splitlines()

        assert sum("{class: " in line for line in lines) == len(cards_of(drawing))
        assert sum(" -> " in line for line in lines) == len(drawing.arrows)


def test_a_dark_diagram_has_dark_paper() -> None:
    assert diagram(picture(), Theme.DARK) == snapshot("""\
vars: {d2-config: {theme-id: 200}}
direction: right
title: "Sketch: sketch" {shape: text; near: top-center; style.font-size: 28}
""")


def test_no_card_is_called_like_a_word_of_d2() -> None:
    drawing = picture(card("label", 0, 0), card("null", 0, 90), card("a-b", 0, 180))

    assert diagram(drawing) == snapshot("""\
direction: right
title: "Sketch: sketch" {shape: text; near: top-center; style.font-size: 28}
classes: {
  serving_card: {style: {fill: "#ffffff"; stroke: "#b93a0a"; font-color: "#1a2233"; stroke-width: 1; border-radius: 8}}
}
label_: "" {class: serving_card}
null_: "" {class: serving_card}
a_b: "" {class: serving_card}
""")


@every_hostile_text
def test_a_text_changes_nothing_but_texts(text: str) -> None:
    for view, drawing in shown_saying(text).items():
        assert without_texts(drawing) == without_texts(shown_saying("harmless")[view])


def without_texts(drawing: Drawing) -> list[str]:
    """The lines of a diagram, in any order, without what stands between quotes."""
    return sorted(QUOTED.sub("", diagram(drawing)).replace(": {", " {").splitlines())


@every_hostile_text
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    for drawing in shown_saying(text).values():
        read = [unescaped(it) for it in QUOTED.findall(diagram(drawing))]
        firsts = [it.partition("\n")[0] for it in read]
        labels = [arrow_text(it) for it in drawing.arrows if arrow_text(it)]

        assert heading(drawing) in read
        assert [name for name in names(drawing) if name not in firsts] == []
        assert [label for label in labels if label not in read] == []


def unescaped(text: str) -> str:
    """Read a string of D2 as its manual says."""
    return re.sub(r"\\(.)", lambda mark: "\n" if mark[1] == "n" else mark[1], text)


def names(drawing: Drawing) -> list[str]:
    return [name for node in cards_of(drawing) if (name := card_text(node).name)]


def drawn_by_d2(drawing: Drawing, folder: Path) -> str:
    source, made = folder / "picture.d2", folder / "picture.svg"
    source.write_bytes(d2.render(drawing, Theme.LIGHT))
    done = subprocess.run([tool("d2"), source, made], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return made.read_text()


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped())
def test_d2_draws_every_picture(name: str, tmp_path: Path) -> None:
    for drawing in placed_views(name).values():
        made = drawn_by_d2(drawing, tmp_path)

        assert made.count('class="connection') >= len(drawing.arrows)


@pytest.mark.slow
@every_hostile_text
def test_d2_reads_every_text_as_a_text(text: str, tmp_path: Path) -> None:
    made = drawn_by_d2(shown_saying(text)["full"], tmp_path)

    assert "javascript:" not in re.sub(r">[^<]*<", "", made)
    assert "onerror" not in re.sub(r">[^<]*<", "", made)


@pytest.mark.slow
def test_d2_takes_every_name(tmp_path: Path) -> None:
    words = [*map(str.lower, RESERVED), "order", "a-b", "grid-rows", "source-arrowhead"]
    cards = [card(word, 0, 90 * number) for number, word in enumerate(words)]
    links = tuple(arrow(a, b) for a, b in pairwise(words))

    made = drawn_by_d2(picture(*cards, arrows=links), tmp_path)

    assert made.count('<g class="shape"') == len(cards) + 1  # and the title
