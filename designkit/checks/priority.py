"""Which findings matter most: what to mend first, and in which order to show them."""

from collections.abc import Iterable
from dataclasses import replace

from designkit.checks.report import Report
from designkit.diagnostics import Diagnostic

ORDERS = ("place", "severity")
FIRST = 3
"""Findings that somebody can keep in mind."""

MISSING = "components"
"""What a finding is about where a whole part is missing."""

STAGES = (
    *("no-ingestion", "no-feature-store", "no-training"),
    *("no-registry", "no-serving", "no-monitoring"),
)
"""The six stages in the order in which data passes them."""


def by_priority(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort findings that are not waived, what matters most first.

    What keeps something from being read comes first. Errors come before warnings, and
    a part that is missing before a part that says too little, since there is no use in
    the numbers of what will be drawn anew. Stages come in the order in which data
    passes them, all else by code.
    """
    open_ones = (item for item in found if not item.waived)
    return tuple(sorted(open_ones, key=_key))


def mend_first(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what to mend first: the worst finding of each of three rules."""
    each = dict[str, Diagnostic]()
    for item in by_priority(found):
        each.setdefault(item.code, item)
    return tuple(each.values())[:FIRST]


def ordered(report: Report, order: str, top: int = 0) -> Report:
    """Return `report` with its findings by `place` or by `severity`, the `top` alone.

    With no `top` all are kept; what is waived stays where it is.
    """
    every = by_priority(report.diagnostics)
    kept = set(every[:top] if top else every)
    files = []
    for file in report.files:
        found = [item for item in file.diagnostics if item in kept]
        shown = by_priority(found) if order == "severity" else tuple(found)
        waived = [item for item in file.diagnostics if item.waived]
        files.append(replace(file, diagnostics=(*shown, *waived)))
    return replace(report, files=tuple(files), left=len(every) - len(kept))


def _key(found: Diagnostic) -> tuple[bool, int, int, int, str, str, int, int]:
    is_part = found.element == MISSING
    stage = STAGES.index(found.name) if found.name in STAGES else len(STAGES)
    place = (found.file, found.span.line, found.span.column)
    rank = -found.severity.rank
    return (not found.stops, rank, 0 if is_part else 1, stage, found.code, *place)
