"""DOT: the graph as text, for Graphviz and whatever reads its language."""

from graphviz import Digraph, escape

from designkit.drawing import Arrow, Drawing, Line, Node, TextPart
from designkit.escaping import plain
from designkit.renderer import Theme, renderer
from designkit.styles import DARK, LIGHT, Palette

STYLES = {
    Line.SOLID: "solid",
    Line.LOOKUP: "solid",
    Line.DASHED: "dashed",
    Line.DOUBLE: "bold",
    Line.DOTTED: "dotted",
}


@renderer("dot")
def dot(drawing: Drawing, theme: Theme) -> bytes:
    """Graph as text, for Graphviz; labels are `xlabel`, which cannot break a layout."""
    palette = DARK if theme is Theme.DARK else LIGHT
    graph = Digraph(drawing.name)
    graph.attr(label=_text(drawing.title), labelloc="t", bgcolor=palette.paper)
    graph.attr(rankdir="LR", newrank="true", forcelabels="true", fontname="Inter")
    graph.attr("node", shape="box", style="rounded,filled", fontname="Inter")
    graph.attr("edge", fontname="Inter", fontsize="10")
    for group in drawing.groups:
        inside = [n for n in drawing.nodes if group.box.contains(n.box)]
        if not inside:
            continue
        with graph.subgraph(name=f"cluster_{group.id}") as cluster:
            cluster.attr(label=_text(group.title), style="rounded")
            for node in inside:
                _put(cluster, node, palette)
    for node in drawing.nodes:
        if not any(g.box.contains(node.box) for g in drawing.groups):
            _put(graph, node, palette)
    for arrow in drawing.arrows:
        _connect(graph, arrow, palette)
    return str(graph.source).encode("utf-8")


def _put(graph: Digraph, node: Node, palette: Palette) -> None:
    accent, _ = palette.stages[node.stage]
    lines = [part.text for part in node.parts if isinstance(part, TextPart)]
    lines += [
        " · ".join(p.text for p in member.parts if isinstance(p, TextPart))
        for member in node.members
    ]
    graph.node(
        node.id,
        label="\\n".join(_text(line) for line in lines),
        color=accent,
        fontcolor=palette.ink,
        fillcolor=palette.card,
        penwidth="2" if node.strong else "1",
        tooltip=_text(node.description),
    )


def _connect(graph: Digraph, arrow: Arrow, palette: Palette) -> None:
    colour = palette.strong if arrow.strong else palette.line
    graph.edge(
        arrow.source,
        arrow.target,
        xlabel=_text(arrow.text.replace("\n", ", ")),
        style=STYLES[arrow.line],
        color=colour,
        fontcolor=palette.muted,
        tooltip=_text(arrow.description),
    )


def _text(text: str) -> str:
    """Keep Graphviz from reading escapes or HTML in `text`."""
    return str(escape(" ".join(plain(text).split())))
