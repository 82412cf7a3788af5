"""Times pictures inside one process, each beside bare Graphviz on the same graph.

Prints the seconds of all runs as JSON. The imports and the first picture are not
counted: they are part of `render`, which is measured as a whole process.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from peers.graphviz import lay_out, plain_dot

from designkit.model.design import Design
from designkit.pictures.layout.placement import place
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from designkit.pictures.view import View
from designkit.pictures.views import all_views
from designkit.source.loader import load_file

EACH = "--each"
"""Graphviz gets a box for each component, and not the cards of the view."""


def each_component(design: Design) -> str:
    """Return all components and flows of a design as a graph of plain boxes."""
    boxes = (f'"{id}"' for id in design.components)
    lines = (f'"{flow.source}" -> "{flow.target}"' for flow in design.flows)
    return f"digraph {{ node [shape=box] {'; '.join((*boxes, *lines))} }}"


def main() -> None:
    path, runs, words = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    names = [word for word in words if word != EACH]
    design = load_file(Path(path)).design
    if design is None:
        sys.exit(f"{path} does not load")
    views = [view for view in all_views() if not names or view.name in names]
    print(
        json.dumps(
            {
                view.name: race(design, view, runs, is_each=EACH in words)
                for view in views
            }
        )
    )


def race(
    design: Design, view: View, runs: int, *, is_each: bool = False
) -> dict[str, list[float]]:
    """Time a view beside Graphviz: the cards of that view, or each component.

    Where Graphviz has each component, it takes so long that no first run is left out.
    """
    source = each_component(design) if is_each else plain_dot(place(view.draw(design)))
    pairs = [
        (timed(lambda: draw(design, view)), timed(lambda: lay_out(source)))
        for _ in range(runs if is_each else runs + 1)
    ][0 if is_each else 1 :]
    return {"ours": [ours for ours, _ in pairs], "peer": [peer for _, peer in pairs]}


def draw(design: Design, view: View) -> None:
    svg_text(place(view.draw(design)), Theme.AUTO)


def timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
