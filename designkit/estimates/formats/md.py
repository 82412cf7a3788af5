"""Markdown: a table a topic with the working, then what is assumed or lacking."""

from collections.abc import Iterable, Iterator

from designkit.estimates.figure import Estimate, Figure, FigureGroup, reason
from designkit.estimates.report import (
    EstimateFormat,
    EstimateReport,
    SweepReport,
    shown_change,
)
from designkit.text.escape import markdown, table_cell


def _tell(telling: EstimateReport) -> str:
    return "\n".join(_lines(telling))


def _lines(telling: EstimateReport) -> Iterator[str]:
    yield f"# {markdown(telling.name)}: the numbers"
    if telling.before is not None:
        yield from _moved(telling)
    for part in telling.estimate.parts:
        if part.figures:
            yield from _part(part)
    yield from _assumed(telling.estimate)
    yield from _lacking(telling.estimate)


def _part(part: FigureGroup) -> Iterator[str]:
    yield from ("", f"## {markdown(part.title)}", "")
    yield from _table(("Figure", "Value", "Working"), map(_row, part.figures))


def _row(figure: Figure) -> tuple[str, ...]:
    working = f"{figure.formula} = {figure.working}"
    shown = figure.working if figure.working == figure.formula else working
    note = f" {figure.note}" if figure.note else ""
    return figure.title, f"**{figure.text}**", f"{shown}.{note}"


def _moved(telling: EstimateReport) -> Iterator[str]:
    said = ", ".join(f"`{change}`" for change in telling.changes)
    yield from ("", f"## With {table_cell(said)}", "")
    rows = (
        (
            move.title,
            move.before.text if move.before else "unknown",
            move.after.text if move.after else "unknown",
            shown_change(move.change),
        )
        for move in telling.moves
    )
    yield from _table(("Figure", "Before", "After", "Change"), rows)
    for title, found in (
        ("What breaks", telling.gained),
        ("What is mended", telling.lost),
    ):
        if found:
            yield from ("", f"### {title}", "")
            told = ((it.severity, f"{it.code} {it.name}", it.message) for it in found)
            yield from _table(("Severity", "Rule", "Finding"), told)


def _assumed(estimate: Estimate) -> Iterator[str]:
    """Give the register of assumptions: ours first, then those of the design."""
    ours = [
        (item.label, item.text, "designkit", f"{item.note}; state `{item.place}`")
        for item in estimate.defaults
    ]
    said = [
        (item.label, item.text, "the design", f"`{item.name}`: {item.note}")
        for item in estimate.assumptions
    ]
    if ours or said:
        yield from ("", "## Assumptions", "")
        yield from _table(("Number", "Value", "Assumed by", "Why"), ours + said)


def _lacking(estimate: Estimate) -> Iterator[str]:
    if estimate.gaps:
        yield from ("", "## What cannot be computed", "")
        rows = ((gap.title, reason(gap)) for gap in estimate.gaps)
        yield from _table(("Figure", "Needs"), rows)


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |"
    yield f"| {' | '.join('---' for _ in headings)} |"
    for row in rows:
        yield f"| {' | '.join(table_cell(cell) for cell in row)} |"


def _tell_sweep(swept: SweepReport) -> str:
    rows = (
        (row.figure.title, *(item.text if item else "unknown" for item in row.values))
        for row in swept.rows
    )
    title = f"# {markdown(swept.name)}: what reacts to `{table_cell(swept.path)}`"
    return "\n".join((title, "", *_table(("Figure", *swept.values), rows)))


md = EstimateFormat(
    "md", "Tables of the numbers with their working, as Markdown.", _tell, _tell_sweep
)
