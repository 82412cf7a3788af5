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


def main() -> None:
    path, runs, names = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    design = load_file(Path(path)).design
    if design is None:
        sys.exit(f"{path} does not load")
    views = [view for view in all_views() if not names or view.name in names]
    print(json.dumps({view.name: race(design, view, runs) for view in views}))


def race(design: Design, view: View, runs: int) -> dict[str, list[float]]:
    source = plain_dot(place(view.draw(design)))
    pairs = [
        (timed(lambda: draw(design, view)), timed(lambda: lay_out(source)))
        for _ in range(runs + 1)
    ][1:]
    return {"ours": [ours for ours, _ in pairs], "peer": [peer for _, peer in pairs]}


def draw(design: Design, view: View) -> None:
    svg_text(place(view.draw(design)), Theme.AUTO)


def timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
