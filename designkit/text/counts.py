"""Counts as people read them: of anything, and of findings by severity."""

from collections import Counter
from collections.abc import Iterable

from designkit.diagnostics import Diagnostic, Severity


def counted(count: int, noun: str) -> str:
    """Write `count` with its `noun`, in the plural where there is not exactly one."""
    invariable = count == 1 or noun == Severity.INFO
    return f"{count} {noun}" if invariable else f"{count} {noun}s"


def counted_by_severity(found: Iterable[Diagnostic]) -> str:
    """Count `found` by severity, the worst first; nothing found gives no text."""
    counts = Counter(item.severity for item in found)
    return ", ".join(
        counted(counts[level], level) for level in Severity if counts[level]
    )
