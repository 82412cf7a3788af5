"""Text: the numbers with the working shown line by line, for a terminal."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from designkit.diagnostics import Diagnostic
from designkit.estimates.figure import Estimate, Figure, FigureInput, Gap, reason
from designkit.estimates.report import (
    EstimateFormat,
    EstimateReport,
    Move,
    SweepReport,
    shown_change,
)
from designkit.text.cells import safe
from designkit.text.counts import counted

LEFT = 12
"""Least width of the column of values."""

NARROWEST = 30


def _tell(telling: EstimateReport) -> str:
    return "\n".join(_lines(telling))


def _lines(telling: EstimateReport) -> Iterator[str]:
    found = telling.estimate
    lacking = f", {len(found.gaps)} cannot be computed" if found.gaps else ""
    yield f"{safe(telling.name)}: {counted(len(found.figures), 'figure')}{lacking}"
    if telling.before is not None:
        yield from _changed(telling)
        return
    for part in found.parts:
        if part.figures:
            yield from ("", part.title, "")
            yield from _figures(part.figures, telling.width)
    yield from _assumed(found, telling.width)
    yield from _lacking(found.gaps, telling.width)
    yield from _wanted(found.gaps, telling.width)


def _figures(figures: Sequence[Figure], width: int) -> Iterator[str]:
    left = max(LEFT, *(len(figure.text) for figure in figures))
    for figure in figures:
        yield f"  {figure.text:<{left}}  {safe(figure.title)}  [{figure.id}]"
        for line in _working(figure):
            yield from _wrapped(line, left + 4, width)


def _working(figure: Figure) -> Iterator[str]:
    yield f"= {figure.formula}"
    if figure.working != figure.formula:
        yield f"= {figure.working}"
    yield "from " + ", ".join(
        dict.fromkeys(f"{item.name} ({item.source})" for item in figure.inputs)
    )
    if figure.note:
        yield figure.note


def _wrapped(text: str, left: int, width: int) -> Iterator[str]:
    indent, room = " " * left, max(NARROWEST, width - left)
    lines = textwrap.wrap(safe(text), room, break_on_hyphens=False)
    yield from (
        f"{indent}{'' if not number else '  '}{line}"
        for number, line in enumerate(lines)
    )


def _assumed(estimate: Estimate, width: int) -> Iterator[str]:
    """Give the register of assumptions: ours first, then those of the design."""
    if estimate.defaults:
        yield from ("", "Assumed here, because the design says nothing", "")
        rows = [
            (item, f"{item.note}; state {item.place}") for item in estimate.defaults
        ]
        yield from _register(rows, width)
    if estimate.assumptions:
        yield from ("", "Assumed by the design", "")
        said = [(item, f"{item.name}, {item.note}") for item in estimate.assumptions]
        yield from _register(said, width)


def _register(rows: Sequence[tuple[FigureInput, str]], width: int) -> Iterator[str]:
    left = max(LEFT, *(len(item.text) for item, _ in rows))
    for item, told in rows:
        first, *rest = _wrapped(f"{item.label}: {told}", left + 4, width)
        yield f"  {safe(item.text):<{left}}  {first.strip()}"
        yield from rest


def _lacking(gaps: Iterable[Gap], width: int) -> Iterator[str]:
    for number, gap in enumerate(gaps):
        if not number:
            yield from ("", "Cannot be computed", "")
        yield f"  {safe(gap.title)}  [{gap.id}]"
        yield from _wrapped(reason(gap), 6, width)


def _wanted(gaps: Iterable[Gap], width: int) -> Iterator[str]:
    """List what to state, that of most use first."""
    lacks = [lack for gap in gaps for lack in gap.lacks if lack.path]
    if lacks:
        yield from ("", "What to state, most useful first", "")
    for lack, count in Counter(lacks).most_common():
        told = f"{lack.meaning.rstrip('.').lower()}: {counted(count, 'figure')}"
        yield from _wrapped(f"{lack.path}, {told}", 2, width)


def _changed(telling: EstimateReport) -> Iterator[str]:
    """Give two columns, before and after, and the working of what is new."""
    moves = telling.moves
    yield from ("", f"With {safe(', '.join(telling.changes))}", "")
    yield from _columns([_cells(move) for move in moves])
    same = len(telling.estimate.figures) - sum(1 for move in moves if move.after)
    yield from (
        "" if moves else "  nothing changes",
        f"  {counted(same, 'figure')} as before",
    )
    yield from _findings("What breaks", telling.gained, telling.width)
    yield from _findings("What is mended", telling.lost, telling.width)
    new = [move.after for move in moves if move.after]
    if new:
        yield from ("", "The new working", "")
        yield from _figures(new, telling.width)
    lost = {move.id for move in moves if not move.after}
    yield from _lacking(
        (g for g in telling.estimate.gaps if g.id in lost), telling.width
    )


def _findings(title: str, found: Sequence[Diagnostic], width: int) -> Iterator[str]:
    if found:
        yield from ("", title, "")
    for item in found:
        said = f"{item.severity} {item.code} {item.name}: {item.message}"
        first, *rest = _wrapped(said, 4, width)
        yield from (first[2:], *rest)


def _cells(move: Move) -> tuple[str, ...]:
    before = move.before.text if move.before else "unknown"
    after = move.after.text if move.after else "unknown"
    return move.id, before, f"→ {after}", shown_change(move.change)


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{wide}}" for cell, wide in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _tell_sweep(swept: SweepReport) -> str:
    rows = [("", *swept.values)]
    for row in swept.rows:
        texts = (value.text if value else "unknown" for value in row.values)
        rows.append((row.figure.id, *texts))
    count = len(swept.rows)
    react = f"{counted(count, 'figure')} that react{'s' if count == 1 else ''}"
    title = f"{safe(swept.name)}: {react} to {swept.path}"
    return "\n".join((title, "", *_columns(rows)))


text = EstimateFormat(
    "text",
    "The numbers with the working shown line by line, for a terminal.",
    _tell,
    _tell_sweep,
)
