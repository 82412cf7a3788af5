"""Runs typst with the shipped font and without the clock of the machine.

Fonts of the machine are used for characters that the shipped one lacks.
"""

import datetime
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from designkit.errors import MissingLibraryError
from designkit.pictures.fonts import font_files, has_all

if TYPE_CHECKING:
    import typst

EPOCH = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
"""What stands for the time of making, so that equal pages are equal files."""

BUILT_IN = dict.fromkeys(map(ord, "⌈⌉"))
"""Signs of formulas that the fonts inside typst have."""


def typeset(program: bytes, inputs: Mapping[str, str]) -> bytes:
    """Return the PDF that `program` makes of its `inputs`.

    Raises:
        MissingLibraryError: typst is not installed.
    """
    _ask_for_typst()
    import typst

    made = typst.compile(
        program, font_paths=_fonts(inputs), sys_inputs=dict(inputs), timestamp=EPOCH
    )
    assert isinstance(made, bytes)
    return made


def marked(program: bytes, inputs: Mapping[str, str], label: str) -> str:
    """Return, as JSON, the values that `program` has given the `label`.

    Raises:
        MissingLibraryError: typst is not installed.
    """
    _ask_for_typst()
    import typst

    selector, given = f"<{label}>", dict(inputs)
    fonts = _fonts(inputs)
    return typst.query(program, selector, "value", font_paths=fonts, sys_inputs=given)


def _ask_for_typst() -> None:
    if find_spec("typst") is None:
        raise MissingLibraryError("typst", "pip install typst")


def _fonts(inputs: Mapping[str, str]) -> "typst.Fonts":
    """Return the shipped font, and those of the machine for what it lacks."""
    import typst

    texts = (value.translate(BUILT_IN) for value in inputs.values())
    lacks = not all(map(has_all, texts))
    return typst.Fonts(include_system_fonts=lacks, font_paths=_folders())


def _folders() -> list[Path]:
    return sorted({path.parent for path in font_files()})
