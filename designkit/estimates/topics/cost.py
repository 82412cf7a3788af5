"""What the system costs: an hour, a month, calls of others, a thousand requests."""

from collections.abc import Iterator, Mapping

from designkit.estimates.choosing import one_of, only_if, times
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import (
    Figure,
    FigureInput,
    Gap,
    Lack,
    Option,
    Result,
    Term,
    called,
)
from designkit.estimates.formulas.cost import (
    calls_per_month,
    paid_utilisation,
    per_action,
    per_month,
    per_thousand,
)
from designkit.estimates.load import overloaded
from designkit.estimates.spending import PRICES, lines
from designkit.estimates.topic import Chapter, EstimateInputs, mixed, topic
from designkit.model.component import Mode
from designkit.model.waiting import waits
from designkit.quantities.durations import HOUR
from designkit.quantities.measure import FRACTION, money
from designkit.quantities.writing import listed

BOUGHT = "If what is bought carries the peak at that target; a reserve comes on top."
BY_PEAK = "Capacity is bought for the peak and paid for all day."
STATED = "What states no cost is left out, so this is the least."


@topic(120, "Cost", Chapter.COST)
def cost(sheet: EstimateInputs) -> Iterator[Result]:
    """Add up what components cost, and share it out over the requests."""
    currencies = sorted(set(_currencies(sheet)))
    if len(currencies) > 1:
        mixed = Lack("", f"prices are in {listed(currencies)}; use one currency")
        yield Gap("cost.per-hour", "Running cost", (mixed,))
        return
    currency = currencies[0] if currencies else "USD"
    needed = {item.about: item for item in _needed(sheet, currency)}
    yield from needed.values()
    yield (running := _running(sheet, currency, needed))
    yield (month := _month(running, currency))
    yield from (calls := tuple(_calls(sheet, currency)))
    yield from (spent := tuple(lines(sheet, currency)))
    if total := _total(sheet, month, (*calls, *spent), currency):
        yield total
    yield (price := _per_thousand(sheet, running, currency))
    whole = total or next(iter((*calls, *spent)), month)
    yield from _of_actions(sheet, whole, currency)
    yield from _shares(sheet, price, whole)
    yield _utilisation(sheet)


def _currencies(sheet: EstimateInputs) -> Iterator[str]:
    for component in sheet.design.components.values():
        quantities = (
            component.cost,
            *map(component.quantity, PRICES),
        )
        yield from (quantity.currency for quantity in quantities if quantity)


def _needed(sheet: EstimateInputs, currency: str) -> Iterator[Result]:
    """Give what servers cost that need more replicas than are stated, to carry it."""
    for id, part in sheet.design.components.items():
        needed = sheet.result(f"serving.{id}.replicas")
        if not (part.cost and part.replicas and isinstance(needed, Figure)):
            continue
        more = compute(
            FigureEntry(
                f"cost.{id}.per-hour",
                f"{part.title}: cost of the replicas that carry the load",
                money(currency, "h"),
                note="Those that are stated do not.",
                about=id,
            ),
            "{cost} * {needed} / {replicas}",
            lambda cost, needed, replicas: cost * HOUR * needed / replicas,
            cost=_cost(sheet, id),
            needed=called(needed, "replicas needed"),
            replicas=sheet.stated("components", id, "replicas"),
        )
        yield from only_if(overloaded(sheet, part), more)


def _running(
    sheet: EstimateInputs, currency: str, needed: Mapping[str, Result]
) -> Result:
    """Add up what parts cost in an hour, of an overloaded one with more replicas."""
    terms: dict[str, Term] = {
        f"part_{number}": called(_hourly(sheet, id, needed.get(id)), id)
        for number, (id, part) in enumerate(sheet.design.components.items())
        if part.cost
    }
    if not terms:
        terms = {"none": Lack("components.*.cost", "what each part costs to run")}
    return compute(
        FigureEntry("cost.per-hour", "Running cost", money(currency, "h"), note=STATED),
        " + ".join(f"{{{name}}}" for name in terms),
        lambda **costs: sum(costs.values()),
        **terms,
    )


def _hourly(sheet: EstimateInputs, id: str, needed: Result | None) -> Term:
    """Return the cost of an hour as it is stated, else with the replicas it needs."""
    cost = times(_cost(sheet, id), HOUR)
    return one_of(Option(needed, needed.shown_if), Option(cost)) if needed else cost


def _cost(sheet: EstimateInputs, id: str) -> Term:
    return sheet.stated("components", id, "cost", label=id)


def _month(running: Result, currency: str) -> Result:
    return compute(
        FigureEntry(
            "cost.per-month", "Running cost of a month", money(currency, "month")
        ),
        "{hourly} * 730 h",
        lambda hourly: per_month(hourly / HOUR),
        hourly=running,
    )


def _paid(sheet: EstimateInputs) -> dict[str, Term]:
    """Return how often a request asks each part that is paid by the call, and prices.

    The terms go in pairs: ``calls_0``, ``price_0``, ``calls_1`` and so on.
    """
    terms: dict[str, Term] = {}
    parts = sheet.design.components.values()
    paid = (part.id for part in parts if part.quantity("call-cost"))
    ids = (id for id in paid if id in sheet.graph.in_request)
    asked = {id: flows for id in ids if (flows := tuple(_asking(sheet, id)))}
    for number, (id, flows) in enumerate(asked.items()):
        price = sheet.stated("components", id, "call-cost", label=f"{id} price")
        calls = sheet.calls_of_busiest(flows, f"{id} calls")
        terms |= {f"calls_{number}": calls, f"price_{number}": price}
    return terms


