"""Builds the graph for Graphviz with `diagrams`, kept from drawing anything itself.

`diagrams` renders on leaving its context, makes random ids and prints text into its
boxes; here it does none of that. Nodes are numbered, so no id needs escaping.
"""

from collections.abc import Iterator
from types import TracebackType

from diagrams import Diagram, Edge, getdiagram, setdiagram
from diagrams import Node as Box

from designkit.pictures.drawing import Box as Area
from designkit.pictures.drawing import Drawing

POINTS_PER_INCH = 72.0


class SilentDiagram(Diagram):
    """A diagram that is built and never rendered."""

    def __enter__(self) -> "SilentDiagram":
        """Become the current diagram, remembering the one around."""
        self._outer = getdiagram()
        setdiagram(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the context back; draw nothing."""
        setdiagram(self._outer)


def build_graph(drawing: Drawing, splines: str, clearance: float) -> str:
    """Return the DOT source of `drawing`: boxes grown by `clearance`, no text."""
    with SilentDiagram("", filename="picture", show=False) as diagram:
        diagram.dot.graph_attr.clear()
        diagram.dot.node_attr.clear()
        diagram.dot.edge_attr.clear()
        diagram.dot.graph_attr.update(splines=splines, outputorder="edgesfirst")
        diagram.dot.node_attr.update(shape="box", fixedsize="true", label="")
        diagram.dot.edge_attr.update(arrowhead="none")
        boxes = {
            node.id: _boxed(f"n{index}", node.box.grown(clearance))
            for index, node in enumerate(drawing.nodes)
        }
        for index, box in enumerate(_titles(drawing, clearance)):
            _boxed(f"t{index}", box)
        for index, arrow in enumerate(drawing.arrows):
            edge = Edge(id=f"e{index}")  # type: ignore[arg-type]  # takes any text
            boxes[arrow.source] >> edge >> boxes[arrow.target]
    return str(diagram.dot.source)


def _boxed(name: str, box: Area) -> Box:
    """Put `box`, where it stands, into the graph that is being built."""
    x, y = box.centre
    attributes = {
        "width": f"{box.width / POINTS_PER_INCH:.4f}",
        "height": f"{box.height / POINTS_PER_INCH:.4f}",
        "pos": f"{x:.2f},{-y:.2f}!",
    }
    return Box("", nodeid=name, **attributes)  # type: ignore[arg-type]  # takes texts


def _titles(drawing: Drawing, clearance: float) -> Iterator[Area]:
    """Give the titles of bands that lines can be kept from.

    Boxes that touch make the router give up, so those close to a card are left out.
    """
    cards = [node.box.grown(clearance + 1) for node in drawing.nodes]
    for group in drawing.groups:
        if not any(group.title_box.overlaps(card) for card in cards):
            yield group.title_box
