"""The figures of a benchmark: what was measured, what it may be, how it is printed."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from racing import Race

MEBIBYTE = 1 << 20
HEAD = ("figure", "ours", "peer", "ratio", "limit", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `value` is held against `limit`, if there is one."""

    name: str
    ours: str
    value: float
    limit: float | None = None
    peer: str = ""
    unit: str = "x"

    @property
    def verdict(self) -> str:
        """Whether the limit is kept."""
        if self.limit is None:
            return ""
        return "ok" if self.value <= self.limit else "over"

    @property
    def cells(self) -> tuple[str, ...]:
        """The line, cell by cell."""
        ratio = f"{self.value:.2f}x" if self.unit == "x" else ""
        limit = "" if self.limit is None else f"{self.limit:g}{_spaced(self.unit)}"
        return self.name, self.ours, self.peer, ratio, limit, self.verdict

    @property
    def plain(self) -> dict[str, object]:
        """The line as JSON has it."""
        return {
            "name": self.name,
            "ours": self.ours,
            "peer": self.peer,
            "value": round(self.value, 3),
            "unit": self.unit,
            "limit": self.limit,
            "verdict": self.verdict or "for information",
        }


def compared(name: str, found: Race, limit: float | None = None) -> Figure:
    """Return the figure of a race: both medians, and the ratio held to `limit`."""
    ours, peer = seconds(median(found.ours)), seconds(median(found.peer))
    return Figure(name, ours, found.ratio, limit, peer)


def memory(name: str, bytes: int, limit: float) -> Figure:
    """Return the figure of the most memory that a process took, in MiB."""
    value = bytes / MEBIBYTE
    return Figure(name, f"{value:.0f} MiB", value, limit, unit="MiB")


def seconds(value: float) -> str:
    """Write a time with the unit that suits it."""
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table of Markdown, which also reads well as text."""
    rows = [HEAD, *(figure.cells for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    rule = "|".join("-" * (width + 2) for width in widths)
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]])


def as_json(figures: Iterable[Figure]) -> str:
    """Return the figures as JSON."""
    plain = {"version": 1, "figures": [figure.plain for figure in figures]}
    return json.dumps(plain, indent=2) + "\n"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return f"| {' | '.join(cells)} |"


def _spaced(unit: str) -> str:
    return unit if unit == "x" else f" {unit}"
