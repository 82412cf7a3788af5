"""Writes a drawing in the language of D2."""

import json
from collections.abc import Iterator

from designkit.pictures.drawing import Drawing, Node, TextPart


def d2_source(drawing: Drawing) -> str:
    """Return `drawing` as D2: bands with their cards, and labelled arrows."""
    return "\n".join(["direction: right", *_lines(drawing)]) + "\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    paths = {node.id: _path(drawing, node) for node in drawing.nodes}
    for group in drawing.groups:
        if any(group.box.contains(node.box) for node in drawing.nodes):
            yield f"{_quoted(group.id)}: {_quoted(group.title)}"
    for node in drawing.nodes:
        yield f"{paths[node.id]}: {_quoted(_text(node))}"
    for arrow in drawing.arrows:
        ends = f"{paths[arrow.source]} -> {paths[arrow.target]}"
        yield f"{ends}: {_quoted(arrow.text)}" if arrow.text else ends


def _path(drawing: Drawing, node: Node) -> str:
    around = [group.id for group in drawing.groups if group.box.contains(node.box)]
    return ".".join(_quoted(id) for id in (*around[:1], node.id))


def _text(node: Node) -> str:
    lines = [part.text for part in node.parts if isinstance(part, TextPart)]
    return "\n".join([*lines, *(member.title for member in node.members)])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("$", "\\$")
