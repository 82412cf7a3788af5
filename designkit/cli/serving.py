"""Runs a preview until Ctrl-C, or until it is told to end."""

import signal
import threading
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

import designkit as dk
from designkit.cli.console import note, say

LOOK = 0.5
"""Seconds between two looks for Ctrl-C, on systems that do not interrupt a wait."""


def run(words: Sequence[str], port: int | None, *, is_opened: bool) -> None:
    """Serve the designs that `words` mean, and say where."""
    over = threading.Event()
    with _ended_by_signals(over), dk.preview(words, port, note) as running:
        say(running.address)
        note("Ctrl-C ends it")
        if is_opened:
            webbrowser.open(running.address)
        while not over.wait(LOOK):
            pass


@contextmanager
def _ended_by_signals(over: threading.Event) -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end a preview as what they are: its usual end."""

    def end(_number: int, _frame: FrameType | None) -> None:
        over.set()

    wanted = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, end) for number in wanted]
    try:
        yield
    finally:
        for number, handler in zip(wanted, before, strict=True):
            signal.signal(number, handler)
