import re
from base64 import b64decode
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.catalog.kinds import all_kinds
from designkit.catalog.technologies import TECHNOLOGIES
from designkit.errors import SettingsError
from designkit.pictures.drawing import Drawing, IconPart, Node, NodeRole
from designkit.pictures.icons import (
    PIXELS,
    icon_file,
    read_icons,
    symbol,
    symbol_of,
    with_icons,
)

MARKS = sorted({item.icon for item in TECHNOLOGIES if item.icon})


@pytest.mark.parametrize("icon", MARKS)
def test_every_icon_that_is_named_is_there(icon: str) -> None:
    assert icon_file(icon).read_bytes().startswith(b"\x89PNG\r\n")


def test_a_known_technology_shows_its_mark() -> None:
    found = symbol("Kafka, three brokers", "tube")

    assert (found.id, found.view_box, found.is_glyph) == snapshot(
        ("i-onprem-queue-kafka", "0 0 56 56", False)
    )


def test_a_mark_is_an_image_inside_the_picture_scaled_down() -> None:
    content = symbol("Redis", "key").content
    match = re.fullmatch(
        r'<image width="(\d+)" height="(\d+)" '
        r'href="data:image/png;base64,([A-Za-z0-9+/=]+)"/>',
        content,
    )

    assert match is not None
    png = b64decode(match[3])
    size = int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
    assert size == (int(match[1]), int(match[2])) == (PIXELS, PIXELS)
    assert len(content) < 12_000


def test_a_product_without_an_icon_has_its_initials_on_a_tile() -> None:
    found = symbol("Feast on Redis", "book")

    assert (found.id, found.view_box, found.is_glyph) == snapshot(
        ("t-Fe", "0 0 24 24", True)
    )
    assert ">Fe<" in found.content
    assert found.content != symbol("Tecton", "book").content


@pytest.mark.parametrize("technology", ["", "our own engine", "<script>"])
def test_without_a_known_technology_the_glyph_is_shown(
    technology: str,
) -> None:
    found = symbol(technology, "network")

    assert (found.id, found.view_box, found.is_glyph) == snapshot(
        ("g-network", "0 0 24 24", True)
    )


@pytest.mark.parametrize("glyph", sorted({kind.drawn_as for kind in all_kinds()}))
def test_no_kind_is_a_plain_box(glyph: str) -> None:
    found = symbol("", glyph)

    assert found.is_glyph
    assert found.id != symbol("", "box").id
    assert found.content != symbol("", "box").content


def test_the_same_icon_is_the_same_symbol() -> None:
    assert symbol("Kafka", "tube") == symbol("Apache Kafka", "cache")


def test_an_icon_of_the_project_wins_where_its_name_is_mentioned(tmp_path: Path):
    path = tmp_path / "feast.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
    )
    part = IconPart(0, 0, 18, "Feast on Redis", "book")
    other = IconPart(0, 0, 18, "Breakfast", "book")
    node = Node("a", "A", NodeRole.COMPONENT, "features", 9, 9, parts=(part, other))
    picture = Drawing("v", "", "", "", (node,), ())

    drawn = with_icons(picture, read_icons({"Feast": path}))

    own, glyph = (symbol_of(icon) for icon in drawn.nodes[0].parts)
    assert own.id.startswith("o-")
    assert "data:image/png;base64," in own.content
    assert glyph.is_glyph


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("none.svg", "icons.feast: cannot read", id="no such file"),
        pytest.param(
            "icon.gif", "icons.feast: icon.gif is no .svg and no .png", id="GIF"
        ),
    ],
)
def test_what_is_no_icon_is_said_in_a_line(tmp_path: Path, name: str, message: str):
    with pytest.raises(SettingsError, match=message):
        read_icons({"feast": tmp_path / name})
