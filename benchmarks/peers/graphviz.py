"""Bare Graphviz: the boxes, bands and arrows of a drawing, laid out with `dot`.

The arrows have no labels, with which Graphviz may die; this is the least it can do.
"""

import os
from collections.abc import Iterator

import pygraphviz

from designkit.pictures.drawing import Drawing


def plain_dot(drawing: Drawing) -> str:
    """Return `drawing` as the plainest DOT, its bands as clusters."""
    names = {node.id: f"n{index}" for index, node in enumerate(drawing.nodes)}
    lines = [
        "digraph {",
        "rankdir=LR; node [shape=box]",
        *(f'{names[node.id]} [label="{names[node.id]}"]' for node in drawing.nodes),
        *_clusters(drawing, names),
        *(f"{names[a.source]} -> {names[a.target]}" for a in drawing.arrows),
        "}",
    ]
    return "\n".join(lines)


def _clusters(drawing: Drawing, names: dict[str, str]) -> Iterator[str]:
    placed: set[str] = set()
    for index, group in enumerate(drawing.groups):
        inside = [n.id for n in drawing.nodes if group.box.contains(n.box)]
        fresh = [id for id in inside if id not in placed]
        placed.update(fresh)
        yield f"subgraph cluster_{index} {{ {'; '.join(names[id] for id in fresh)} }}"


def lay_out(source: str) -> None:
    """Let a fork of this process turn DOT into SVG, and wait for it.

    Raises:
        ChildProcessError: Graphviz did not live to the end.
    """
    child = os.fork()
    if child == 0:
        _lay_out_and_leave(source)
    _, status = os.waitpid(child, 0)
    if status:
        raise ChildProcessError(f"Graphviz ended with status {status}")


def _lay_out_and_leave(source: str) -> None:
    code = 1
    try:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 2)
        graph = pygraphviz.AGraph(source)  # type: ignore[no-untyped-call]
        graph.draw(format="svg", prog="dot")  # type: ignore[no-untyped-call]
        code = 0
    finally:
        os._exit(code)
