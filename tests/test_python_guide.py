"""The guide to Python is one session that prints and shows what it says."""

import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.notebook import Cell, cells, run

GUIDE = Path(__file__).parents[1] / "docs" / "python.md"
CELLS = tuple(cells(GUIDE))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, object]]:
    """A directory with the files of the guide, and the names of its session."""
    here = tmp_path_factory.mktemp("session")
    for cell in CELLS:
        if cell.file:
            (here / cell.file).write_text(cell.code, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here)
        patch.syspath_prepend(here)
        yield {}
    sys.modules.pop("acme_rules", None)


def shown(value: object) -> list[str]:
    """The markup with which a value shows itself in a notebook."""
    methods = (getattr(value, name, None) for name in ("_repr_svg_", "_repr_html_"))
    return [method() for method in methods if method]


def test_the_session_prints_and_shows_what_the_guide_says(
    session: dict[str, object],
) -> None:
    roots = list[str]()
    for cell in CELLS:
        if not cell.file:
            printed, value = run(cell, session)
            assert printed == cell.shown, cell.code
            roots += [ET.fromstring(markup).tag for markup in shown(value)]

    svg = "{http://www.w3.org/2000/svg}svg"
    assert roots == ["iframe", "iframe", "table", "table", svg]


def test_a_cell_knows_what_it_is_said_to_print() -> None:
    assert CELLS[0] == Cell("import designkit as dk\n", "")
    assert [cell.file for cell in CELLS if cell.file] == ["acme_rules.py"]
    assert sum(bool(cell.shown) for cell in CELLS) >= 10
