"""How the tests run: which of them, pictures first, with few searches for garbage."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from designkit.cli.app import MANY_OBJECTS
from tests.browsing import Visiting, launched, visiting
from tests.sizes import WHOLE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).parent
DRAWING = (HERE / "pictures", HERE / "handouts", HERE / "documents")


def pytest_configure() -> None:
    """Search for garbage as seldom as the command line does."""
    gc.set_threshold(MANY_OBJECTS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what draws go first: Graphviz is forked, which is quick while we are small."""
    if not WHOLE:
        items[:] = [item for item in items if item.get_closest_marker("slow") is None]
    items.sort(key=lambda item: not any(room in item.path.parents for room in DRAWING))


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Chromium, which all tests of a process share; see tests/browsing.py."""
    with launched() as running:
        yield running


@pytest.fixture
def visit(browser: "Browser", tmp_path: Path) -> Iterator[Visiting]:
    """What opens a page as a new reader does; see tests/browsing.py."""
    with visiting(browser, tmp_path) as opening:
        yield opening
