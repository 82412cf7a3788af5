"""What a month surely costs, line by line: what a design states, at its low end."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.estimates.demand import Demand
from designkit.estimates.formulas.cost import (
    calls_per_month,
    each_day_per_month,
    per_month,
    runs_per_month,
    storage_per_month,
)
from designkit.estimates.inflow import writers
from designkit.model.component import Component
from designkit.quantities.durations import DAY
from designkit.quantities.quantity import Quantity

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthLine:
    """Money of a month: what for, how much at least, and where its price stands."""

    what: str
    money: float
    currency: str
    path: Path


def month_lines(facts: Facts) -> Iterator[MonthLine]:
    """Give what each part costs in a month at least, for each price that it states.

    A price whose amounts are not known, or make no sense, costs nothing here.
    """
    for part in facts.design.components.values():
        for key, what, amount in SPENT:
            price = part.cost if key == "cost" else part.quantity(key)
            with suppress(ValueError):
                least = amount(facts, part, price.low) if price else None
                if price and least:
                    path = ("components", part.id, key)
                    yield MonthLine(
                        f"the {what} of {part.id}", least, price.currency, path
                    )


Amount = Callable[[Facts, Component, float], float | None]
"""The money of a month at a price, if it is known how much is used."""


def _running(facts: Facts, part: Component, price: float) -> float:
    del facts, part
    return per_month(price)


def _calls(facts: Facts, part: Component, price: float) -> float | None:
    demand = Demand(facts.graph)
    rate = demand.least_on_average
    return calls_per_month(rate, demand.asked(part.id) * price) if rate else None


def _runs(facts: Facts, part: Component, price: float) -> float | None:
    del facts
    interval = part.quantity("interval")
    return runs_per_month(price, interval.high) if interval else None


def _kept(facts: Facts, part: Component, price: float) -> float | None:
    del facts
    size, copies = part.quantity("size"), part.quantity("replication")
    if size is None:
        return None
    return storage_per_month(size.low * (copies.low if copies else 1), price)


def _cases(facts: Facts, part: Component, price: float) -> float | None:
    flows = [flow.rate.low for _, flow in writers(facts, part.id) if flow.rate]
    if flows:
        return each_day_per_month(sum(flows) * DAY, price)
    is_alone = len(facts.of_kind("review-queue")) == 1
    cases = facts.quantity("workload", "alerts-per-day")
    return _each_day(cases, price) if is_alone else None


def _actions(facts: Facts, part: Component, price: float) -> float | None:
    del part
    is_alone = len(facts.of_kind("decision-engine")) == 1
    actions = facts.quantity("workload", "actions-per-day")
    return _each_day(actions, price) if is_alone else None


def _each_day(number: Quantity | None, price: float) -> float | None:
    return each_day_per_month(number.low, price) if number else None


SPENT: tuple[tuple[str, str, Amount], ...] = (
    ("cost", "running costs", _running),
    ("call-cost", "paid calls", _calls),
    ("run-cost", "training runs", _runs),
    ("cost-per-tb-month", "stored bytes", _kept),
    ("case-cost", "cases", _cases),
    ("action-cost", "actions", _actions),
)
"""Each price that a part may state, what is paid by it, and how much that is."""
