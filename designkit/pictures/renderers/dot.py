"""DOT: the graph as text, for Graphviz and whatever reads its language."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
from operator import attrgetter

from graphviz import Digraph, escape, nohtml

from designkit.pictures.drawing import (
    Arrow,
    Badge,
    BlankPart,
    Drawing,
    Group,
    LineStyle,
    Node,
    Part,
    TextPart,
)
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.theme import DARK, LIGHT, Palette
from designkit.pictures.wording import cards_of, label_in_line
from designkit.text.escape import plain

STYLES = {
    LineStyle.SOLID: "solid",
    LineStyle.LOOKUP: "solid",
    LineStyle.DASHED: "dashed",
    LineStyle.DOUBLE: "bold",
    LineStyle.DOTTED: "dotted",
}

BLANK = "____"
"""What stands for room to write on."""

MOST_TEXT, MOST_BYTES = 2_000, 8_000
"""Characters of a text and bytes of a label. Graphviz reads no string of more than
16,384 bytes, and escapes may double them."""


@renderer("dot")
def dot(drawing: Drawing, theme: Theme) -> bytes:
    """Graph as text, for Graphviz; labels are `xlabel`, which cannot break a layout."""
    palette = DARK if theme is Theme.DARK else LIGHT
    graph = Digraph(drawing.name)
    graph.attr(label=_text(drawing.title), labelloc="t", bgcolor=palette.paper)
    graph.attr(rankdir="LR", newrank="true", forcelabels="true", fontname="Inter")
    graph.attr("node", shape="box", style="rounded,filled", fontname="Inter")
    graph.attr("edge", fontname="Inter", fontsize="10")
    bands = [group for group in drawing.groups if not group.is_frame]
    for group in bands:
        _enclose(graph, group, drawing, palette)
    enclosed = {node.id for group in bands for node in _inside(group, drawing)}
    for node in cards_of(drawing):
        if node.id not in enclosed:
            _put(graph, node, _said(drawing.badges, node=node.id), palette)
    for index, arrow in enumerate(drawing.arrows):
        _connect(graph, arrow, _said(drawing.badges, arrow=index), palette)
    return str(graph.source).encode("utf-8")


def _inside(group: Group, drawing: Drawing) -> tuple[Node, ...]:
    return tuple(it for it in cards_of(drawing) if group.box.contains(it.box))


def _said(badges: Iterable[Badge], node: str = "", arrow: int = -1) -> list[str]:
    """Return what the badges at a node or at an arrow say."""
    return [it.text for it in badges if (it.node, it.arrow) == (node, arrow)]


def _enclose(graph: Digraph, group: Group, drawing: Drawing, palette: Palette) -> None:
    """Put the band of a stage around the nodes in it, if there are any."""
    nodes = _inside(group, drawing)
    if not nodes:
        return
    with graph.subgraph(name=f"cluster_{group.id}") as cluster:
        cluster.attr(label=_text(group.title), style="rounded")
        for node in nodes:
            _put(cluster, node, _said(drawing.badges, node=node.id), palette)


def _put(graph: Digraph, node: Node, said: Sequence[str], palette: Palette) -> None:
    accent, _ = palette.stages[node.stage]
    lines = _lines(node.parts)
    lines += [" · ".join(_texts(member.parts)) for member in node.members]
    lines += [f"[{_text(text)}]" for text in said]
    lines += [" ".join(_texts(telling.parts)) for telling in node.tellings]
    graph.node(
        node.id,
        label=_label(lines),
        color=accent,
        fontcolor=palette.ink,
        fillcolor=palette.card,
        penwidth="2" if node.strong else "1",
        tooltip=_text(node.description),
    )


def _connect(
    graph: Digraph, arrow: Arrow, said: Sequence[str], palette: Palette
) -> None:
    texts = (label_in_line(arrow.text), arrow.note, *(f"[{text}]" for text in said))
    colour = palette.strong if arrow.strong else palette.line
    graph.edge(
        arrow.source,
        arrow.target,
        xlabel=_text(": ".join(filter(None, texts))),
        style=STYLES[arrow.line],
        color=colour,
        fontcolor=palette.muted,
        tooltip=_text(arrow.description),
    )


def _label(lines: Sequence[str]) -> str:
    """Join `lines`, as many as Graphviz can read in one string."""
    ends = list(accumulate(len(line.encode()) + 2 for line in lines))
    kept = bisect_right(ends, MOST_BYTES)
    shown = lines if kept == len(lines) else [*lines[:kept], "…"]
    return nohtml("\\n".join(shown))


def _lines(parts: tuple[Part, ...]) -> list[str]:
    """Return the texts of a card; a blank is in one line with what is beside it."""
    shown = (part for part in parts if isinstance(part, TextPart | BlankPart))
    lines = list[str]()
    for _, group in groupby(shown, key=attrgetter("y")):
        line = tuple(group)
        has_blank = any(isinstance(part, BlankPart) for part in line)
        lines += [" ".join(_texts(line))] if has_blank else _texts(line)
    return lines


def _texts(parts: tuple[Part, ...]) -> list[str]:
    return [
        _text(part.text) if isinstance(part, TextPart) else BLANK
        for part in parts
        if isinstance(part, TextPart | BlankPart)
    ]


def _text(text: str) -> str:
    """Keep Graphviz from reading escapes or HTML in `text`; the type says it is so."""
    line = " ".join(plain(text).split())
    return escape(line if len(line) <= MOST_TEXT else f"{line[:MOST_TEXT]}…")
