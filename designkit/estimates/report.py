"""What an account is: an estimate as text in one format, for people or programs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from designkit.diagnostics import Diagnostic
from designkit.estimates.figure import Estimate, Figure, reason
from designkit.text.counts import counted
from designkit.text.html_table import html_table

WIDTH = 100
"""Cells of a line where nobody says how many there are."""

TOLD = ("Figure", "Value", "Working")
MOVED = ("Figure", "Before", "After", "Change")
"""The columns of tables in a notebook."""

NOTHING = "\N{EN DASH}"
"""Stands for a number that cannot be computed."""


@dataclass(frozen=True, slots=True)
class Move:
    """A figure before and after a change; one of the two may not be there."""

    id: str
    before: Figure | None
    after: Figure | None

    @property
    def is_real(self) -> bool:
        """Whether the number is another one."""
        old, new = self.before, self.after
        if old is None or new is None:
            return old is not new
        return (old.value, old.low, old.high) != (new.value, new.low, new.high)

    @property
    def title(self) -> str:
        """What the figure is."""
        found = self.after or self.before
        return found.title if found else self.id

    @property
    def change(self) -> float | None:
        """The change as a part of what was before; nothing where that is nothing."""
        if self.before is None or self.after is None or not self.before.value:
            return None
        return self.after.value / self.before.value - 1


@dataclass(frozen=True)
class EstimateReport:
    """What is to be told: the numbers of a design, and those before it was changed.

    `changes` are the numbers that were changed, as they were asked for; `gained` and
    `lost` are the findings that come and go with them.
    """

    name: str
    estimate: Estimate
    before: Estimate | None = None
    changes: tuple[str, ...] = ()
    gained: tuple[Diagnostic, ...] = ()
    lost: tuple[Diagnostic, ...] = ()
    width: int = WIDTH

    @property
    def breaks(self) -> bool:
        """Whether the changes bring a finding, or leave a figure without a number."""
        return bool(self.gained) or any(move.after is None for move in self.moves)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that could be computed."""
        return self.estimate.figures

    def get(self, id: str) -> Figure | None:
        """Return the figure called `id`, if it could be computed."""
        return self.estimate.get(id)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The figures that the changes moved, and those that came or went."""
        if self.before is None:
            return ()
        ids = dict.fromkeys((*self.estimate.ids, *self.before.ids))
        moves = (Move(id, self.before.get(id), self.estimate.get(id)) for id in ids)
        return tuple(move for move in moves if move.is_real)

    def _repr_html_(self) -> str:
        """Return a table for notebooks: every figure, or what the changes moved."""
        if self.before is not None:
            caption = f"{self.name} with {', '.join(self.changes)}"
            return html_table(caption, MOVED, map(_moved, self.moves))
        caption = f"{self.name}: {counted(len(self.figures), 'figure')}"
        return html_table(caption, TOLD, _told(self.estimate))


@dataclass(frozen=True, slots=True)
class Row:
    """A figure at every step of a sweep; nothing where it cannot be computed."""

    figure: Figure
    values: tuple[Figure | None, ...]

    @property
    def reacts(self) -> bool:
        """Whether the number is not the same at all steps."""
        return len({value and value.value for value in self.values}) > 1


@dataclass(frozen=True)
class SweepReport:
    """What a sweep did: the path, its values as they are written, and the figures."""

    name: str
    path: str
    values: tuple[str, ...]
    estimates: tuple[Estimate, ...]
    width: int = WIDTH

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The figures that react, in the order of the estimate."""
        ids = dict.fromkeys(id for found in self.estimates for id in found.ids)
        rows = (_row([found.get(id) for found in self.estimates]) for id in ids)
        return tuple(row for row in rows if row and row.reacts)

    def _repr_html_(self) -> str:
        """Return a table for notebooks: the figures that react, step by step."""
        rows = ((row.figure.title, *map(_text, row.values)) for row in self.rows)
        caption = f"{self.name}: what reacts to {self.path}"
        return html_table(caption, ("Figure", *self.values), rows)


def _row(values: Sequence[Figure | None]) -> Row | None:
    known = next((value for value in values if value), None)
    return Row(known, tuple(values)) if known else None


def _told(found: Estimate) -> Iterator[tuple[str, str, str]]:
    for figure in found.figures:
        yield figure.title, figure.text, figure.working
    for gap in found.gaps:
        yield gap.title, NOTHING, reason(gap)


def _moved(move: Move) -> tuple[str, ...]:
    change = shown_change(move.change)
    return move.title, _text(move.before), _text(move.after), change


def _text(figure: Figure | None) -> str:
    return figure.text if figure else NOTHING


@dataclass(frozen=True, slots=True)
class EstimateFormat:
    """A format in which an estimate is told, and a sweep."""

    name: str
    summary: str
    tell: Callable[[EstimateReport], str]
    tell_sweep: Callable[[SweepReport], str]


def shown_change(change: float | None) -> str:
    """Write a change in per cent: ``+900%``; nothing for nothing.

    From a millionfold on it is written with an exponent.
    """
    if change is None:
        return ""
    if abs(change) >= 1e6:
        return f"{change * 100:+.3g}%"
    digits = 0 if abs(change) >= 0.0995 else 1
    return f"{change * 100:+,.{digits}f}%"
