"""Whole expected outputs in files, renewed by UPDATE_GOLDEN=1."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """Compare `text` with the file `name` of expected outputs."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8"), (
        f"{name} differs; if it should, run the tests with UPDATE_GOLDEN=1"
    )
