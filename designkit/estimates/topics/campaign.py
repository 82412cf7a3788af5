"""Campaigns as experiments: what treating the units of the sample costs, arm by arm."""

from collections.abc import Iterator

from designkit.analysis.trial import split_of
from designkit.analysis.wedge import stepped
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term, called
from designkit.estimates.topic import Chapter, EstimateInputs, mixed, topic
from designkit.quantities.measure import RATIO

AT = "experiment"
SENT = "Of the sample alone, for letters, calls, discounts; the roll-out comes on top."


@topic(82, "Cost of treatments", Chapter.PROOF)
def campaign(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what the treatments of a sample cost, where an arm states what one costs."""
    plan = sheet.design.experiment
    if plan is None or not plan.treatment_cost or stepped(sheet.design):
        return
    names = tuple(plan.treatment_cost)
    costs = {f"cost_{number}": _cost(sheet, name) for number, name in enumerate(names)}
    parts = {f"part_{number}": _part(sheet, name) for number, name in enumerate(names)}
    known = [cost for cost in costs.values() if isinstance(cost, FigureInput)]
    pairs = [f"{{part_{number}}} * {{cost_{number}}}" for number in range(len(names))]
    sums = " + ".join(pairs)
    currencies = mixed(*costs.values())
    terms = {"units": currencies} if currencies else {**costs, **parts}
    yield compute(
        FigureEntry(
            f"{AT}.treatment-cost",
            "Cost of treating the units of the sample",
            known[0].unit if known else RATIO,
            note=SENT,
        ),
        f"{{units}} * {f'({sums})' if len(names) > 1 else sums}",
        _summed,
        **{"units": called(sheet.result(f"{AT}.units"), "units"), **terms},
    )


def _summed(units: float, **terms: float) -> float:
    numbers = [name.removeprefix("cost_") for name in terms if name[0] == "c"]
    return units * sum(terms[f"cost_{it}"] * terms[f"part_{it}"] for it in numbers)


def _cost(sheet: EstimateInputs, arm: str) -> Term:
    return sheet.stated(AT, "treatment-cost", arm, label=f"cost of {arm}")


def _part(sheet: EstimateInputs, arm: str) -> Term:
    """Return the part of the units in an arm: as the split says it."""
    plan = sheet.design.experiment
    split = split_of(plan) if plan else None
    if split is None:
        return Lack(f"{AT}.split", "share of the units in each arm, by name")
    if arm not in {each.name for each in split.arms}:
        return Lack("", f"{arm} has a treatment-cost and is no arm of the split")
    return sheet.stated(AT, "split", arm, label=arm)
