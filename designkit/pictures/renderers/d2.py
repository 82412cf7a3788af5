"""D2: a diagram as text, with a container a band; the program `d2` draws it."""

import re
from collections.abc import Iterable, Iterator, Mapping

from designkit.pictures.drawing import Arrow, Drawing, Group, LineStyle, Node
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

DASHES = {LineStyle.LOOKUP: 9, LineStyle.DASHED: 5, LineStyle.DOTTED: 2}
DARK_THEME = 200
"""The number of the dark theme of D2 itself, for what is not given a colour here."""

RESERVED = (
    *("_", "title", "null", "true", "false", "suspend", "unsuspend"),
    *("label", "desc", "shape", "icon", "constraint", "tooltip", "link", "near"),
    *("width", "height", "top", "left", "direction", "class", "classes", "vars"),
    *("style", "layers", "scenarios", "steps", "source_arrowhead", "filled", "fill"),
    *("stroke", "opacity", "shadow", "multiple", "font", "animated", "bold", "italic"),
    *("underline", "3d", "grid", "legend"),
)
MARK = re.compile(r'["\\$]')


@renderer("d2")
def d2(drawing: Drawing, theme: Theme) -> bytes:
    """Diagram as text for the program `d2`, which places it anew."""
    palette = DARK if theme is Theme.DARK else LIGHT
    bands, loose = bands_of(drawing), loose_nodes(drawing)
    nodes = [node for inside in bands.values() for node in inside] + [*loose]
    names = identifiers([node.id for node in nodes], RESERVED)
    paths = dict(names)
    lines = [*_head(drawing, theme), *_classes(nodes, palette)]
    for number, (band, inside) in enumerate(bands.items(), 1):
        paths |= {node.id: f"band{number}_.{names[node.id]}" for node in inside}
        lines.append(f"band{number}_: {_quoted(band.title)} {{")
        lines.append(f"  {_tint(band, palette)}")
        lines += (f"  {_node(node, names)}" for node in inside)
        lines.append("}")
    lines += (_node(node, names) for node in loose)
    lines += (_edge(arrow, paths, palette) for arrow in drawing.arrows)
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _head(drawing: Drawing, theme: Theme) -> Iterator[str]:
    """Give the title, and the direction in which all is read."""
    if theme is Theme.DARK:
        yield f"vars: {{d2-config: {{theme-id: {DARK_THEME}}}}}"
    yield "direction: right"
    look = "shape: text; near: top-center; style.font-size: 28"
    yield f"title: {_quoted(heading(drawing))} {{{look}}}"


def _classes(nodes: Iterable[Node], palette: Palette) -> Iterator[str]:
    """Give the looks of cards; those on the main path have a thicker edge."""
    looks = sorted({(node.stage, node.strong) for node in nodes})
    if not looks:
        return
    yield "classes: {"
    for stage, strong in looks:
        accent, _ = palette.stages[stage]
        colours = f'fill: "{palette.card}"; stroke: "{accent}"'
        width = f"stroke-width: {3 if strong else 1}; border-radius: 8"
        style = f'{colours}; font-color: "{palette.ink}"; {width}'
        yield f"  {_class(stage, strong=strong)}: {{style: {{{style}}}}}"
    yield "}"


def _class(stage: str, *, strong: bool) -> str:
    return f"{stage}_strong" if strong else f"{stage}_card"


def _tint(band: Group, palette: Palette) -> str:
    accent, tint = palette.stages.get(band.stage, (palette.muted, palette.paper))
    colours = f'fill: "{tint}"; stroke: "{tint}"; font-color: "{accent}"'
    return f"style: {{{colours}; border-radius: 8}}"


def _node(node: Node, names: Mapping[str, str]) -> str:
    said = card_text(node)
    label = _quoted("\n".join(filter(None, (said.name, *said.below))))
    look = _class(node.stage, strong=node.strong)
    return f"{names[node.id]}: {label} {{class: {look}}}"


def _edge(arrow: Arrow, paths: Mapping[str, str], palette: Palette) -> str:
    ends = f"{paths[arrow.source]} -> {paths[arrow.target]}"
    text = arrow_text(arrow)
    label = f": {_quoted(text)}" if text else ":"
    return f"{ends}{label} {{style: {{{_look(arrow, palette)}}}}}"


def _look(arrow: Arrow, palette: Palette) -> str:
    colour = palette.strong if arrow.strong else palette.line
    width = 3 if arrow.strong or arrow.line is LineStyle.DOUBLE else 1
    dashes = DASHES.get(arrow.line)
    dashed = f"; stroke-dash: {dashes}" if dashes else ""
    return f'stroke: "{colour}"; stroke-width: {width}{dashed}'


def _quoted(text: str) -> str:
    """Write `text` between double quotes, in one line."""
    safe = MARK.sub(r"\\\g<0>", text).replace("\n", "\\n")
    return f'"{safe}"'
