"""How the tests run: which of them, pictures first, with few searches for garbage."""

import gc
from pathlib import Path

import pytest

from designkit.cli.app import MANY_OBJECTS
from tests.sizes import WHOLE

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
