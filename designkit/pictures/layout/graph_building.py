"""Builds the graph that Graphviz lays out, with `diagrams`: boxes, bands, arrows.

`diagrams` renders on leaving its context, makes random ids and prints text into its
boxes; here it does none of that. All is numbered and no text is in it, so nothing needs
escaping; there is room for texts as large as our own font makes them, so the fonts of
the machine change nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from types import TracebackType

from diagrams import Cluster, Diagram, Edge, getdiagram, setdiagram
from diagrams import Node as Box

from designkit.pictures.drawing import Arrow, Drawing, Group, Style
from designkit.pictures.layout.nests import Nest, nests_of
from designkit.pictures.layout.notes import MOST_LINES, WIDEST
from designkit.pictures.lettering import balanced, label_size
from designkit.pictures.wording import cards_of

POINTS_PER_INCH = 72.0

OFF = 6.0
"""Room between an arrow and its label, in points."""

HEAD = 1.4
"""Length of the straight stretch before a tip, over the usual 10 points."""

STRONG = 6
"""How much more than others an arrow of the main path is kept short and straight."""

TITLE, BESIDE = 24.0, 28.0
"""Height of the title of a band or a frame, and room beside it, in points."""

GRAPH = {"splines": "spline", "nodesep": "0.35", "ranksep": "0.4"}
CARD = {"shape": "box", "fixedsize": "true", "label": ""}
BAND = {"margin": "14", "labeljust": "l"}
EMPTY = '<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0">'
"""The table of Graphviz that is nothing but room."""


class Direction(StrEnum):
    """Which way the ranks of a graph follow each other."""

    RIGHT = "LR"
    DOWN = "TB"


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


def build_graph(drawing: Drawing, direction: Direction, *, as_one: bool = False) -> str:
    """Return the DOT source of `drawing`, with no text in it.

    Each band has ranks of its own, or they are one with those of the whole graph.
    """
    with SilentDiagram("", filename="picture", show=False) as diagram:
        dot, sizes = diagram.dot, _sizes(drawing)
        for attributes in (dot.graph_attr, dot.node_attr, dot.edge_attr):
            attributes.clear()
        dot.graph_attr.update(GRAPH, rankdir=direction.value)
        if as_one:
            dot.graph_attr["newrank"] = "true"
        dot.node_attr.update(CARD)
        dot.edge_attr.update(arrowsize=str(HEAD))
        boxes = dict(_enclosed(nests_of(drawing), drawing.groups, sizes))
        boxes |= _boxes((id for id in sizes if id not in boxes), sizes)
        for number, arrow in enumerate(drawing.arrows):
            edge = Edge(**_edge(number, arrow))  # type: ignore[arg-type]  # any text
            boxes[arrow.source] >> edge >> boxes[arrow.target]
    return str(dot.source)


def shown_label(arrow: Arrow) -> tuple[str, str]:
    """Return the text and the note that stand at `arrow`, broken into lines."""
    lines = balanced(arrow.note, WIDEST, Style.LABEL, MOST_LINES) if arrow.note else ()
    return arrow.text, "\n".join(lines)


def _sizes(drawing: Drawing) -> Mapping[str, Mapping[str, str]]:
    """Return the number and the size of each card."""
    return {
        node.id: {
            "nodeid": f"n{number}",
            "width": f"{node.width / POINTS_PER_INCH:.4f}",
            "height": f"{node.height / POINTS_PER_INCH:.4f}",
        }
        for number, node in enumerate(cards_of(drawing))
    }


def _enclosed(
    nests: Iterable[Nest],
    groups: tuple[Group, ...],
    sizes: Mapping[str, Mapping[str, str]],
) -> Iterator[tuple[str, Box]]:
    """Put bands and frames into the graph that is being built; give what is in them."""
    for nest in nests:
        group = groups[nest.group]
        with Cluster(f"g{nest.group}") as cluster:
            cluster.dot.graph_attr.clear()
            cluster.dot.graph_attr.update(_band(group))
            yield from _enclosed(nest.within, groups, sizes)
            yield from _boxes(nest.cards, sizes).items()


def _band(group: Group) -> Mapping[str, str]:
    room = _room(group.title_width + BESIDE, TITLE)
    return BAND | {"label": room, "labelloc": "b" if group.is_frame else "t"}


def _boxes(
    ids: Iterable[str], sizes: Mapping[str, Mapping[str, str]]
) -> Mapping[str, Box]:
    return {id: Box("", **sizes[id]) for id in ids}  # type: ignore[arg-type]  # texts


def _edge(number: int, arrow: Arrow) -> Mapping[str, str]:
    attributes = {"id": f"e{number}", "weight": str(STRONG if arrow.strong else 1)}
    text = "\n".join(filter(None, shown_label(arrow)))
    if not text:
        return attributes
    width, height = label_size(text)
    return attributes | {"label": _room(width + 2 * OFF, height + 2 * OFF)}


def _room(width: float, height: float) -> str:
    """Return a label of Graphviz that is empty, and as large as this in points."""
    cell = f'<TD FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}"></TD>'
    return f"<{EMPTY}<TR>{cell}</TR></TABLE>>"
