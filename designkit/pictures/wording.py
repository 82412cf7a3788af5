"""What a placed drawing says, for formats that draw it anew: cards, flows, bands."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from designkit.pictures.drawing import (
    BACK,
    Arrow,
    BlankPart,
    Drawing,
    Group,
    Node,
    NodeRole,
    Part,
    Style,
    TextPart,
)
from designkit.text.escape import one_line

BLANK = "____"
"""What stands for room to write on."""

MOST_TEXT = 400
"""Characters of a text in a format that breaks no lines by itself."""

NAMES = (Style.NAME, Style.HEADING, Style.ITEM)
OUTSIDE_WORDS = re.compile(r"[^A-Za-z0-9_]+")


@dataclass(frozen=True, slots=True)
class CardText:
    """The texts of a card: `lines` are its figures and tags, `rows` its members.

    The flows that it tells of in place of arrows are `told`.
    """

    name: str
    technology: str
    lines: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def below(self) -> tuple[str, ...]:
        """Everything but the name, line by line."""
        texts = (self.technology, *self.rows, *self.lines, *self.told)
        return tuple(filter(None, texts))


def heading(drawing: Drawing) -> str:
    """Return what `drawing` is of, and which view of it this is, in one line."""
    return f"{short(drawing.title)}: {drawing.name.replace('-', ' ')}"


def card_text(node: Node) -> CardText:
    """Return what the card of `node` says, without what cannot be printed."""
    shown = list(_lines(node.parts))
    return CardText(
        name=_joined(text for style, text in shown if style in NAMES),
        technology=_joined(text for style, text in shown if style is Style.TECHNOLOGY),
        lines=_whole(
            text
            for style, text in shown
            if style not in NAMES and style is not Style.TECHNOLOGY
        ),
        rows=tuple(_row(member.parts) for member in node.members),
        told=tuple(_joined(it.text for it in one.parts) for one in node.tellings),
    )


def arrow_text(arrow: Arrow) -> str:
    """Return what stands at `arrow`, in one line."""
    return short(": ".join(filter(None, (label_in_line(arrow.text), arrow.note))))


def label_in_line(text: str) -> str:
    """Write the label of an arrow in one line: ``requests / response, events``."""
    return text.replace(f"{BACK}\n", f"{BACK} ").replace("\n", ", ")


def cards_of(drawing: Drawing) -> tuple[Node, ...]:
    """Return the nodes that are cards; a bar is none, and no graph has a place for it.

    It stands in pictures that keep our places: SVG, PDF and PNG.
    """
    return tuple(node for node in drawing.nodes if node.role is not NodeRole.BAR)


def bands_of(drawing: Drawing) -> Mapping[Group, tuple[Node, ...]]:
    """Return the bands that hold cards with these, from the left and from above."""
    bands = (group for group in drawing.groups if not group.is_frame)
    held = {band: _in_order(_inside(band, drawing)) for band in bands}
    return {band: nodes for band, nodes in held.items() if nodes}


def loose_nodes(drawing: Drawing) -> tuple[Node, ...]:
    """Return the cards that stand in no band, in the order of the view."""
    held = {node.id for nodes in bands_of(drawing).values() for node in nodes}
    return tuple(node for node in cards_of(drawing) if node.id not in held)


def identifiers(
    names: Iterable[str], reserved: Collection[str] = ()
) -> Mapping[str, str]:
    """Give each of `names` an identifier of letters, digits and underscores.

    None is among `reserved`, none begins with a digit, and no two are the same, in
    capitals or not.
    """
    taken = {word.lower() for word in reserved}
    found: dict[str, str] = {}
    for name in names:
        base = OUTSIDE_WORDS.sub("_", name) or "_"
        base = f"_{base}" if base[0].isdigit() else base
        while base.lower() in taken:
            base += "_"
        taken.add(base.lower())
        found[name] = base
    return found


def short(text: str) -> str:
    """Write `text` in one line, cut where no picture could show it."""
    line = one_line(text)
    return line if len(line) <= MOST_TEXT else f"{line[:MOST_TEXT]}…"


def _inside(band: Group, drawing: Drawing) -> Iterator[Node]:
    return (node for node in cards_of(drawing) if band.box.contains(node.box))


def _in_order(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(sorted(nodes, key=lambda node: (node.box.x, node.box.y)))


def _lines(parts: tuple[Part, ...]) -> Iterator[tuple[Style, str]]:
    """Give the lines of a card with their styles; a blank is in the line beside it."""
    shown = (part for part in parts if isinstance(part, TextPart | BlankPart))
    for _, group in groupby(shown, key=attrgetter("y")):
        line = tuple(group)
        styles = [part.style for part in line if isinstance(part, TextPart)]
        yield styles[0] if styles else Style.FIGURE, " ".join(map(_said, line))


def _whole(lines: Iterable[str]) -> tuple[str, ...]:
    """Put together what was broken after a dot between two figures."""
    return tuple(map(short, "\n".join(lines).replace(" ·\n", " · ").splitlines()))


def _row(parts: tuple[Part, ...]) -> str:
    shown = (part for part in parts if isinstance(part, TextPart | BlankPart))
    return short(" · ".join(map(_said, shown)))


def _said(part: TextPart | BlankPart) -> str:
    return part.text if isinstance(part, TextPart) else BLANK


def _joined(texts: Iterable[str]) -> str:
    return short(" ".join(texts))
