"""Runs Graphviz where it cannot harm us: it may abort, and it talks on stderr.

`pygraphviz` carries Graphviz inside Python. A failed assertion in it ends the whole
process, and its libraries print to file descriptor 2, so it runs in a child of ours:
a fork where there are forks, a new interpreter elsewhere.
"""

import json
import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from shutil import which

from designkit.errors import MissingLibraryError
from designkit.pictures.drawing import Point

SECONDS_AT_MOST = 60
ENGINE = "nop"
"""The engine of Graphviz that leaves boxes where they are, and routes."""

FORMAT = "json0"
"""Its answer as JSON: positions alone, not how each thing is drawn."""


class GraphvizDiedError(Exception):
    """Graphviz ended without an answer."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What Graphviz answered: centres and control points in points, y upwards."""

    height: float
    nodes: Mapping[int, Point]
    edges: Mapping[int, tuple[Point, ...]]


@dataclass(frozen=True, slots=True)
class Running:
    """Graphviz at work on one graph; several may run side by side."""

    answer: Callable[[], bytes]

    def result(self) -> Placed:
        """Wait for the answer.

        Raises:
            GraphvizDiedError: it ended without one.
        """
        return _read(self.answer())


def start_graphviz(source: str) -> Running:
    """Begin to route the edges of the DOT text `source` around its pinned boxes.

    Raises:
        MissingLibraryError: there is neither pygraphviz nor a ``dot`` program.
    """
    if find_spec("pygraphviz") is None:
        return Running(partial(_by_program, source))
    if hasattr(os, "fork"):
        return Running(_by_fork(source))
    return Running(partial(_by_interpreter, source))


def draw_json(source: str) -> bytes:
    """Route the edges of `source` inside this process; it may not survive."""
    import pygraphviz

    graph = pygraphviz.AGraph(source)  # type: ignore[no-untyped-call]
    drawn = graph.draw(format=FORMAT, prog=ENGINE)  # type: ignore[no-untyped-call]
    return drawn if isinstance(drawn, bytes) else str(drawn).encode()


def _by_fork(source: str) -> Callable[[], bytes]:
    """Let a fork of this process do it, which answers into a pipe."""
    import pygraphviz  # noqa: F401  imported before the fork, so that forks share it

    reading, writing = os.pipe()
    child = _fork()
    if child == 0:
        _be_child(reading, writing, source)
    os.close(writing)
    return partial(_collect, reading, child)


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
    if status != 0:
        raise GraphvizDiedError(f"Graphviz ended with status {status}")
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
        raise MissingLibraryError("Graphviz", "pip install pygraphviz")
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
    except subprocess.SubprocessError as error:
        raise GraphvizDiedError(str(error)) from error
    return done.stdout


def _read(answer: bytes) -> Placed:
    try:
        graph = json.loads(answer)
    except ValueError as error:
        raise GraphvizDiedError("Graphviz gave no readable answer") from error
    height = float(graph["bb"].split(",")[3])
    nodes = {
        int(item["name"][1:]): _point(item["pos"])
        for item in graph.get("objects", ())
        if item["name"].startswith("n")
    }
    edges = {
        int(item["id"][1:]): _points(item["pos"])
        for item in graph.get("edges", ())
        if "pos" in item
    }
    return Placed(height, nodes, edges)


def _points(text: str) -> tuple[Point, ...]:
    """Read a route; where Graphviz gives two for an edge the first is the real one."""
    first = text.partition(";")[0]
    return tuple(_point(part) for part in first.split() if part[0] not in "es")


def _point(text: str) -> Point:
    x, y = text.rstrip("!").split(",")[:2]
    return float(x), float(y)
