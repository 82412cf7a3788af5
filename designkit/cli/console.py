"""What reaches the terminal: results on stdout, everything else on stderr."""

import os
import shutil
import sys
from typing import TextIO

import designkit as dk
from designkit.errors import NotFoundError, OutputError, reason_of
from designkit.text.commands import inert, is_obeyed


def say(text: str, *, as_it_is: bool = False) -> None:
    """Print a result; a reader that has gone, as ``| head`` does, stops nothing.

    What a machine of CI would obey is changed, unless a program reads it `as_it_is`.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        print(text if as_it_is else _inert(text), flush=True)
    except BrokenPipeError:
        _discard(sys.stdout)
    except OSError as error:
        raise _unwritten(error) from error


def note(text: str) -> None:
    """Print on stderr what is no result; it is nobody's fault if that is full."""
    try:
        print(_inert(text), file=sys.stderr, flush=True)
    except OSError:
        _discard(sys.stderr)


def _inert(text: str) -> str:
    return inert(text) if is_obeyed(os.environ) else text


def open_streams() -> None:
    """Put nothing in the place of what is closed, so that no file gets its number."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDWR)
            if number:
                setattr(sys, name, os.fdopen(opened, "w", encoding="utf-8"))


def flush_result() -> None:
    """Write what is still kept back of the result.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
    except OSError as error:
        raise _unwritten(error) from error


def _unwritten(error: OSError) -> OutputError:
    _discard(sys.stdout)
    return OutputError(f"cannot write the result: {reason_of(error)}")


def read_stdin() -> bytes:
    """Read what is piped in, up to a byte more than a design may have.

    Raises:
        NotFoundError: nothing is open there, or it cannot be read.
    """
    if sys.stdin is None:
        raise NotFoundError("cannot read -: stdin is closed")
    try:
        return sys.stdin.buffer.read(dk.MOST_BYTES + 1)
    except OSError as error:
        raise NotFoundError(f"cannot read -: {reason_of(error)}") from error


def speak_any_language() -> None:
    """Let a terminal that lacks a character show its number, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at `stream`."""
    return stream.isatty()


def has_colour(stream: TextIO) -> bool:
    """Whether colours are wanted on `stream`; see https://no-color.org."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return is_terminal(stream) and not plain


def width(stream: TextIO) -> int:
    """Return how many cells a line of `stream` has; 100 where nobody looks."""
    return shutil.get_terminal_size((100, 24)).columns if is_terminal(stream) else 100


def _discard(stream: TextIO) -> None:
    """Send what is still to be printed nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
