"""The overlay of cost: what each component costs in a month."""

from collections.abc import Iterator, Sequence

from designkit.estimates.figure import Estimate, FigureInput
from designkit.estimates.formulas.cost import calls_per_month, per_month
from designkit.pictures.drawing import BadgeShape
from designkit.pictures.overlay import BadgeText, OverlayContent, OverlayInputs, overlay

HOUR, MONTHLY = 3600.0, "/month"


@overlay(order=40)
def cost(inputs: OverlayInputs) -> OverlayContent:
    """What each component costs in a month: to run it, and to call it."""
    known = inputs.estimate
    whole = known.get("cost.per-month") or known.get("cost.calls-per-month")
    costs: dict[str, float] = {}
    for id, money in (*_running(known), *_calls(known)):
        costs[id] = costs.get(id, 0.0) + money

    def of_card(ids: Sequence[str]) -> BadgeText | None:
        money = sum(costs.get(id, 0.0) for id in ids)
        if not money or whole is None:
            return None
        text = whole.unit.show(money).removesuffix(MONTHLY)
        share = money / sum(costs.values())
        return BadgeText(text, f"{text} a month, {share:.0%} of all that is stated.")

    return OverlayContent(
        legend="Overlay of cost: what a month of it costs, paid calls included.",
        empty="Overlay of cost: nothing shown here states what it costs.",
        shape=BadgeShape.SQUARE,
        of_card=of_card,
    )


def _running(estimate: Estimate) -> Iterator[tuple[str, float]]:
    """Give what components cost to run, with the replicas that carry the load."""
    hourly = estimate.get("cost.per-hour")
    for item in hourly.inputs if hourly else ():
        yield _owner(item), per_month(item.value / (HOUR if item.is_figure else 1.0))


def _calls(estimate: Estimate) -> Iterator[tuple[str, float]]:
    """Give what calls cost: the estimate has a rate, then calls and prices in pairs."""
    monthly = estimate.get("cost.calls-per-month")
    if monthly is None:
        return
    rate, *paid = monthly.inputs
    for calls, price in zip(paid[::2], paid[1::2], strict=True):
        yield _owner(price), calls_per_month(rate.value, calls.value * price.value)


def _owner(item: FigureInput) -> str:
    """Return the component that an input is about: ``components.score.cost``."""
    return item.name.split(".")[1]
