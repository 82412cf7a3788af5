"""Texts of any look are hidden as well, and so are names in odd places."""

from collections.abc import Mapping
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from designkit.handouts.masking import Mask, masked, secrets
from designkit.model.design import Design
from designkit.pictures.draw import draw_all
from designkit.pictures.drawing import (
    Drawing,
    SlotPart,
    TextPart,
)
from designkit.pictures.layout.geometry import measure
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.dot import dot
from designkit.pictures.renderers.svg import svg_text
from tests.drawn import SMALL, design_of
from tests.hostile import every_hostile_text
from tests.reading import said

ALL = tuple(Mask)


def with_texts(text: str) -> Design:
    """A small design with a hostile text and a word of its own in every place."""
    design = design_of(SMALL)
    return design.model_copy(
        update={
            "summary": f"{text} Titlea on Producta",
            "components": {
                id: component.model_copy(
                    update={
                        "name": f"{text} Titlea {number}",
                        "technology": f"Producta {number} {text}",
                    }
                )
                for number, (id, component) in enumerate(design.components.items())
            },
            "flows": tuple(
                flow.model_copy(update={"note": f"{text} said on the side"})
                for flow in design.flows
            ),
        }
    )


@cache
def hostile_pictures(text: str) -> tuple[Design, Mapping[str, Drawing]]:
    design = with_texts(text)
    return design, draw_all(design, ("overview", "request-path"))


@every_hostile_text
def test_a_hostile_text_is_hidden_as_well(text: str) -> None:
    design, drawings = hostile_pictures(text)
    hidden = secrets(design, drawings.values(), ALL)
    for drawing in drawings.values():
        shown = masked(drawing, design, ALL).drawing
        root = ET.fromstring(svg_text(shown, Theme.AUTO))
        values = [
            value for e in root.iter() for value in (e.text or "", *e.attrib.values())
        ]
        graph = dot.render(shown, Theme.LIGHT).decode()

        assert measure(shown).faults == 0
        assert said(" | ".join(values), hidden.in_pictures) == []
        assert "Titlea" not in graph.replace("Titlea on Producta", "")
        assert said(" | ".join(values), ("said on the side", "Producta 1")) == []


@every_hostile_text
def test_each_mask_alone_takes_a_hostile_text(text: str) -> None:
    design, drawings = hostile_pictures(text)
    for mask in Mask:
        hidden = secrets(design, drawings.values(), (mask,))
        for drawing in drawings.values():
            shown = svg_text(masked(drawing, design, (mask,)).drawing, Theme.AUTO)

            assert (
                said(" | ".join(ET.fromstring(shown).itertext()), hidden.in_pictures)
                == []
            )


@pytest.mark.parametrize("view", ["full", "stage:serving"])
def test_a_number_of_three_digits_stays_in_its_box(view: str) -> None:
    lines = [f"  c{n}: {{kind: model-server, name: Box {n}}}" for n in range(120)]
    text = "designkit: 1\nname: Many\nsystem: generic\ncomponents:\n" + "\n".join(lines)
    design = design_of(text)
    shown = masked(draw_all(design, (view,))[view], design, (Mask.NAMES,)).drawing
    boxes = [member for node in shown.nodes for member in node.members]

    assert len(boxes or shown.nodes) == len(lines)
    for box in boxes or shown.nodes:
        slot, number = box.parts[:2]
        assert isinstance(slot, SlotPart)
        assert isinstance(number, TextPart)
        assert slot.x < number.x < number.x + number.width < slot.x + slot.width


def test_an_id_that_names_a_technology_is_hidden() -> None:
    design = design_of(
        SMALL.replace("log:", "kafka-log:")
        .replace("log\n", "kafka-log\n")
        .replace("- log ->", "- kafka-log ->")
    )
    for drawing in draw_all(design, ("full", "training")).values():
        shown = masked(drawing, design, (Mask.TECHNOLOGIES,)).drawing

        assert "kafka" in svg_text(drawing, Theme.AUTO)
        assert "kafka" not in svg_text(shown, Theme.AUTO).lower()
        assert "kafka" not in dot.render(shown, Theme.AUTO).decode().lower()


def test_a_label_that_is_the_name_of_a_box_is_hidden_with_it() -> None:
    design = design_of(SMALL.replace("scorer: {", "scorer: {name: Requests, "))
    drawing = draw_all(design, ("request-path",))["request-path"]
    picture = masked(drawing, design, (Mask.NAMES,))

    assert [arrow.label for arrow in picture.arrows] == ["requests", "requests"]
    assert said(svg_text(picture.drawing, Theme.AUTO), ["Requests"]) == []


def test_a_picture_of_nothing_can_be_masked() -> None:
    design = design_of(
        "designkit: 1\nname: Empty\nsystem: generic\ncomponents: {a: {kind: trainer}}\n"
    )
    for drawing in draw_all(
        design, ("training", "request-path", "feedback-loop")
    ).values():
        picture = masked(drawing, design, ALL)

        assert (picture.boxes, picture.arrows, picture.figures) == ((), (), ())
