"""A Python script for the library `diagrams`, with its icons, to be run and changed."""

import keyword
from collections.abc import Iterable, Iterator, Mapping

from designkit.catalog.technologies import find_technology
from designkit.pictures.drawing import Arrow, Drawing, IconPart, LineStyle, Node
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.theme import DARK, LIGHT, Palette
from designkit.pictures.wording import (
    arrow_text,
    bands_of,
    card_text,
    cards_of,
    heading,
    identifiers,
    loose_nodes,
)
from designkit.text.escape import xml

STYLES = {
    LineStyle.SOLID: "solid",
    LineStyle.LOOKUP: "solid",
    LineStyle.DASHED: "dashed",
    LineStyle.DOUBLE: "bold",
    LineStyle.DOTTED: "dotted",
}
PLAIN = "Node"
"""The class of what has no icon in the library: a box."""

BOX = 'BOX = {"fixedsize": "false", "labelloc": "c", "margin": "0.15"}'
"""What makes a box as large as its texts."""

OWN = ("Cluster", "Diagram", "Edge", "Node")
PYTHON = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n"})
"""What a string between double quotes cannot hold as it is."""


@renderer("diagrams", suffix="py")
def diagrams(drawing: Drawing, theme: Theme) -> bytes:
    """Python script for the library `diagrams`, with its icons; it draws a PNG."""
    palette = DARK if theme is Theme.DARK else LIGHT
    bands, loose = bands_of(drawing), loose_nodes(drawing)
    nodes = [node for inside in bands.values() for node in inside] + [*loose]
    imported = _imported(map(_class_of, nodes))
    names = identifiers((node.id for node in nodes), (*keyword.kwlist, "BOX"))
    made = {node.id: _node(node, names, imported) for node in nodes}
    lines = [*_head(drawing, imported), *_opening(drawing, palette)]
    for band, inside in bands.items():
        lines.append(f"    with Cluster({_string(band.title)}):")
        lines += (f"        {made[node.id]}" for node in inside)
    lines += (f"    {made[node.id]}" for node in loose)
    lines += (f"    {_edge(arrow, names, palette)}" for arrow in drawing.arrows)
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _class_of(node: Node) -> str:
    """Return the class of `diagrams` whose icon the card of `node` has."""
    icon = next((part for part in node.parts if isinstance(part, IconPart)), None)
    found = find_technology(icon.technology) if icon and icon.technology else None
    return found.icon if found and found.icon else PLAIN


def _imported(classes: Iterable[str]) -> Mapping[str, str]:
    """Give each class a name of its own: two modules may have one of the same name."""
    found: dict[str, str] = {}
    for path in sorted({*classes} - {PLAIN}):
        module, _, name = path.rpartition(".")
        is_taken = name in found.values() or name in OWN
        found[path] = f"{module.replace('.', '_')}_{name}" if is_taken else name
    return found


def _head(drawing: Drawing, imported: Mapping[str, str]) -> Iterator[str]:
    yield f'"""Draws {drawing.name}.png; needs `diagrams`, and `dot` of Graphviz."""'
    yield ""
    yield "from diagrams import Cluster, Diagram, Edge, Node"
    for path, name in imported.items():
        module, _, original = path.rpartition(".")
        renamed = "" if name == original else f" as {name}"
        yield f"from diagrams.{module} import {original}{renamed}"
    yield ""
    yield BOX
    yield ""


def _opening(drawing: Drawing, palette: Palette) -> Iterator[str]:
    yield "with Diagram("
    yield f"    {_string(heading(drawing))},"
    yield f"    filename={_string(drawing.name)},"
    yield "    show=False,"
    yield '    direction="LR",'
    yield f'    graph_attr={{"bgcolor": "{palette.paper}", "splines": "spline"}},'
    yield f'    node_attr={{"fontcolor": "{palette.ink}"}},'
    yield f'    edge_attr={{"fontcolor": "{palette.muted}"}},'
    yield "):"
    if not cards_of(drawing):
        yield "    pass"


def _node(node: Node, names: Mapping[str, str], imported: Mapping[str, str]) -> str:
    said = card_text(node)
    label = _string("\n".join(filter(None, (said.name, *said.below))))
    icon = imported.get(_class_of(node))
    made = f"{icon}({label})" if icon else f"{PLAIN}({label}, **BOX)"
    return f"{names[node.id]} = {made}"


def _edge(arrow: Arrow, names: Mapping[str, str], palette: Palette) -> str:
    colour = palette.strong if arrow.strong else palette.line
    text = arrow_text(arrow)
    label = f"label={_string(text)}, " if text else ""
    look = f'{label}style="{STYLES[arrow.line]}", color="{colour}"'
    return f"{names[arrow.source]} >> Edge({look}) >> {names[arrow.target]}"


def _string(text: str) -> str:
    """Write `text` as a string of Python that Graphviz shows as it is.

    Graphviz reads escapes, entities, and HTML where a text is all in angle brackets.
    """
    shown = xml(text).replace("\\", "\\\\")
    return f'"{shown.translate(PYTHON)}"'
