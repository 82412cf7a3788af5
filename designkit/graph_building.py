"""Builds the graph for Graphviz with `diagrams`, kept from drawing anything itself.

`diagrams` renders on leaving its context, makes random ids and prints text into its
boxes; here it does none of that. Nodes are numbered, so no id needs escaping.
"""

from collections.abc import Iterator
from types import TracebackType

from diagrams import Diagram, Edge, getdiagram, setcluster, setdiagram
from diagrams import Node as Box

from designkit.drawing import Box as Area
from designkit.drawing import Drawing, Node, Placing

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
        setcluster(None)


def build_graph(drawing: Drawing, splines: str, clearance: float) -> str:
    """Return the DOT source of `drawing`: boxes grown by `clearance`, no text."""
    with SilentDiagram("", filename="picture", show=False) as diagram:
        diagram.dot.graph_attr.clear()
        diagram.dot.node_attr.clear()
        diagram.dot.edge_attr.clear()
        diagram.dot.graph_attr.update(_graph_attributes(drawing, splines))
        diagram.dot.node_attr.update(shape="box", fixedsize="true", label="")
        diagram.dot.edge_attr.update(arrowhead="none")
        boxes = {
            node.id: Box("", nodeid=f"n{index}", **_box(node, clearance))
            for index, node in enumerate(drawing.nodes)
        }
        for index, box in enumerate(_titles(drawing, clearance)):
            Box("", nodeid=f"t{index}", **_obstacle(box))
        for index, arrow in enumerate(drawing.arrows):
            boxes[arrow.source] >> Edge(id=f"e{index}") >> boxes[arrow.target]
    return str(diagram.dot.source)


def _graph_attributes(drawing: Drawing, splines: str) -> dict[str, str]:
    layered = drawing.placing is Placing.LAYERED
    spread = {"rankdir": "LR", "ranksep": "1.5", "nodesep": "0.5"} if layered else {}
    return {"splines": splines, "outputorder": "edgesfirst", **spread}


def _box(node: Node, clearance: float) -> dict[str, str]:
    size = {
        "width": f"{(node.width + 2 * clearance) / POINTS_PER_INCH:.4f}",
        "height": f"{(node.height + 2 * clearance) / POINTS_PER_INCH:.4f}",
    }
    if node.place is None:
        return size
    return size | _position(node.box)


def _titles(drawing: Drawing, clearance: float) -> Iterator[Area]:
    """Give the titles of bands that lines can be kept from.

    Boxes that touch make the router give up, so those close to a card are left out.
    """
    cards = [node.box.grown(clearance + 1) for node in drawing.nodes]
    for group in drawing.groups:
        if not any(group.title_box.overlaps(card) for card in cards):
            yield group.title_box


def _obstacle(box: Area) -> dict[str, str]:
    """Return a box that nothing is joined to: the title of a band."""
    size = {
        "width": f"{box.width / POINTS_PER_INCH:.4f}",
        "height": f"{box.height / POINTS_PER_INCH:.4f}",
    }
    return size | _position(box)


def _position(box: Area) -> dict[str, str]:
    x, y = box.centre
    return {"pos": f"{x:.2f},{-y:.2f}!"}
