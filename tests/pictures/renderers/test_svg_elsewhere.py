"""Pictures as other programs draw them, which know SVG from elsewhere."""

import io
import subprocess

import pytest

from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from tests.drawn import placed_views
from tests.mutated import DESIGNS
from tests.sizes import tool


@pytest.mark.slow
@pytest.mark.parametrize("name", DESIGNS)
def test_librsvg_draws_every_picture_in_its_size(name: str) -> None:
    for drawing in placed_views(name).values():
        done = subprocess.run(
            [tool("rsvg-convert"), "--format", "png"],
            input=svg_text(drawing, Theme.AUTO).encode(),
            capture_output=True,
            check=True,
        )
        header = io.BytesIO(done.stdout).read(24)

        assert done.stderr == b""
        assert header[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(header[16:20]) == pytest.approx(drawing.width, abs=1)
        assert int.from_bytes(header[20:24]) == pytest.approx(drawing.height, abs=1)
