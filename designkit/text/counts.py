"""Counts as people read them: of anything, and of findings by severity."""

from collections import Counter
from collections.abc import Iterable

from designkit.diagnostics import Diagnostic, Severity

ALWAYS_COUNTED = (Severity.ERROR, Severity.WARNING)


def counted(count: int, noun: str) -> str:
    """Write `count` with its `noun`, in the plural where there is not exactly one."""
    return f"{count} {noun if count == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Return the plural of a noun; that of info is info."""
    return noun if noun == Severity.INFO else f"{noun}s"


def counted_by_severity(found: Iterable[Diagnostic]) -> str:
    """Count `found` by severity, the worst first; nothing found gives no text."""
    counts = Counter(item.severity for item in found)
    return ", ".join(
        counted(counts[level], level) for level in Severity if counts[level]
    )


def counted_findings(found: Iterable[Diagnostic]) -> str:
    """Count errors and warnings, even none, and what is only told if there is any."""
    counts = Counter(item.severity for item in found)
    levels = (it for it in Severity if counts[it] or it in ALWAYS_COUNTED)
    return ", ".join(counted(counts[level], level) for level in levels)
