"""Plain text: boxes by stage and arrows, for terminals and commit messages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from designkit.pictures.drawing import Arrow, Drawing, LineStyle, Node, NodeRole
from designkit.pictures.renderer import Theme, renderer
from designkit.pictures.wording import (
    arrow_text,
    bands_of,
    card_text,
    loose_nodes,
    short,
)
from designkit.text.cells import laid_out, safe
from designkit.text.clusters import clusters

WIDTH, INSIDE = 100, 36
"""The most columns of a line, and of a text in a box."""

INDENT = "  "
ARROWS = {
    LineStyle.SOLID: "-->",
    LineStyle.LOOKUP: "o->",
    LineStyle.DASHED: "..>",
    LineStyle.DOUBLE: "==>",
    LineStyle.DOTTED: "~~>",
}
STRONG = "* "
"""What stands before an arrow that stands out."""


@renderer("text", suffix="txt")
def text(drawing: Drawing, theme: Theme) -> bytes:
    """Plain text in 100 columns for terminals and commit messages: boxes, arrows."""
    view = drawing.name.replace("-", " ").capitalize()
    lines = [*_wrapped(f"{view}: {short(drawing.title)}", WIDTH), ""]
    for band, nodes in bands_of(drawing).items():
        lines += [*_wrapped(band.title, WIDTH), *_boxes(nodes), ""]
    loose = loose_nodes(drawing)
    lines += [*_boxes(loose), ""] if loose else []
    lines += _flows(drawing)
    lines += _bars(drawing)
    lines += _legend(drawing)
    return "".join(f"{line.rstrip()}\n" for line in lines).encode("utf-8")


def _boxes(nodes: Iterable[Node]) -> Iterator[str]:
    """Draw the boxes of `nodes` side by side, in as many rows as they need."""
    row: list[list[str]] = []
    for box in map(_box, nodes):
        if row and sum(_cells(it[0]) + 1 for it in [*row, box]) >= WIDTH - 1:
            yield from _beside(row)
            row = []
        row.append(box)
    yield from _beside(row)


def _box(node: Node) -> list[str]:
    said = card_text(node)
    lines = [
        line
        for text in filter(None, (said.name, *said.below))
        for line in _wrapped(text, INSIDE)
    ]
    inner = max((_cells(line) for line in lines), default=0)
    (left, edge, right), side, (low_left, low_right) = (
        ("╔═╗", "║", "╚╝") if node.strong else ("┌─┐", "│", "└┘")
    )
    return [
        f"{left}{edge * (inner + 2)}{right}",
        *(f"{side} {_filled(line, inner)} {side}" for line in lines),
        f"{low_left}{edge * (inner + 2)}{low_right}",
    ]


def _beside(boxes: Sequence[Sequence[str]]) -> Iterator[str]:
    """Put boxes side by side; the shorter ones end above."""
    for number in range(max(map(len, boxes), default=0)):
        cells = (
            box[number] if number < len(box) else " " * _cells(box[0]) for box in boxes
        )
        yield INDENT + " ".join(cells)


def _flows(drawing: Drawing) -> Iterator[str]:
    names = {node.id: card_text(node).name or node.id for node in drawing.nodes}
    for arrow in drawing.arrows:
        yield from _flow(arrow, names)


def _flow(arrow: Arrow, names: Mapping[str, str]) -> Iterator[str]:
    ends = f"{names[arrow.source]} {ARROWS[arrow.line]} {names[arrow.target]}"
    said = arrow_text(arrow)
    first, *rest = _wrapped(f"{ends}: {said}" if said else ends, WIDTH - 6)
    yield f"{STRONG if arrow.strong else INDENT}{first}"
    yield from (f"{INDENT * 3}{line}" for line in rest)


def _bars(drawing: Drawing) -> Iterator[str]:
    """Say in a paragraph what each bar draws to scale; one that is empty says nothing.

    The bar of a sheet to be filled in is empty.
    """
    for node in drawing.nodes:
        if node.role is NodeRole.BAR and node.parts:
            first, *rest = _wrapped(node.description, WIDTH - 6)
            yield from ("", first, *(f"{INDENT * 3}{line}" for line in rest))


def _legend(drawing: Drawing) -> Iterator[str]:
    """Tell what the arrows mean, as the legend of the picture does."""
    if drawing.legend:
        yield ""
    for entry in drawing.legend:
        mark = STRONG if entry.strong else f"{INDENT}{ARROWS[entry.line]} "
        yield f"{mark}{safe(entry.text)}"


def _wrapped(text: str, width: int) -> list[str]:
    """Break `text` at spaces, and words that are too long anywhere.

    What a terminal would obey is replaced.
    """
    lines, line = list[str](), ""
    for word in safe(text).split():
        for piece in _pieces(word, width):
            joined = f"{line} {piece}" if line else piece
            if line and _cells(joined) > width:
                lines.append(line)
                joined = piece
            line = joined
    return [*lines, line]


def _pieces(word: str, width: int) -> Iterator[str]:
    piece = ""
    for cluster in clusters(word):
        if piece and _cells(piece + cluster) > width:
            yield piece
            piece = ""
        piece += cluster
    yield piece


def _filled(line: str, width: int) -> str:
    return line + " " * (width - _cells(line))


def _cells(line: str) -> int:
    return sum(cells for _, cells in laid_out(line))
