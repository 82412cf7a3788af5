"""How many findings of a kind a report shows: the first; the others are counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from designkit.checks.report import Report
from designkit.diagnostics import Diagnostic

MOST_SHOWN = 200
"""Findings of one code in one file that are shown; nobody reads more of them."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Findings of one code in one file that are counted and not shown."""

    file: str
    code: str
    name: str
    count: int

    @property
    def said(self) -> str:
        """The count in words, for the line that stands in for them."""
        return f"… and {self.count:,} more of {self.code} {self.name}"

    @property
    def plain(self) -> dict[str, object]:
        """The count as a program reads it."""
        return {"file": self.file, "code": self.code, "count": self.count}


@dataclass(frozen=True, slots=True)
class Shown:
    """The findings that a report shows, and the counts of the others."""

    findings: tuple[Diagnostic, ...]
    rest: tuple[Rest, ...]


def shown(found: Iterable[Diagnostic]) -> Shown:
    """Return the first findings of each code and file, and how many more there are."""
    seen = Counter[tuple[str, str, str]]()
    kept = []
    for item in found:
        known = (item.file, item.code, item.name)
        seen[known] += 1
        if seen[known] <= MOST_SHOWN:
            kept.append(item)
    over = (
        Rest(*known, count - MOST_SHOWN)
        for known, count in seen.items()
        if count > MOST_SHOWN
    )
    return Shown(tuple(kept), tuple(over))


def shown_by_file(report: Report) -> Iterator[Shown]:
    """Give what is shown of each file, without what is waived."""
    for file in report.files:
        yield shown(item for item in file.diagnostics if not item.waived)
