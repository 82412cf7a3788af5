"""PlantUML: a diagram by the C4 model, whose library comes with PlantUML."""

import re
from collections.abc import Iterator, Mapping

from designkit.pictures.drawing import Arrow, Drawing, LineStyle, Node, NodeRole
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.theme import DARK, LIGHT, Palette
from designkit.pictures.wording import (
    arrow_text,
    bands_of,
    card_text,
    heading,
    identifiers,
    loose_nodes,
)

STYLES = {
    LineStyle.SOLID: "SolidLine",
    LineStyle.LOOKUP: "SolidLine",
    LineStyle.DASHED: "DashedLine",
    LineStyle.DOUBLE: "BoldLine",
    LineStyle.DOTTED: "DottedLine",
}
MAIN = "main"
"""The tag of what stands out: the path of a request, the loop."""

BEYOND = re.compile(r"[!-'*-/:-@\[-`{-~]")
INSIDE = re.compile(r"(?<=[^\W_])[-./:](?=[^\W_])|(?<=[^\W_])[,:](?= )")
"""Marks that stay, since between letters they are never more than themselves."""


@renderer("plantuml", suffix="puml")
def plantuml(drawing: Drawing, theme: Theme) -> bytes:
    """C4 diagram as text for PlantUML, which places it anew; a boundary a band."""
    palette = DARK if theme is Theme.DARK else LIGHT
    bands, loose = bands_of(drawing), loose_nodes(drawing)
    nodes = [node for inside in bands.values() for node in inside] + [*loose]
    names = identifiers(node.id for node in nodes)
    lines = ["@startuml", "!include <C4/C4_Component>", *_looks(drawing, palette)]
    lines += ["LAYOUT_LEFT_RIGHT()", f"title {_text(heading(drawing))}"]
    for number, (band, inside) in enumerate(bands.items(), 1):
        lines.append(f'Container_Boundary(band{number}_, "{_text(band.title)}") {{')
        lines += (f"  {_node(node, names)}" for node in inside)
        lines.append("}")
    lines += (_node(node, names) for node in loose)
    lines += (_edge(arrow, names) for arrow in drawing.arrows)
    lines.append("@enduml")
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _looks(drawing: Drawing, palette: Palette) -> Iterator[str]:
    """Give the tags of lines, one a mode that is shown, and that of what stands out."""
    shown = {arrow.mode: arrow.line for arrow in drawing.arrows}
    for mode, line in sorted(shown.items()):
        style = f"$lineStyle={STYLES[line]}()"
        yield f'AddRelTag("{mode}", $lineColor="{palette.line}", {style})'
    if any(arrow.strong for arrow in drawing.arrows):
        colour = palette.strong
        yield f'AddRelTag("{MAIN}", $lineColor="{colour}", $textColor="{colour}")'
    if any(node.strong for node in drawing.nodes):
        yield f'AddElementTag("{MAIN}", $borderColor="{palette.strong}")'


def _node(node: Node, names: Mapping[str, str]) -> str:
    said = card_text(node)
    what = "Container" if node.role is NodeRole.STAGE else "Component"
    lines = "\\n".join(map(_text, (*said.rows, *said.lines, *said.told)))
    texts = f'"{_text(said.name)}", "{_text(said.technology)}", "{lines}"'
    tag = f', $tags="{MAIN}"' if node.strong else ""
    return f"{what}({names[node.id]}, {texts}{tag})"


def _edge(arrow: Arrow, names: Mapping[str, str]) -> str:
    ends = f"{names[arrow.source]}, {names[arrow.target]}"
    tags = f"{MAIN}+{arrow.mode}" if arrow.strong else arrow.mode
    said = f'"{_text(arrow_text(arrow))}", "{arrow.mode}"'
    return f'Rel({ends}, {said}, $tags="{tags}")'


def _text(text: str) -> str:
    """Write every mark of `text` by its number, but where it can only be text."""
    kept = {match.start() for match in INSIDE.finditer(text)}
    return BEYOND.sub(
        lambda mark: mark[0] if mark.start() in kept else f"<U+{ord(mark[0]):04X}>",
        text,
    )
