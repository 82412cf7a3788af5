import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import SVGPath
from inline_snapshot import snapshot

from designkit.catalog.glyphs import GLYPHS
from designkit.catalog.kind import Stage
from designkit.catalog.kinds import all_kinds, kind
from designkit.model.component import Component
from designkit.source.kind_of import glyph_of

ATTRIBUTES = {
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "rect": {"x", "y", "width", "height", "rx"},
}
SOLID = {"fill": "currentColor", "stroke": "none"}
HALF_STROKE = 0.85

every_glyph = pytest.mark.parametrize("name", GLYPHS)


def drawn(name: str) -> ET.Element:
    return ET.fromstring(f"<svg>{GLYPHS[name]}</svg>")


def extent(name: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the lines, without their width."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{GLYPHS[name]}</svg>'
    pen = BoundsPen(None)  # type: ignore[no-untyped-call]
    SVGPath.fromstring(svg.encode()).draw(pen)  # type: ignore[no-untyped-call]
    left, top, right, bottom = pen.bounds or (0.0, 0.0, 0.0, 0.0)
    return left, top, right, bottom


def test_every_kind_and_every_stage_has_a_glyph() -> None:
    names = {*(kind.drawn_as for kind in all_kinds()), *(s.glyph for s in Stage)}

    assert names - set(GLYPHS) == set()


def test_every_glyph_but_the_plain_box_is_used() -> None:
    assert set(GLYPHS) - {kind.drawn_as for kind in all_kinds()} == {"box"}


def test_no_two_kinds_of_one_stage_choose_the_same_glyph() -> None:
    uses = Counter((kind.stage, kind.glyph) for kind in all_kinds() if kind.glyph)

    assert [use for use, times in uses.items() if times > 1] == []


def test_no_two_names_stand_for_the_same_picture() -> None:
    assert len(set(GLYPHS.values())) == len(GLYPHS)


def test_a_kind_is_drawn_with_its_glyph() -> None:
    found = kind("on-demand-transform")

    assert found is not None
    assert GLYPHS[found.drawn_as] == snapshot(
        '<path d="M13.5 3L5 13.5h6.5L10.5 21 19 10.5h-6.5z"/>'
    )


def test_an_unknown_kind_is_drawn_as_a_plain_box() -> None:
    assert GLYPHS[glyph_of(Component(id="a", kind="quantum-oracle"))] == snapshot(
        '<rect x="4" y="4" width="16" height="16" rx="3"/><path d="M9 9h6"/>'
    )


@every_glyph
def test_a_glyph_holds_plain_shapes_and_nothing_else(name: str) -> None:
    shapes = list(drawn(name))

    assert shapes
    for shape in shapes:
        assert set(shape.attrib) - set(SOLID) <= ATTRIBUTES[shape.tag]
        assert not list(shape)
        assert not shape.text
        assert not shape.tail


@every_glyph
def test_a_colour_is_only_ever_that_of_the_pen(name: str) -> None:
    for shape in drawn(name):
        for attribute in set(SOLID) & set(shape.attrib):
            assert shape.attrib[attribute] == SOLID[attribute]


@every_glyph
def test_a_glyph_stays_two_units_inside_its_box(name: str) -> None:
    left, top, right, bottom = extent(name)

    assert min(left, top) - HALF_STROKE >= 2
    assert max(right, bottom) + HALF_STROKE <= 22


@every_glyph
def test_a_glyph_fills_its_box_and_stands_in_the_middle(name: str) -> None:
    left, top, right, bottom = extent(name)

    assert max(right - left, bottom - top) >= 15
    assert abs((left + right) / 2 - 12) <= 0.75
    assert abs((top + bottom) / 2 - 12) <= 0.75


@every_glyph
def test_a_number_has_two_decimals_at_most(name: str) -> None:
    values = " ".join(v for shape in drawn(name) for v in shape.attrib.values())

    assert re.findall(r"\.\d{3,}", values) == []
