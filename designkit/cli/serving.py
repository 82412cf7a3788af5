"""Runs a preview until Ctrl-C, or until it is told to end."""

import gc
import signal
import time
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

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


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end a preview, which is how it is meant to end."""
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
