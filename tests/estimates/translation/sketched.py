"""Small modules as the translator sees them."""

import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

Sketch = Callable[[str], None]
"""Makes a module of a text: ``designkit.sketch``."""


@pytest.fixture
def sketch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sketch:
    def made(text: str) -> None:
        path = tmp_path / "sketch.py"
        path.write_text(text, "utf-8")
        spec = spec_from_file_location("designkit.sketch", path)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        monkeypatch.setitem(sys.modules, "designkit.sketch", module)
        spec.loader.exec_module(module)

    return made
