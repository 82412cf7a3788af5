"""Runs typst with the shipped font, without the fonts and the clock of the machine."""

import datetime
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from designkit.errors import MissingLibraryError
from designkit.typography import font_files

EPOCH = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
"""What stands for the time of making, so that equal pages are equal files."""


def typeset(program: bytes, inputs: Mapping[str, str]) -> bytes:
    """Return the PDF that `program` makes of its `inputs`.

    Raises:
        MissingLibraryError: typst is not installed.
    """
    _ask_for_typst()
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=_folders())
    made = typst.compile(
        program, font_paths=fonts, sys_inputs=dict(inputs), timestamp=EPOCH
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

    fonts = typst.Fonts(include_system_fonts=False, font_paths=_folders())
    selector, given = f"<{label}>", dict(inputs)
    return typst.query(program, selector, "value", font_paths=fonts, sys_inputs=given)


def _ask_for_typst() -> None:
    if find_spec("typst") is None:
        raise MissingLibraryError("typst", "pip install 'designkit[pdf]'")


def _folders() -> list[Path]:
    return sorted({path.parent for path in font_files()})
