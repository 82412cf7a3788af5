"""Promises of freshness: how old each named thing may be, and where that is said."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from designkit.model.design import Design
from designkit.quantities.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Promise:
    """The oldest that something may be: a feature, a table, an index, a score, a model.

    `path` is where it is said: at the feature itself, or in the objectives.
    """

    name: str
    limit: Quantity
    path: tuple[str, ...]


def promises_about(design: Design, names: Collection[str]) -> tuple[Promise, ...]:
    """Return the promises of the objectives that name one of `names`."""
    return tuple(it for it in _stated(design) if it.name in names)


def strictest_about(design: Design, names: Collection[str]) -> Promise | None:
    """Return the shortest promise that names one of `names`, if there is one."""
    found = promises_about(design, names)
    return min(found, key=lambda it: (it.limit.high, it.name), default=None)


def promise_of_feature(design: Design, id: str) -> Promise | None:
    """Return how old the feature `id` may be, by what it says or by the objectives."""
    own = design.features[id].freshness
    if own:
        return Promise(id, own, ("features", id, "freshness"))
    return strictest_about(design, (id,))


def _stated(design: Design) -> Iterator[Promise]:
    stated = design.objectives.freshness if design.objectives else {}
    for name, limit in stated.items():
        yield Promise(name, limit, ("objectives", "freshness", name))
