"""Flowcharts of Mermaid: what is in them, and that texts stay texts."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.mermaid import RESERVED, mermaid
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
from tests.sizes import node_script

QUOTED = re.compile(r'"([^"\n]*)"')
NUMBER = re.compile(r"#(\d+);")
READER = Path(__file__).parent / "read_mermaid.mjs"


def flowchart(drawing: Drawing, theme: Theme = Theme.AUTO) -> str:
    return mermaid.render(drawing, theme).decode()


def test_a_small_design_as_a_flowchart() -> None:
    drawing = drawn_views(design_of(SMALL))["full"]

    assert_golden("pictures/small.full.mmd", flowchart(drawing))


@pytest.mark.parametrize("name", shipped())
def test_every_card_and_every_flow_is_there(name: str) -> None:
    for drawing in placed_views(name).values():
        lines = flowchart(drawing).splitlines()

        assert sum(":::" in line for line in lines) == len(cards_of(drawing))
        assert sum(bool(re.search("-->|-.->|==>", line)) for line in lines) == len(
            drawing.arrows
        )


def test_a_theme_that_is_asked_for_is_set_for_the_whole_page() -> None:
    assert flowchart(picture(), Theme.DARK) == snapshot("""\
---
title: "Sketch\\u003a sketch"
config:
  theme: dark
---
flowchart LR
""")
    assert flowchart(picture(), Theme.AUTO) == snapshot("""\
---
title: "Sketch\\u003a sketch"
---
flowchart LR
""")


def test_no_card_is_called_like_a_word_of_mermaid() -> None:
    drawing = picture(card("end", 0, 0), card("style", 0, 90), card("a-b", 0, 180))

    assert flowchart(drawing) == snapshot("""\
---
title: "Sketch\\u003a sketch"
---
flowchart LR
  end_[" "]:::serving
  style_[" "]:::serving
  a_b[" "]:::serving
  classDef serving fill:#ffffff,stroke:#b93a0a,color:#1a2233
""")


@every_hostile_text
def test_a_text_changes_nothing_but_texts(text: str) -> None:
    for view, drawing in shown_saying(text).items():
        assert without_texts(drawing) == without_texts(shown_saying("harmless")[view])


def without_texts(drawing: Drawing) -> list[str]:
    """The lines of a flowchart, in any order, without what stands between quotes."""
    lines = QUOTED.sub("", flowchart(drawing)).replace("||", "").splitlines()
    return sorted(lines)


@every_hostile_text
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    for drawing in shown_saying(text).values():
        front, *quoted = QUOTED.findall(flowchart(drawing))
        read = [NUMBER.sub(lambda mark: chr(int(mark[1])), it) for it in quoted]
        labels = [arrow_text(it) for it in drawing.arrows if arrow_text(it)]

        assert json.loads(f'"{front}"') == heading(drawing)
        assert [
            name for name in names(drawing) if f"<b>{name}</b>" not in "".join(read)
        ] == []
        assert [label for label in labels if label not in read] == []


def names(drawing: Drawing) -> list[str]:
    return [name for node in cards_of(drawing) if (name := card_text(node).name)]


@pytest.mark.slow
def test_mermaid_reads_every_flowchart(tmp_path: Path) -> None:
    drawings = [*(d for name in shipped() for d in placed_views(name).values())]
    drawings += [d for _, text in HOSTILE for d in shown_saying(text).values()]
    words = [
        *map(str.lower, RESERVED),
        "endpoint",
        "graph-x",
        "o",
        "x",
        "class-a",
        "end-b",
    ]
    cards = [card(word, 0, 90 * number) for number, word in enumerate(words)]
    links = tuple(arrow(a, b, "x") for a, b in pairwise(words))
    drawings.append(picture(*cards, arrows=links))
    files = list[Path]()
    for number, drawing in enumerate(drawings):
        files.append(tmp_path / f"{number}.mmd")
        files[-1].write_bytes(mermaid.render(drawing, Theme.AUTO))
    for drawing, read in zip(drawings, node_script(READER, *files), strict=True):
        assert read == {
            "nodes": len([*cards_of(drawing)]),
            "edges": len(drawing.arrows),
        }
