"""The numbers that compute: tables of figures, with the working in a folded block."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Folded, Heading, Items, Paragraph, Table
from designkit.documents.write_up.blocks import present, shown, table
from designkit.estimates.figure import Estimate, Figure, FigureGroup, Gap, reason
from designkit.text.escape import markdown


def numbers(estimate: Estimate, chapter: str) -> Iterator[Block]:
    """Give the figures under one heading: tables, and how each came about."""
    parts = [part for part in estimate.parts if part.section == chapter]
    for part in parts:
        if len(parts) > 1:
            yield Heading(part.title, 3)
        yield from _of_part(part)


def defaults(estimate: Estimate) -> Table | None:
    """List what the numbers assume where the design says nothing."""
    rows = [
        (shown(item.label), shown(item.text), shown(item.note), f"`{item.place}`")
        for item in estimate.defaults
    ]
    return table(("Number", "Assumed", "Because", "State your own at"), rows)


def _of_part(part: FigureGroup) -> Iterator[Block]:
    rows = [(markdown(figure.title), figure.text) for figure in part.figures]
    yield from present(table(("Figure", "Value"), rows))
    if part.gaps:
        yield Paragraph("Cannot be computed yet:")
        yield Items(tuple(_missing(gap) for gap in part.gaps))
    if part.figures:
        yield Folded("The working", tuple(_working(figure) for figure in part.figures))


def _missing(gap: Gap) -> str:
    return f"{markdown(gap.title)}: {shown(reason(gap))}"


def _working(figure: Figure) -> str:
    return f"**{markdown(figure.title)}** = {equations(figure)}"


def equations(figure: Figure) -> str:
    """Write a figure as a chain of equations: in words, in numbers, and the result."""
    steps = dict.fromkeys((figure.formula, figure.working, figure.text))
    note = f". {shown(figure.note)}" if figure.note else ""
    return f"{shown(' = '.join(steps))}{note}"
