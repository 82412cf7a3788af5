"""Nothing that a mask hides can be read off a picture, and nothing else has moved."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from designkit.handouts.masking import Mask, Masked, Secrets, masked, secrets
from designkit.handouts.masking.writing import LEAST
from designkit.pictures.draw import draw_all
from designkit.pictures.drawing import (
    Arrow,
    ArrowLabel,
    BlankPart,
    Drawing,
    IconPart,
    Node,
    NodeRole,
    Part,
    Style,
    TextPart,
)
from designkit.pictures.icons import with_icons
from designkit.pictures.layout.geometry import measure
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.dot import dot
from designkit.pictures.renderers.pdf import pdf
from designkit.pictures.renderers.png import png
from designkit.pictures.renderers.svg import svg_text
from designkit.source.inputs import shipped
from tests.drawn import SMALL, design_of, placed_views, shipped_design
from tests.reading import said
from tests.sizes import tool

SVG = "{http://www.w3.org/2000/svg}"
ALL = tuple(Mask)
CHOICES = [choice for size in (1, 2, 3, 4) for choice in combinations(Mask, size)]
"""Every combination of masks; the place of each is its seed."""

NUMBER = re.compile(r"(?<![\w.])\d")
TAG = re.compile(r"(\d+|[an]\d+)(?!\S)")
DIGESTS = """
import hashlib
from designkit.source.inputs import shipped
from designkit.handouts.masking import Mask, answer_key, masked
from designkit.api import load
from designkit.pictures.draw import draw_all
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text

design = load(shipped()["fraud"]).design
for view, drawing in draw_all(design, ("overview", "request-path")).items():
    for share in (1.0, 0.4):
        got = masked(drawing, design, list(Mask), 3, share)
        text = svg_text(got.drawing, Theme.AUTO) + repr(answer_key([got]))
        print(hashlib.sha256(text.encode()).hexdigest())
