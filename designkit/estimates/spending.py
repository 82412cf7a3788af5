"""What a month costs besides what runs: what is kept, trained, decided and done."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.desk import cases_of
from designkit.estimates.figure import Lack, Result, Term, called
from designkit.estimates.formulas.cost import (
    each_day_per_month,
    runs_per_month,
    storage_per_month,
)
from designkit.estimates.inflow import writers
from designkit.estimates.topic import EstimateInputs
from designkit.model.component import Component
from designkit.quantities.measure import money

PRICES = ("call-cost", "run-cost", "cost-per-tb-month", "case-cost", "action-cost")
"""Attributes of components that are paid by what is used."""


def lines(sheet: EstimateInputs, currency: str) -> Iterator[Result]:
    """Give the money of a month for everything that states its price, line by line."""
    for part in sheet.design.components.values():
        yield from _training(sheet, part, currency)
        if part.quantity("cost-per-tb-month"):
            yield _storage(sheet, part, currency)
        if part.quantity("case-cost"):
            yield _each_day(sheet, part, "case-cost", _cases(sheet, part), currency)
        if part.quantity("action-cost"):
            yield _each_day(sheet, part, "action-cost", _actions(sheet, part), currency)


def _training(
    sheet: EstimateInputs, trainer: Component, currency: str
) -> Iterator[Result]:
    if trainer.quantity("run-cost") and trainer.quantity("interval"):
        yield compute(
            FigureEntry(
                f"cost.{trainer.id}.per-month",
                f"{trainer.title}: training runs of a month",
                money(currency, "month"),
                about=trainer.id,
            ),
            "{run} * 730 h / {interval}",
            lambda run, interval: runs_per_month(run, interval),
            run=sheet.stated("components", trainer.id, "run-cost"),
            interval=sheet.stated("components", trainer.id, "interval"),
        )


def _storage(sheet: EstimateInputs, store: Component, currency: str) -> Result:
    return compute(
        FigureEntry(
            f"cost.{store.id}.storage-per-month",
            f"{store.title}: storage of a month",
            money(currency, "month"),
            about=store.id,
        ),
        "{size} / 1 TB * {price}",
        storage_per_month,
        size=called(sheet.result(f"storage.{store.id}.size"), "size"),
        price=sheet.stated("components", store.id, "cost-per-tb-month", label="price"),
    )


def _cases(sheet: EstimateInputs, queue: Component) -> Term:
    """Return the cases that a desk decides on a day: those that are sent to people."""
    has_own = any(writers(sheet.facts, queue.id))
    if not has_own and len(sheet.facts.of_kind("review-queue")) > 1:
        return Lack("", f"it is not known how many of the cases come to {queue.id}")
    return cases_of(sheet, queue)


def _actions(sheet: EstimateInputs, engine: Component) -> Term:
    """Return the actions that an engine takes on a day, if it alone decides."""
    if len(sheet.facts.of_kind("decision-engine")) > 1:
        return Lack("", f"it is not known how many of the actions {engine.id} takes")
    return sheet.stated("workload", "actions-per-day")


def _each_day(
    sheet: EstimateInputs, part: Component, price: str, number: Term, currency: str
) -> Result:
    what = price.removesuffix("-cost")
    return compute(
        FigureEntry(
            f"cost.{part.id}.{what}s-per-month",
            f"{part.title}: {what}s of a month",
            money(currency, "month"),
            about=part.id,
        ),
        "{number} * 365 / 12 * {price}",
        each_day_per_month,
        number=number,
        price=sheet.stated("components", part.id, price),
    )
