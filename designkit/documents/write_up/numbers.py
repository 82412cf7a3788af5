"""The numbers that compute: tables of figures, with the working in a folded block."""

from dataclasses import dataclass

from designkit.documents.write_up.parts import Section, Table, cell, line, table
from designkit.estimates.figure import Estimate, Figure, FigureGroup, Gap, reason
from designkit.text.escape import markdown


@dataclass(frozen=True)
class Numbers:
    """Figures of one topic, how each came about, and what could not be computed."""

    title: str
    figures: Table | None
    working: tuple[str, ...]
    missing: tuple[str, ...]


def numbers(estimate: Estimate) -> tuple[Section, ...]:
    """Give a section for each heading under which topics stand, in their order."""
    titles = dict.fromkeys(part.section for part in estimate.parts)
    return tuple(_section(estimate, title) for title in titles)


def defaults(estimate: Estimate) -> Table | None:
    """List what the numbers assume where the design says nothing."""
    rows = [
        (cell(item.label), cell(item.text), cell(item.note), f"`{item.place}`")
        for item in estimate.defaults
    ]
    return table(("Number", "Assumed", "Because", "State your own at"), rows)


def _section(estimate: Estimate, title: str) -> Section:
    parts = [part for part in estimate.parts if part.section == title]
    body = tuple(_numbers(part, alone=len(parts) == 1) for part in parts)
    return Section(title, "_numbers.md.j2", body)


def _numbers(part: FigureGroup, *, alone: bool) -> Numbers:
    rows = [(markdown(figure.title), cell(figure.text)) for figure in part.figures]
    return Numbers(
        title="" if alone else part.title,
        figures=table(("Figure", "Value"), rows),
        working=tuple(_working(figure) for figure in part.figures),
        missing=tuple(_missing(gap) for gap in part.gaps),
    )


def _missing(gap: Gap) -> str:
    return f"{markdown(gap.title)}: {line(reason(gap))}"


def _working(figure: Figure) -> str:
    """Write a figure as a chain of equations: in words, in numbers, and the result."""
    steps = dict.fromkeys((figure.formula, figure.working, figure.text))
    note = f". {line(figure.note)}" if figure.note else ""
    return f"**{markdown(figure.title)}** = {line(' = '.join(steps))}{note}"
