"""The numbers of a design that can be moved: units, limits, places."""

from collections.abc import Iterable, Mapping

from designkit.analysis.facts import Facts
from designkit.estimates.graph.fixed import fixed_numbers
from designkit.estimates.graph.functions import Told
from designkit.quantities.quantity import Dimension, Quantity
from designkit.quantities.restating import StatedUnit, stated_unit
from designkit.source.loader import Loaded

WHOLE = frozenset(
    {
        *("replicas", "standby", "zones", "concurrency", "devices", "reviewers"),
        *("gpus-per-replica", "keep-versions", "clusters", "arms", "rounds"),
    }
)
"""What there is no half of, however few."""

SHARES = (Dimension.FRACTION, Dimension.CHANGE)
MONEY = (Dimension.MONEY, Dimension.MONEY_RATE, Dimension.COST)

GROUPS: Mapping[str, str] = {
    "latency": "latency",
    "first-token": "latency",
    "per-token": "latency",
    "service-time": "latency",
    "timeout": "latency",
    "replicas": "replicas",
    "standby": "replicas",
    "zones": "replicas",
    "concurrency": "replicas",
    "target-utilisation": "replicas",
    "hit-ratio": "cache",
    "entries": "cache",
    "keys": "cache",
    "ttl": "cache",
    "skew": "cache",
    "delay": "labels",
    "watermark": "labels",
    "price": "prices",
}
"""In which group a number of a component stands, by its key; money is a price."""

SECTIONS: Mapping[str, str] = {
    "workload": "workload",
    "objectives": "objectives",
    "problem": "labels",
    "datasets": "labels",
}
"""In which group the numbers of a section stand."""

FURTHEST = 10
"""How many times as much, or as little, a slider can make of a number."""


def numbers_of(loaded: Loaded, facts: Facts, paths: Iterable[str]) -> Told:
    """Return what a page has to know of the numbers at `paths` to move them.

    Of those that it cannot move it is the reason, as `fixed`.
    """
    fixed = fixed_numbers(facts)
    found = ((path, facts.quantity(*path.split("."))) for path in paths)
    numbers = {path: _number(loaded, path, it) for path, it in found if it}
    reasons = {path: {"fixed": fixed[path]} for path in numbers if path in fixed}
    return {path: told | reasons.get(path, {}) for path, told in numbers.items()}


def _number(loaded: Loaded, path: str, stated: Quantity) -> Told:
    steps, unit = path.split("."), stated_unit(stated)
    place = loaded.locate(tuple(steps))
    told: Told = {
        "dimension": stated.dimension.value,
        "unit": unit.name,
        "worth": unit.worth,
        "group": group_of(steps, stated),
        "line": place.line,
        "column": place.column,
    }
    if place.file:
        told["file"] = place.file
    if unit.name and unit.gap != " ":
        told["gap"] = unit.gap
    return told | _slider(steps, stated, unit)


def group_of(steps: list[str], stated: Quantity) -> str:
    """Return the group of sliders in which a number stands."""
    if steps[0] in SECTIONS:
        return SECTIONS[steps[0]]
    if stated.dimension in MONEY:
        return "prices"
    keys = (GROUPS[step] for step in steps[2:] if step in GROUPS)
    return next(keys, "other")


def _slider(steps: list[str], stated: Quantity, unit: StatedUnit) -> Told:
    """Return the ends and the scale of a slider, in the unit that is stated."""
    value = stated.value / unit.worth
    if stated.dimension in SHARES and 0 <= stated.value <= 1:
        return {"scale": "share", "least": 0, "most": 1 / unit.worth}
    if value <= 0:
        return {"scale": "even", "least": min(FURTHEST * value, 0), "most": -value}
    least, most = value / FURTHEST, value * FURTHEST
    if steps[-1] in WHOLE and not unit.name:
        ends = {"least": max(round(least), 1), "most": max(round(most), 2)}
        return {"scale": "ratio", "whole": True} | ends
    return {"scale": "ratio", "least": _rounded(least), "most": _rounded(most)}


def _rounded(value: float) -> float:
    return float(f"{value:.3g}")
