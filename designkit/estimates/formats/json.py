"""JSON: every figure with its inputs, for programs."""

from designkit.diagnostics import Diagnostic
from designkit.estimates.figure import Figure, FigureInput, Gap
from designkit.estimates.report import EstimateFormat, EstimateReport, Move, SweepReport
from designkit.text.escape import json_text

DIGITS = 12
"""Digits that count; what follows differs from one machine to the next."""


def _tell(telling: EstimateReport) -> str:
    moves = {move.id: move for move in telling.moves}
    results = [item for part in telling.estimate.parts for item in part.results]
    listed = [
        _figure(item, moves, telling) if isinstance(item, Figure) else _gap(item)
        for item in results
    ]
    told: dict[str, object] = {"version": 1, "figures": listed}
    if telling.before is not None:
        told["gained"] = list(map(_finding, telling.gained))
        told["lost"] = list(map(_finding, telling.lost))
    return json_text(told)


def _finding(found: Diagnostic) -> dict[str, object]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "element": found.element,
        "message": found.message,
    }


def _figure(
    figure: Figure, moves: dict[str, Move], telling: EstimateReport
) -> dict[str, object]:
    told: dict[str, object] = {
        "id": figure.id,
        "title": figure.title,
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit.symbol,
        "text": figure.text,
        "formula": figure.formula,
        "working": figure.working,
        "inputs": [_input(item) for item in figure.inputs],
        "note": figure.note,
        "component": figure.about,
    }
    if telling.before is not None:
        move = moves.get(figure.id)
        before = telling.before.get(figure.id)
        told["before"] = _number(before.value) if before else None
        change = move.change if move else 0.0
        told["change"] = None if change is None else _number(change)
    return told


def _input(item: FigureInput) -> dict[str, object]:
    return {
        "name": item.name,
        "label": item.label,
        "value": _number(item.value),
        "low": _number(item.low),
        "high": _number(item.high),
        "unit": item.unit.symbol,
        "text": item.text,
        "from": item.source,
        "note": item.note,
        "state_at": item.place,
    }


def _gap(gap: Gap) -> dict[str, object]:
    """Tell a figure that cannot be computed: no value, and what it needs."""
    nothing = dict.fromkeys(("value", "low", "high", "unit", "text"))
    needs = [{"path": it.path, "meaning": it.meaning} for it in gap.lacks]
    return {"id": gap.id, "title": gap.title, **nothing, "needs": needs}


def _number(value: float) -> float | int:
    """Round a number so that it is the same on every machine."""
    rounded = float(f"{value:.{DIGITS}g}")
    is_small_integer = rounded.is_integer() and abs(rounded) < 1e15
    return int(rounded) if is_small_integer else rounded


def _tell_sweep(swept: SweepReport) -> str:
    figures = [
        {
            "id": row.figure.id,
            "title": row.figure.title,
            "unit": row.figure.unit.symbol,
            "values": [_number(item.value) if item else None for item in row.values],
        }
        for row in swept.rows
    ]
    told = {"path": swept.path, "values": list(swept.values)}
    return json_text({"version": 1, "sweep": told, "figures": figures})


json = EstimateFormat(
    "json",
    "Every figure with its working and its inputs, in base units, for programs.",
    _tell,
    _tell_sweep,
)
