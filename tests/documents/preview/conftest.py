"""A design in a project of its own, and a preview of it that runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.previewed import SKETCH, Running, running


@pytest.fixture
def design(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    path = tmp_path / "sketch.yaml"
    path.write_text(SKETCH)
    return path


@pytest.fixture
def live(design: Path) -> Iterator[Running]:
    with running(design) as begun:
        yield begun
