"""Sweeps made by hand, for tests of how they are drawn."""

from collections.abc import Sequence

from designkit.estimates.figure import Estimate, Figure, FigureGroup
from designkit.estimates.report import SweepReport
from designkit.quantities.measure import COUNT, Unit

Value = float | tuple[float, float, float] | None
"""A number, one with the ends of its range, or none."""


def figure(id: str, title: str, value: Value, unit: Unit) -> Figure | None:
    if value is None:
        return None
    low, middle, high = value if isinstance(value, tuple) else (value, value, value)
    return Figure(id, title, middle, low, high, unit, "", "", ())


def sweep(
    *rows: tuple[str, Sequence[Value], Unit],
    values: Sequence[str] = ("1", "2", "3"),
    name: str = "Small",
    path: str = "components.score.replicas",
) -> SweepReport:
    """Return a sweep over `values`; a row is a title, its numbers and their unit."""
    estimates = []
    for step in range(len(values)):
        made = (
            figure(f"figure.{number}", title, numbers[step], unit)
            for number, (title, numbers, unit) in enumerate(rows)
        )
        part = FigureGroup("topic", "Topic", "", tuple(item for item in made if item))
        estimates.append(Estimate((part,)))
    return SweepReport(name, path, tuple(values), tuple(estimates))


def counts(number: int, title: str = "Calls") -> SweepReport:
    """Return a sweep to which as many counts react as are asked for."""
    return sweep(*((f"{title} {i}", (1, 2, 3), COUNT) for i in range(number)))
