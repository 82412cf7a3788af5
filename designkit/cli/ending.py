"""How a run ends that was not finished: by a signal, or with an error in a line."""

import errno
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from designkit.errors import DesignkitError

MORE = "(run with --debug to see where)"
EXITS_ON_SIGNAL = 128

_WAYS_OUT = {
    errno.EMFILE: "; `ulimit -n 256` allows more",
    errno.ENOSPC: "; make room and try again",
}


@contextmanager
def ended_gently() -> Iterator[None]:
    """Let SIGTERM end a run as Ctrl-C does, so that it leaves nothing half made."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(EXITS_ON_SIGNAL + number)


def line_of(error: Exception) -> str:
    """Say in a line what went wrong, and what is not the user's to mend as such."""
    return f"designkit: {_printable(_said(error))}"


def _said(error: Exception) -> str:
    if isinstance(error, DesignkitError):
        return str(error)
    if isinstance(error, MemoryError) or _is_unmapped(error):
        return "out of memory; give it more, or a smaller design"
    if isinstance(error, FileNotFoundError) and _is_nowhere():
        return "the current directory does not exist any more; change to another"
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if isinstance(error.filename, str) else ""
        return f"{place}{error.strerror.lower()}{_WAYS_OUT.get(error.errno or 0, '')}"
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"internal error: {what} {MORE}"


def _is_unmapped(error: Exception) -> bool:
    """Whether a library did not fit into memory; its loader says so in words only."""
    return isinstance(error, ImportError) and "map segment" in str(error)


def _is_nowhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109  the same, without a path to be made of it
    except OSError:
        return True
    return False


def _printable(text: str) -> str:
    try:
        from designkit.text.cells import safe
    except (ImportError, MemoryError):
        return ascii(text)[1:-1]
    return safe(text)
