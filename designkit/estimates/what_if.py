"""What if a design said something else: one number changed, or one in several steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from designkit.analysis.facts import Facts
from designkit.errors import ChangeError
from designkit.model.design import Design
from designkit.quantities.quantity import Quantity
from designkit.quantities.restating import stated_unit
from designkit.source.loader import Loaded, load_changed
from designkit.text.choices import unknown

STEPS = 10
MOST_STEPS = 100
CHANGEABLE = ("components", "features", "models", "datasets")
"""Sections whose entries must be there before a number of theirs can be changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """A number that is changed: its path in a design, and the text of its new value."""

    path: tuple[str, ...]
    value: str

    def __str__(self) -> str:
        """Write the change as it is given on the command line."""
        return f"{'.'.join(self.path)}={self.value}"


@dataclass(frozen=True, slots=True)
class Sweep:
    """A number that takes several values, one after the other, from low to high."""

    path: tuple[str, ...]
    values: tuple[str, ...]

    @property
    def name(self) -> str:
        """The path as a design spells it."""
        return ".".join(self.path)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The change that each step is."""
        return tuple(Change(self.path, value) for value in self.values)


def read_change(text: str) -> Change:
    """Read ``workload.requests-per-day=300 M``.

    Raises:
        ChangeError: it is not a path, an equals sign and a value.
    """
    path, equals, value = text.partition("=")
    steps = tuple(path.strip().split("."))
    if not equals or not value.strip() or not all(steps):
        raise ChangeError(
            f"{text!r} is no change; write it like workload.requests-per-day=300M"
        )
    return Change(steps, value.strip())


def read_sweep(text: str, loaded: Loaded) -> Sweep:
    """Read ``workload.requests-per-day=10 M..100 M:10`` for a design.

    The steps lie evenly between the ends and are written in the unit of the high one.

    Raises:
        ChangeError: it is no range of a number that a design can state.
    """
    change = read_change(text)
    ends, _, count = change.value.partition(":")
    steps = int(count) if count.isdigit() else STEPS
    if ".." not in ends or not 2 <= steps <= MOST_STEPS:
        raise ChangeError(
            f"{text!r} is no sweep; write it like "
            f"workload.requests-per-day=10M..100M:10, with 2 to {MOST_STEPS} steps"
        )
    widest = Change(change.path, ends)
    quantity = _quantity_at(changed(loaded, (widest,)), widest)
    return Sweep(change.path, tuple(_steps(quantity, steps)))


def _steps(quantity: Quantity, steps: int) -> Iterator[str]:
    unit = stated_unit(quantity)
    for step in range(steps):
        part = step / (steps - 1)
        value = quantity.low + (quantity.high - quantity.low) * part
        yield replace(unit, gap=" ").write(value / unit.worth)


def changed(loaded: Loaded, changes: Sequence[Change]) -> Loaded:
    """Load a design again with other numbers.

    Raises:
        ChangeError: a path is not that of a number, or a value is not one for it.
        NotFoundError: a path names a component that does not exist.
    """
    design = loaded.design
    if design is None or not changes:
        return loaded
    for change in changes:
        _require_place(design, change)
    found = load_changed(loaded, {change.path: change.value for change in changes})
    _require_loaded(loaded, found, changes)
    for change in changes:
        _quantity_at(found, change)
    return found


def _require_place(design: Design, change: Change) -> None:
    section, *rest = change.path
    if section == "flows":
        raise ChangeError(f"{change}: the numbers of flows cannot be changed here")
    if section in CHANGEABLE and rest:
        known = getattr(design, section)
        if rest[0] not in known:
            raise unknown(section.removesuffix("s"), rest[0], known)


def _require_loaded(before: Loaded, after: Loaded, changes: Sequence[Change]) -> None:
    """Refuse what brings a fault that was not there before."""
    known = {(item.code, item.message) for item in before.diagnostics}
    new = [d for d in after.diagnostics if (d.code, d.message) not in known]
    if new:
        told = ", ".join(map(str, changes))
        advice = f"; {new[0].help}" if new[0].help else ""
        raise ChangeError(f"{told}: {new[0].message}{advice}")


def _quantity_at(loaded: Loaded, change: Change) -> Quantity:
    assert loaded.design is not None  # it was loaded without a new fault
    found = Facts(loaded.design).quantity(*change.path)
    if found is None:
        raise ChangeError(f"{change}: {'.'.join(change.path)} is no number of a design")
    return found
