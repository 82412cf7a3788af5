"""The image that a link shows: of its size, readable, the same for equal designs."""

import re
import struct
from xml.etree import ElementTree as ET

import pytest

import designkit as dk
from designkit.documents.sharing.image import HEIGHT, WIDTH, share_image, share_svg
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.pictures.theme import FONTS
from designkit.source.inputs import shipped
from tests.hostile import some_hostile_texts

READABLE = 12.0
"""Pixels."""


def inputs(loaded: dk.Loaded) -> WriteUpInputs:
    return WriteUpInputs(dk.require_design(loaded))


def test_it_is_a_png_of_the_size_that_links_show() -> None:
    data = share_image(inputs(dk.load("fraud")))

    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (WIDTH, HEIGHT) == (1200, 630)
    assert share_image(inputs(dk.load("fraud"))) == data


@pytest.mark.parametrize("name", shipped())
def test_its_smallest_text_can_be_read(name: str) -> None:
    svg = share_svg(inputs(dk.load(name))).text
    scale = re.search(r"scale\(([\d.]+)\)", svg)

    assert scale
    assert FONTS["figure"].size * float(scale[1]) >= READABLE


@some_hostile_texts
def test_no_text_breaks_out_of_it(text: str) -> None:
    design = dk.require_design(dk.load("ad-click"))
    spoilt = design.model_copy(update={"name": text or "x", "summary": text})
    root = ET.fromstring(share_svg(WriteUpInputs(spoilt)).text)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}

    targets = [v for it in root.iter() for k, v in it.attrib.items() if "href" in k]

    assert not tags & {"script", "foreignObject", "a", "b", "table"}
    assert [it for it in targets if not it.startswith(("#", "data:image/"))] == []
    assert not [it for it in root.iter() if any(k.startswith("on") for k in it.attrib)]
