"""Tests run as the command line does: with few searches for garbage."""

import gc

from designkit.cli.app import MANY_OBJECTS


def pytest_configure() -> None:
    gc.set_threshold(MANY_OBJECTS)
