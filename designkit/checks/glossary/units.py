"""Terms of quantities: every unit, and what it is worth."""

from designkit.checks.glossary.term import Term, fact
from designkit.quantities.measure import unit_of
from designkit.quantities.units import MEANT, NAMES, Dimension, units_of
from designkit.quantities.writing import shown_number

PAGE = "docs/keys.md#quantities"


def find_unit(word: str) -> Term | None:
    """Return the unit that is written `word`, or that people mean by it."""
    meant = "" if _dimensions(word) else MEANT.get(word.lower(), "")
    unit = meant or word
    found = _dimensions(unit)
    if not found:
        return None
    return Term(
        unit,
        "unit",
        f"A unit of {' and of '.join(map(_named, found))}.",
        (
            *((f"As {_named(it)}", _worth(it, unit)) for it in found),
            ("Written like", f"2 {unit}" if unit[0].isalpha() else f"2{unit}"),
            *fact("Not written", word if meant else ""),
        ),
        PAGE,
    )


def unit_names() -> frozenset[str]:
    """Return the units that are no ratio of two."""
    names = (name for dimension in Dimension for name in units_of(dimension))
    return frozenset(name for name in names if name and not {*"/ "} & {*name})


def _dimensions(unit: str) -> list[Dimension]:
    """Return what a unit measures; a retention time is a duration like others."""
    measured = (it for it in Dimension if it is not Dimension.RETENTION)
    return [it for it in measured if unit and unit in units_of(it)]


def _named(dimension: Dimension) -> str:
    name = NAMES[dimension].partition(",")[0]
    return name.removeprefix("an ").removeprefix("a ")


def _worth(dimension: Dimension, unit: str) -> str:
    """Say what one of a unit is in the base unit."""
    factor, currency = units_of(dimension)[unit]
    number = f"{factor:g}" if factor < 1 else shown_number(factor)
    base = unit_of(dimension, currency).symbol
    return number if base in ("count", "fraction", "") else f"{number} {base}"
