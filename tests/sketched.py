"""Small placed pictures, made by hand, for the tests of the gates."""

from dataclasses import replace

from designkit.pictures.drawing import (
    Arrow,
    ArrowLabel,
    Box,
    Drawing,
    LineStyle,
    Node,
    Point,
)
from designkit.pictures.gates.judging import judge
from tests.drawn import card, picture

A, B = card("a", 100, 100, 100, 60), card("b", 400, 100, 100, 60)
C, D = card("c", 210, 300, 80, 60), card("d", 330, 300, 80, 60)
"""Two cards in a row, and two below the gap between them."""


def wired(
    ends: str,
    *route: Point,
    label: Box | None = None,
    carries: str = "",
    mode: str = "",
) -> Arrow:
    """Return an arrow from the first letter of `ends` to the second, with a route."""
    text = ArrowLabel("events", label) if label else None
    return Arrow(
        *ends, carries, mode, LineStyle.SOLID, text="events", route=route, label=text
    )


def straight(level: float = 130.0, **more: object) -> Arrow:
    """Return the wire from a to b at a height."""
    plain = wired("ab", (200, level), (400, level))
    return replace(plain, **more)  # type: ignore[arg-type]


def page(*arrows: Arrow, nodes: tuple[Node, ...] = (A, B, C, D)) -> Drawing:
    """Return a picture of `arrows` between `nodes`."""
    return replace(picture(*nodes, arrows=arrows), width=800.0, height=450.0)


def gates_of(drawing: Drawing) -> list[str]:
    """Return the gates that a picture fails, once a fault."""
    return [fault.gate.value for fault in judge(drawing).faults]
