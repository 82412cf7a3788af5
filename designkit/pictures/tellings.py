"""Flows that are a line of the card that gives them, in place of an arrow.

What a system tells its watchers goes everywhere: drawn, it hides the flows that do the
work. A line such as "→ Audit trail: decisions" says as much.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from designkit.catalog.kind import Stage
from designkit.model.design import Design
from designkit.pictures.cards import PADDING, stage_of
from designkit.pictures.drawing import Arrow, Node, Style, Telling, TextPart
from designkit.pictures.lettering import stacked, wrapped
from designkit.pictures.phrases import type_label
from designkit.pictures.theme import FONTS
from designkit.text.counts import counted

WATCHERS = frozenset(
    {Stage.MONITORING.value, Stage.GOVERNANCE.value, Stage.RETRAINING.value}
)
TOLD = frozenset({"alert", "metric", "audit-record"})
"""Data types that are for watchers, wherever they go."""

LINE = FONTS[Style.CAPTION].line
MOST_LINES, INDENT = 2, 14.0
"""Lines that a telling takes, and pixels that its second line stands in."""


def split(
    design: Design, arrows: Iterable[Arrow]
) -> tuple[tuple[Arrow, ...], tuple[Arrow, ...]]:
    """Return the arrows to be drawn, and those to be told in a line of a card.

    Told is what goes from elsewhere to a watcher, and what is made for watchers only.
    The critical path is always drawn, and so is what watchers do among themselves.
    """
    stages = {id: stage_of(it).value for id, it in design.components.items()}
    drawn, told = list[Arrow](), list[Arrow]()
    for arrow in arrows:
        (told if _is_told(arrow, stages) else drawn).append(arrow)
    return tuple(drawn), tuple(told)


def _is_told(arrow: Arrow, stages: Mapping[str, str]) -> bool:
    source, target = stages[arrow.source], stages[arrow.target]
    if arrow.strong or source == target:
        return False
    return target in WATCHERS or {*arrow.carries.split()} <= TOLD != {arrow.carries}


def with_tellings(node: Node, told: Iterable[Arrow], names: Mapping[str, str]) -> Node:
    """Return the card with a line for each of `told` that it gives.

    A line of its own says from whom it is told something, or from how many.
    """
    arrows = tuple(told)
    out = [arrow for arrow in arrows if arrow.source == node.id]
    givers = dict.fromkeys(a.source for a in arrows if a.target == node.id)
    grown = _with_givers(node, [names[id] for id in givers]) if givers else node
    for arrow in out:
        grown = _with_line(grown, arrow, names[arrow.target])
    return grown


def _with_givers(node: Node, names: Sequence[str]) -> Node:
    who = names[0] if len(names) == 1 else counted(len(names), "card")
    lines = _lines(f"← {who}", node)
    return replace(node, parts=(*node.parts, *lines), height=_height(node, len(lines)))


def _with_line(node: Node, arrow: Arrow, target: str) -> Node:
    types = ", ".join(type_label(name) for name in arrow.carries.split())
    lines = _lines(f"→ {target}: {types}" if types else f"→ {target}", node)
    telling = Telling(
        target=arrow.target,
        mode=arrow.mode,
        carries=arrow.carries,
        description=arrow.description,
        parts=lines,
    )
    tellings, height = (*node.tellings, telling), _height(node, len(lines))
    return replace(node, tellings=tellings, height=height)


def _lines(text: str, node: Node) -> tuple[TextPart, ...]:
    """Set `text` in at most two lines at the foot of a card, the second one in."""
    room = node.width - 2 * PADDING - INDENT
    first, *rest = wrapped(text, room, Style.CAPTION, MOST_LINES)
    return (
        *stacked((first,), PADDING, _foot(node), Style.CAPTION),
        *stacked(rest, PADDING + INDENT, _foot(node) + LINE, Style.CAPTION),
    )


def _foot(node: Node) -> float:
    """Return below what a line may stand."""
    return node.height - PADDING - 1


def _height(node: Node, lines: int) -> float:
    return round(node.height + lines * LINE, 2)
