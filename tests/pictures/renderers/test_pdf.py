import re
import subprocess
import zlib

import pytest

from designkit.errors import MissingLibraryError
from designkit.pictures import typst
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.pdf import pdf
from tests.drawn import SMALL, design_of, drawn_views
from tests.sizes import tool

DRAWING = drawn_views(design_of(SMALL))["request-path"]


def unpacked(data: bytes) -> bytes:
    """The file with what is packed in it, which is most of it."""
    packed = re.findall(rb"stream\r?\n(x.*?)\r?\nendstream", data, re.DOTALL)
    return data + b"".join(zlib.decompressobj().decompress(part) for part in packed)


def test_a_picture_is_one_page_of_its_size() -> None:
    data = pdf.render(DRAWING, Theme.LIGHT)
    boxes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", unpacked(data))

    assert data.startswith(b"%PDF-1.")
    assert len(boxes) == 1
    assert float(boxes[0][0]) == pytest.approx(DRAWING.width, abs=0.1)
    assert float(boxes[0][1]) == pytest.approx(DRAWING.height, abs=0.1)


@pytest.mark.slow
def test_its_text_can_be_found() -> None:
    done = subprocess.run(
        [tool("pdftotext"), "-layout", "-", "-"],
        input=pdf.render(DRAWING, Theme.LIGHT),
        capture_output=True,
        check=True,
    )
    found = set(done.stdout.decode().split())

    for text in DRAWING.texts:
        assert set(text.text.split()) <= found
    assert {"Web", "shop", "Envoy", "requests"} <= found


def test_a_picture_without_a_screen_to_follow_is_light() -> None:
    light, dark, automatic = (pdf.render(DRAWING, theme) for theme in Theme)

    assert automatic == light
    assert dark != light


def test_without_typst_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typst, "find_spec", lambda name: None)

    with pytest.raises(MissingLibraryError, match="pip install typst"):
        pdf.render(DRAWING, Theme.LIGHT)