def _asking(sheet: EstimateInputs, id: str) -> Iterator[int]:
    """Give the calls of `id`, and the lookups of what it knows."""
    for number, flow in enumerate(sheet.design.flows):
        asked = flow.target if flow.mode is Mode.CALL else flow.source
        if waits(flow) and asked == id:
            yield number


def _per_thousand(sheet: EstimateInputs, running: Result, currency: str) -> Result:
    """Share the running cost out over an average hour, and add what calls cost.

    Where no part says what it costs to run, what calls cost is the least.
    """
    paid = _paid(sheet)
    shared: dict[str, Term] = {}
    if _is_priced(sheet) or not paid:
        rate = sheet.result("traffic.average-qps")
        shared = {"hourly": running, "rate": rate}
    parts = ["{hourly} / ({rate} * 3,600 s) * 1,000"] if shared else []
    parts += [f"1,000 * {{calls_{n}}} * {{price_{n}}}" for n in _pairs(paid)]
    return compute(
        FigureEntry(
            "cost.per-1k-requests",
            "Cost of a thousand requests",
            money(currency),
            note=BY_PEAK if shared else STATED,
        ),
        " + ".join(parts),
        lambda hourly=0.0, rate=1.0, **paid: per_thousand(
            hourly / HOUR, rate, _of_calls(paid)
        ),
        **shared,
        **paid,
    )


def _is_priced(sheet: EstimateInputs) -> bool:
    return any(part.cost for part in sheet.design.components.values())


def _pairs(paid: Mapping[str, object]) -> range:
    return range(len(paid) // 2)


def _of_calls(paid: Mapping[str, float]) -> float:
    """Return what one request pays for calls of others."""
    return sum(paid[f"calls_{n}"] * paid[f"price_{n}"] for n in _pairs(paid))


def _calls(sheet: EstimateInputs, currency: str) -> Iterator[Result]:
    """Give what paid calls cost in a month, if there are some."""
    if paid := _paid(sheet):
        each = " + ".join(f"{{calls_{n}}} * {{price_{n}}}" for n in _pairs(paid))
        yield compute(
            FigureEntry(
                "cost.calls-per-month",
                "Paid calls of a month",
                money(currency, "month"),
            ),
            f"{{rate}} * 730 h * {f'({each})' if len(paid) > 2 else each}",
            lambda rate, **paid: calls_per_month(rate, _of_calls(paid)),
            rate=sheet.result("traffic.average-qps"),
            **paid,
        )


def _total(
    sheet: EstimateInputs, month: Result, spent: tuple[Result, ...], currency: str
) -> Result | None:
    """Add up the lines of a month, if there is more than one."""
    known = (*((month,) if _is_priced(sheet) else ()), *spent)
    if len(known) < 2:
        return None
    terms: dict[str, Term] = {
        f"line_{number}": called(item, _line(item)) for number, item in enumerate(known)
    }
    return compute(
        FigureEntry(
            "cost.total-per-month",
            "Cost of a month, all lines together",
            money(currency, "month"),
            note=STATED,
        ),
        " + ".join(f"{{{name}}}" for name in terms),
        lambda **costs: sum(costs.values()),
        **terms,
    )


def _line(item: Result) -> str:
    """Return what a line of the month is called in the sum."""
    names = {
        "cost.per-month": "running cost of a month",
        "cost.calls-per-month": "calls per month",
    }
    own = item.id.rpartition(".")[2].replace("-", " ")
    return names.get(item.id, f"{item.about} {own}")


def _of_actions(
    sheet: EstimateInputs, whole: Result, currency: str
) -> Iterator[Result]:
    """Share a month out over what is done because of predictions, if that is said."""
    actions = sheet.stated("workload", "actions-per-day")
    if isinstance(actions, FigureInput):
        yield compute(
            FigureEntry(
                "cost.per-action", "Cost of one action", money(currency), note=STATED
            ),
            "{month} / ({actions} * 365 / 12)",
            lambda month, actions: per_action(month, actions),
            month=called(whole, "cost of a month"),
            actions=actions,
        )


def _shares(sheet: EstimateInputs, price: Result, whole: Result) -> Iterator[Result]:
    """Give the part of each promised cost that is used."""
    month = called(whole, "cost of a month")
    actions = sheet.stated("workload", "actions-per-day")
    action = actions if isinstance(actions, Lack) else sheet.result("cost.per-action")
    promises: tuple[tuple[str, str, str, Term], ...] = (
        ("cost-per-1k", "promise-share", "promised cost", price),
        ("cost-per-month", "month-share", "promised cost of a month", month),
        ("cost-per-action", "action-share", "promised cost of an action", action),
    )
    for key, id, label, cost in promises:
        promise = sheet.stated("objectives", key, label=label)
        if isinstance(promise, FigureInput):
            yield compute(
                FigureEntry(
                    f"cost.{id}", f"Part of the {label} that is used", FRACTION
                ),
                "{cost} / {promise}",
                lambda cost, promise: cost / promise,
                cost=cost,
                promise=mixed(cost, promise) or promise,
            )


def _utilisation(sheet: EstimateInputs) -> Result:
    return compute(
        FigureEntry(
            "cost.utilisation",
            "Part of the capacity bought that an average hour uses",
            FRACTION,
            note=BOUGHT,
        ),
        "{average} / {peak} * {target}",
        paid_utilisation,
        average=sheet.result("traffic.average-qps"),
        peak=sheet.result("traffic.peak-qps"),
        target=sheet.given("target-utilisation", *_first_server(sheet)),
    )


def _first_server(sheet: EstimateInputs) -> tuple[str, ...]:
    servers = sheet.facts.of_kind("model-server")
    id = servers[0].id if servers else "*"
    return "components", id, "target-utilisation"