"""

every_choice = pytest.mark.parametrize(
    ("seed", "masks"),
    [pytest.param(n, choice, id="-".join(choice)) for n, choice in enumerate(CHOICES)],
)
every_design = pytest.mark.parametrize("name", shipped())


@cache
def worksheet(
    name: str, masks: tuple[Mask, ...], seed: int = 0, share: float = 1.0
) -> Mapping[str, Masked]:
    design = shipped_design(name)
    return {
        view: masked(drawing, design, masks, seed, share)
        for view, drawing in placed_views(name).items()
    }


def pairs(
    name: str, masks: tuple[Mask, ...], seed: int = 0
) -> list[tuple[Drawing, Masked]]:
    """Every picture of a design as it is, and masked."""
    found = worksheet(name, masks, seed)
    return [(drawing, found[view]) for view, drawing in placed_views(name).items()]


def groups(root: ET.Element, *words: str) -> Iterator[ET.Element]:
    for group in root.iter(f"{SVG}g"):
        if set(words) & set(group.get("class", "").split()):
            yield group


def texts(element: ET.Element) -> list[str]:
    return [text.text or "" for text in element.iter(f"{SVG}text")]


def words(root: ET.Element, *names: str) -> set[str]:
    """The words in some attributes of components and flows."""
    elements = list(groups(root, "component", "flow"))
    return {
        word for e in elements for n in names for word in e.get(f"data-{n}", "").split()
    }


def leaks(drawing: Drawing, hidden: Secrets, masks: Iterable[Mask]) -> list[str]:
    """What a picture says of what is hidden, as SVG and as DOT."""
    svg, graph = svg_text(drawing, Theme.AUTO), dot.render(drawing, Theme.AUTO).decode()
    root = ET.fromstring(svg)
    found = [*said(svg, hidden.in_pictures), *said(graph, hidden.in_pictures)]
    if Mask.NAMES in masks:
        found += words(root, "id", "from", "to", "kind") & hidden.codes
    if Mask.FLOWS in masks:
        labels = " | ".join(text for e in groups(root, "flow") for text in texts(e))
        found += said(labels, hidden.drawn | hidden.notes)
    if Mask.NUMBERS in masks:
        parts = {part.strip() for text in texts(root) for part in text.split("·")}
        found += parts & hidden.drawn
    return found


def parts_of(drawing: Drawing) -> list[Part]:
    parts = [part for node in drawing.nodes for part in node.parts]
    parts += [p for node in drawing.nodes for m in node.members for p in m.parts]
    return parts


def written(drawing: Drawing, *styles: Style) -> list[str]:
    """The texts on the cards of a drawing."""
    parts = (part for part in parts_of(drawing) if isinstance(part, TextPart))
    return [part.text for part in parts if not styles or part.style in styles]


@every_design
@every_choice
def test_nothing_hidden_can_be_read(
    name: str, seed: int, masks: tuple[Mask, ...]
) -> None:
    hidden = secrets(shipped_design(name), placed_views(name).values(), masks, seed)

    for picture in worksheet(name, masks, seed).values():
        assert leaks(picture.drawing, hidden, masks) == []


@every_design
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_what_a_share_hides_is_hidden_in_every_picture(name: str, share: float) -> None:
    hidden = secrets(shipped_design(name), placed_views(name).values(), ALL, 7, share)

    assert hidden.phrases
    for picture in worksheet(name, ALL, 7, share).values():
        assert leaks(picture.drawing, hidden, ()) == []


@every_design
def test_with_names_hidden_cards_show_numbers_alone(name: str) -> None:
    for drawing, picture in pairs(name, (Mask.NAMES,)):
        root = ET.fromstring(svg_text(picture.drawing, Theme.AUTO))
        stages = {node.id for node in drawing.nodes if node.role is NodeRole.STAGE}
        shown = [
            *written(picture.drawing, Style.NAME, Style.ITEM),
            *(words(root, "id", "from", "to") - stages),
        ]

        page = " ".join((picture.drawing.subtitle, *picture.drawing.caption))
        titles = {c.title for c in shipped_design(name).components.values()}

        numbers = [text.partition("@")[0] for text in shown]
        assert [text for text in numbers if not text.isdigit()] == []
        assert said(page, titles) == []
        assert words(root, "kind") == set()
        assert [p for p in parts_of(picture.drawing) if isinstance(p, IconPart)] == []
        assert written(picture.drawing, Style.FIGURE) == written(drawing, Style.FIGURE)


@every_design
def test_with_technologies_hidden_glyphs_stand_for_icons(name: str) -> None:
    for drawing, picture in pairs(name, (Mask.TECHNOLOGIES,)):
        glyphs = [
            part.glyph for part in parts_of(drawing) if isinstance(part, IconPart)
        ]
        icons = [p for p in parts_of(picture.drawing) if isinstance(p, IconPart)]

        assert written(picture.drawing, Style.TECHNOLOGY) == []
        assert [(icon.technology, icon.own) for icon in icons] == [("", b"")] * len(
            glyphs
        )
        assert [icon.glyph for icon in icons] == glyphs
        assert "data:image" not in svg_text(picture.drawing, Theme.AUTO)


def shown_of(node: Node) -> tuple[Part, ...]:
    """What a card shows, without the lines of flows that are left blank."""
    return tuple(part for part in node.parts if not isinstance(part, BlankPart))


@every_design
def test_with_flows_hidden_arrows_show_numbers_alone(name: str) -> None:
    for drawing, picture in pairs(name, (Mask.FLOWS,)):
        root = ET.fromstring(svg_text(picture.drawing, Theme.AUTO))
        labels = [text for flow in groups(root, "flow") for text in texts(flow)]
        count = sum(bool(arrow.label) for arrow in drawing.arrows)

        assert Counter(labels) == Counter(f"a{n}" for n in range(1, count + 1))
        assert words(root, "carries") == set()
        kept = [shown_of(node) for node in picture.drawing.nodes]
        assert kept == [node.parts for node in drawing.nodes]
        assert picture.drawing.texts == drawing.texts


@every_design
def test_with_numbers_hidden_no_number_is_left(name: str) -> None:
    for drawing, picture in pairs(name, (Mask.NUMBERS,)):
        page = [t.text for t in picture.drawing.texts if t.style is not Style.TITLE]
        page += [picture.drawing.subtitle, *picture.drawing.caption]
        shown = [*page, *written(picture.drawing, Style.FIGURE)]
        kept = (Style.NAME, Style.ITEM, Style.TECHNOLOGY)

        assert [text for text in shown if NUMBER.search(text)] == []
        assert written(picture.drawing, *kept) == written(drawing, *kept)
        assert [a.label for a in picture.drawing.arrows] == (
            [without_note(a) for a in drawing.arrows]
        )


@every_design
@every_choice
def test_nothing_else_has_moved(name: str, seed: int, masks: tuple[Mask, ...]) -> None:
    for drawing, picture in pairs(name, masks, seed):
        assert [node.box for node in picture.drawing.nodes] == (
            [node.box for node in drawing.nodes]
        )
        assert [a.route for a in picture.drawing.arrows] == (
            [a.route for a in drawing.arrows]
        )
        assert (picture.drawing.groups, picture.drawing.legend) == (
            (drawing.groups, drawing.legend)
        )
        assert picture.drawing.width == drawing.width
        assert measure(picture.drawing).faults == 0


@every_design
def test_a_blank_is_on_a_line_where_a_text_was(name: str) -> None:
    for drawing, picture in pairs(name, ALL):
        for node, other in zip(drawing.nodes, picture.drawing.nodes, strict=True):
            texts = [part for part in node.parts if isinstance(part, TextPart)]
            texts += [line for telling in node.tellings for line in telling.parts]
            blanks = [part for part in other.parts if isinstance(part, BlankPart)]

            assert {blank.y for blank in blanks} <= {text.y for text in texts}
            assert all(blank.width >= LEAST for blank in blanks)
            assert all(0 < b.x < b.x + b.width < other.width for b in blanks)


@every_design
def test_the_page_grows_by_lines_of_its_caption_alone(name: str) -> None:
    for drawing, picture in pairs(name, ALL):
        more = picture.drawing.height - drawing.height

        assert more in (0, 20, 40)
        assert not more or drawing.caption
        assert picture.drawing.texts[0] == drawing.texts[0]


@every_design
def test_without_masks_a_picture_is_as_it_was(name: str) -> None:
    for drawing, picture in pairs(name, ()):
        assert picture == Masked(drawing)


def test_the_picture_without_masks_is_not_touched() -> None:
    drawing = placed_views("fraud")["request-path"]
    before = svg_text(drawing, Theme.AUTO)
    masked(drawing, shipped_design("fraud"), ALL)

    assert svg_text(drawing, Theme.AUTO) == before


@every_design
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_number_of_the_key_is_once_in_its_picture(name: str, seed: int) -> None:
    for picture in worksheet(name, ALL, seed).values():
        keys = [str(box.number) for box in picture.boxes]
        keys += [f"a{arrow.number}" for arrow in picture.arrows]
        keys += [f"n{figure.number}" for figure in picture.figures]

        cards = [n for n in picture.drawing.nodes if n.role is not NodeRole.GHOST]
        once = replace(picture.drawing, nodes=tuple(cards))

        assert Counter(tags(once)) == Counter(keys)
        assert set(tags(picture.drawing)) == set(keys)
        assert len(set(keys)) == len(keys)


def tags(drawing: Drawing) -> list[str]:
    """The numbers of boxes, arrows and lines of figures that a picture shows."""
    on_cards = (Style.NAME, Style.ITEM, Style.FIGURE)
    labels = [p for arrow in drawing.arrows if arrow.label for p in arrow.label.parts]
    parts = [
        *labels,
        *(text for text in drawing.texts if text.style is not Style.TITLE),
    ]
    texts = [part.text for part in parts if isinstance(part, TextPart)]
    texts += written(drawing, *on_cards)
    return [text.split()[0] for text in texts if TAG.match(text)]


@every_design
def test_the_key_says_what_was_there(name: str) -> None:
    design = shipped_design(name)
    for drawing, picture in pairs(name, ALL, 5):
        for box in picture.boxes:
            shown = [c for c in design.components.values() if c.title == box.title]
            assert box.technology in [c.technology or "" for c in shown]
        labels = [arrow.label.text for arrow in drawing.arrows if arrow.label]
        lines = [line.strip("· ") for line in written(drawing, Style.FIGURE)]
        keyed = [figure.text for figure in picture.figures]
        arrows = [arrow.label.replace(",", "") for arrow in picture.arrows]

        assert Counter(map(one_line, labels)) == Counter(arrows)
        assert not Counter(map(one_line, lines)) - Counter(keyed)


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_box_has_one_number_in_all_pictures() -> None:
    pictures = worksheet("fraud", (Mask.NAMES,), 5).values()
    boxes = {(box.number, box.title) for picture in pictures for box in picture.boxes}

    assert len(boxes) == len(shipped_design("fraud").components)
    assert sorted(number for number, _ in boxes) == list(range(1, len(boxes) + 1))


def test_another_seed_numbers_otherwise() -> None:
    keys = [
        worksheet("fraud", (Mask.NAMES,), seed)["overview"].boxes for seed in (1, 2)
    ]

    assert keys[0] != keys[1]
    assert {box.title for box in keys[0]} == {box.title for box in keys[1]}


@pytest.mark.parametrize("share", [0.25, 0.5])
def test_a_share_of_the_boxes_loses_its_name(share: float) -> None:
    picture = worksheet("fraud", (Mask.NAMES,), 5, share)["overview"]
    count = len(shipped_design("fraud").components)

    assert len(picture.boxes) == pytest.approx(share * count, abs=1)
    assert sorted(box.number for box in picture.boxes) == (
        list(range(1, len(picture.boxes) + 1))
    )


def test_a_share_hides_the_same_flows_in_every_picture() -> None:
    found = {
        view: flows(drawing, worksheet("fraud", (Mask.FLOWS,), 5, 0.5)[view].drawing)
        for view, drawing in placed_views("fraud").items()
    }

    for view in ("request-path", "training", "feedback-loop"):
        assert found[view]
        both = found[view].keys() & found["full"].keys()
        assert {key: found[view][key] for key in both} == {
            key: found["full"][key] for key in both
        }
    assert set(found["full"].values()) == {True, False}


def without_note(arrow: Arrow) -> ArrowLabel | None:
    """The label of an arrow as a mask leaves it, which shows no notes."""
    return arrow.label and replace(arrow.label, note="")


def flows(drawing: Drawing, shown: Drawing) -> dict[tuple[str, str, str], bool]:
    """Whether the label of each flow is hidden."""
    return {
        (arrow.source, arrow.target, arrow.mode): without_note(arrow) != other.label
        for arrow, other in zip(drawing.arrows, shown.arrows, strict=True)
        if arrow.label
    }


@pytest.mark.parametrize("share", [0, -1, 1.01, float("nan")])
def test_no_other_share_can_be_hidden(share: float) -> None:
    drawing = placed_views("fraud")["overview"]

    with pytest.raises(ValueError, match="the share to leave out is above 0"):
        masked(drawing, shipped_design("fraud"), ALL, 0, share)


def test_two_runs_and_two_hash_seeds_give_the_same() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]

    assert len(runs[0].split()) == 4
    assert runs[0] == runs[1]


@pytest.mark.slow
@every_design
def test_nothing_hidden_can_be_read_in_a_pdf(name: str) -> None:
    hidden = secrets(shipped_design(name), placed_views(name).values(), ALL)
    data = pdf.render(worksheet(name, ALL)["request-path"].drawing, Theme.LIGHT)
    done = subprocess.run(
        [tool("pdftotext"), "-layout", "-", "-"],
        input=data,
        capture_output=True,
        check=True,
    )
    text = done.stdout.decode()
    long = [phrase for phrase in hidden.in_pictures if len(phrase) > 8]

    assert shipped_design(name).name in text
    assert said(text, hidden.in_pictures) == []
    assert said(data.decode("latin-1"), long) == []


def test_a_png_holds_pixels_and_nothing_else() -> None:
    data = png.render(worksheet("fraud", ALL)["overview"].drawing, Theme.LIGHT)
    chunks, at = [], 8
    while at < len(data):
        chunks.append(data[at + 4 : at + 8])
        at += 12 + int.from_bytes(data[at : at + 4])

    assert set(chunks) <= {b"IHDR", b"sRGB", b"gAMA", b"pHYs", b"IDAT", b"IEND"}


def test_an_icon_of_the_project_is_hidden_as_well() -> None:
    design = shipped_design("fraud")
    drawing = with_icons(placed_views("fraud")["overview"], {"kafka": b"own"})
    for mask in (Mask.NAMES, Mask.TECHNOLOGIES):
        shown = masked(drawing, design, (mask,)).drawing

        assert [p for p in parts_of(shown) if isinstance(p, IconPart) and p.own] == []


def test_a_number_in_a_name_is_hidden_with_the_numbers() -> None:
    design = design_of(SMALL.replace("store: {", "store: {name: Store of 30 d, "))
    drawing = draw_all(design, ("overview",))["overview"]
    shown = masked(drawing, design, (Mask.NUMBERS,)).drawing

    assert "Store of" in written(shown, Style.ITEM)
    assert said(svg_text(shown, Theme.AUTO), ["30 d"]) == []
