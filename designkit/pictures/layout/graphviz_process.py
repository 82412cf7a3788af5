"""Runs Graphviz where it cannot harm us: it may abort, and it talks on stderr.

`pygraphviz` carries Graphviz inside Python. A failed assertion in it ends the whole
process, and its libraries print to file descriptor 2, so it runs in a child of ours:
a fork where there are forks, a new interpreter elsewhere.
"""

import os
import signal
import subprocess
import sys
import warnings
from importlib.util import find_spec
from shutil import which

from designkit.errors import MissingLibraryError
from designkit.pictures.layout.graphviz_answer import Placed, read_answer

SECONDS_AT_MOST = 60
ENGINE = "dot"
"""The engine of Graphviz that puts boxes into ranks."""

FORMAT = "json0"
"""Its answer as JSON: positions alone, not how each thing is drawn."""


class GraphvizDiedError(Exception):
    """Graphviz ended without an answer."""


def lay_out(source: str) -> Placed:
    """Lay out the graph that the DOT text `source` has.

    Raises:
        GraphvizDiedError: Graphviz ended without an answer, or took too long.
        MissingLibraryError: there is neither pygraphviz nor a ``dot`` program.
    """
    try:
        return read_answer(_answer_of(source))
    except ValueError as error:
        raise GraphvizDiedError("its answer cannot be read") from error


def _answer_of(source: str) -> bytes:
    if find_spec("pygraphviz") is None:
        return _by_program(source)
    return _by_fork(source) if hasattr(os, "fork") else _by_interpreter(source)


def draw_json(source: str) -> bytes:
    """Lay the graph out inside this process, which may not survive it."""
    import pygraphviz

    graph = pygraphviz.AGraph(source)  # type: ignore[no-untyped-call]
    drawn = graph.draw(format=FORMAT, prog=ENGINE)  # type: ignore[no-untyped-call]
    return drawn if isinstance(drawn, bytes) else str(drawn).encode()


def _by_fork(source: str) -> bytes:
    """Let a fork of this process do it, which answers into a pipe."""
    import pygraphviz  # noqa: F401  imported before the fork, so that forks share it

    reading, writing = os.pipe()
    child = _fork()
    if child == 0:
        _be_child(reading, writing, source)
    os.close(writing)
    return _collect(reading, child)


def _fork() -> int:
    """Fork, also where a library has left threads behind: the child runs none of them.

    Python 3.12 and later warn of that, since locks of other threads stay locked in the
    child; ours calls Graphviz, writes to its pipe and leaves.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _collect(reading: int, child: int) -> bytes:
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
        raise GraphvizDiedError(f"it took longer than {SECONDS_AT_MOST} seconds")
    if status != 0:
        raise GraphvizDiedError(f"it ended with status {status}")
    return answer


def _be_child(reading: int, writing: int, source: str) -> None:
    """Answer into the pipe and leave at once, whatever happens; die if it lasts."""
    code = 1
    try:
        os.close(reading)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, SECONDS_AT_MOST)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(draw_json(source))
        code = 0
    finally:
        os._exit(code)


def _by_interpreter(source: str) -> bytes:
    script = (
        "import sys; from designkit.pictures.layout.graphviz_process import draw_json; "
        "sys.stdout.buffer.write(draw_json(sys.stdin.read()))"
    )
    return _run([sys.executable, "-c", script], source)


def _by_program(source: str) -> bytes:
    program = which("dot")
    if program is None:
        command = "pip install pygraphviz, or `dot` of Graphviz on the path"
        raise MissingLibraryError("Graphviz", command)
    return _run([program, f"-K{ENGINE}", f"-T{FORMAT}"], source)


def _run(command: list[str], source: str) -> bytes:
    try:
        done = subprocess.run(
            command,
            input=source.encode(),
            capture_output=True,
            timeout=SECONDS_AT_MOST,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        message = f"it took longer than {SECONDS_AT_MOST} seconds"
        raise GraphvizDiedError(message) from error
    except subprocess.SubprocessError as error:
        raise GraphvizDiedError(str(error)) from error
    return done.stdout
