"""Runs a preview until Ctrl-C, or until it is told to end."""

import gc
import os
import signal
import sys
import time
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import designkit as dk
from designkit.cli.console import note, say

LOOK = 0.5
"""Seconds between two looks for Ctrl-C, on systems that do not interrupt a sleep."""

FEW_OBJECTS = 100_000
"""Objects made between two searches for garbage, of which each edit leaves some."""


def run(words: Sequence[str], port: int | None, *, is_opened: bool) -> None:
    """Serve the designs that `words` mean, and say where."""
    with _ended_by_signals(), dk.preview(words, port, note) as running:
        gc.set_threshold(FEW_OBJECTS)
        say(running.address)
        note("Ctrl-C ends it")
        if is_opened:
            webbrowser.open(running.address)
        while True:
            time.sleep(LOOK)
    _leave()


def _leave() -> NoReturn:
    """End at once: a page that is still being made is not waited for.

    A thread that is inside of a library must not be torn down by Python, which aborts.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end a preview, which is how it is meant to end."""
    ends = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, _end) for number in ends}
    try:
        yield
    except KeyboardInterrupt:
        return
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
