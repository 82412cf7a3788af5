"""Mermaid: a flowchart as text, which GitHub, GitLab and many wikis draw."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from designkit.pictures.drawing import Arrow, Drawing, LineStyle, Node
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

ARROWS = {
    LineStyle.SOLID: "-->",
    LineStyle.LOOKUP: "-->",
    LineStyle.DASHED: "-.->",
    LineStyle.DOUBLE: "==>",
    LineStyle.DOTTED: "-.->",
}
DASHES = {LineStyle.LOOKUP: "9 3", LineStyle.DASHED: "7 5", LineStyle.DOTTED: "2 4"}
"""Strokes and gaps of the lines that an arrow of Mermaid does not tell apart."""

RESERVED = (
    *("end", "graph", "flowchart", "subgraph", "direction", "style", "linkStyle"),
    *("class", "classDef", "click", "default", "href", "call", "interpolate"),
)
BEYOND = re.compile(r"[!-/:-@\[-`{-~ﬂ¶]")
INSIDE = re.compile(r"(?<=[^\W_])[-./:](?=[^\W_])|(?<=[^\W_]),(?= )|(?<=[^\W_])/")
"""Marks that Mermaid reads as text between letters, left so that the text reads."""


@renderer("mermaid", suffix="mmd")
def mermaid(drawing: Drawing, theme: Theme) -> bytes:
    """Flowchart as text, which GitHub and wikis draw; Mermaid places it anew."""
    palette = DARK if theme is Theme.DARK else LIGHT
    bands = bands_of(drawing)
    nodes = [node for inside in bands.values() for node in inside]
    nodes += loose_nodes(drawing)
    names = identifiers([node.id for node in nodes], RESERVED)
    lines = [*_head(drawing, theme), "flowchart LR"]
    for number, (band, inside) in enumerate(bands.items(), 1):
        lines.append(f'  subgraph band{number}_["{_text(band.title)}"]')
        lines += (f"  {_node(node, names)}" for node in inside)
        lines.append("  end")
    lines += (_node(node, names) for node in loose_nodes(drawing))
    lines += (_edge(arrow, names) for arrow in drawing.arrows)
    lines += _classes(nodes, palette)
    lines += _strokes(drawing.arrows, palette)
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _head(drawing: Drawing, theme: Theme) -> Iterator[str]:
    """Give the front matter: the title, and colours where the reader has no say."""
    yield "---"
    yield f'title: "{_escaped(heading(drawing))}"'
    if theme is not Theme.AUTO:
        yield "config:"
        yield f"  theme: {'dark' if theme is Theme.DARK else 'default'}"
    yield "---"


def _node(node: Node, names: Mapping[str, str]) -> str:
    said = card_text(node)
    name = f"<b>{_text(said.name)}</b>" if said.name else ""
    label = "<br/>".join(filter(None, (name, *map(_text, said.below))))
    return f'  {names[node.id]}["{label or " "}"]:::{_class(node)}'


def _class(node: Node) -> str:
    return f"{node.stage}{'_strong' if node.strong else ''}"


def _edge(arrow: Arrow, names: Mapping[str, str]) -> str:
    text = _text(arrow_text(arrow))
    label = f'|"{text}"|' if text else ""
    ends = names[arrow.source], names[arrow.target]
    return f"  {ends[0]} {ARROWS[arrow.line]}{label} {ends[1]}"


def _classes(nodes: Iterable[Node], palette: Palette) -> Iterator[str]:
    """Give the colours of cards; those on the main path have a thicker edge."""
    for stage, strong in sorted({(node.stage, node.strong) for node in nodes}):
        accent, _ = palette.stages[stage]
        colours = f"fill:{palette.card},stroke:{accent},color:{palette.ink}"
        wide = ",stroke-width:3px" if strong else ""
        yield f"  classDef {stage}{'_strong' if strong else ''} {colours}{wide}"


def _strokes(arrows: Sequence[Arrow], palette: Palette) -> Iterator[str]:
    """Give the strokes of arrows by number, those that look alike in one line."""
    looks: dict[str, list[str]] = {}
    for number, arrow in enumerate(arrows):
        looks.setdefault(_look(arrow, palette), []).append(str(number))
    for look, numbers in looks.items():
        yield f"  linkStyle {','.join(numbers)} {look}"


def _look(arrow: Arrow, palette: Palette) -> str:
    colour = palette.strong if arrow.strong else palette.line
    width = 3 if arrow.strong or arrow.line is LineStyle.DOUBLE else 1.5
    dashes = DASHES.get(arrow.line)
    return f"stroke:{colour},stroke-width:{width}px" + (
        f",stroke-dasharray:{dashes}" if dashes else ""
    )


def _text(text: str) -> str:
    """Write every mark of `text` by its number, but where it can only be text."""
    kept = {match.start() for match in INSIDE.finditer(text)}
    return BEYOND.sub(
        lambda mark: mark[0] if mark.start() in kept else f"#{ord(mark[0])};", text
    )


def _escaped(text: str) -> str:
    """Write every mark of `text` as YAML and JSON escape it between double quotes."""
    return BEYOND.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)
