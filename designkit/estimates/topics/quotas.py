"""Quotas: the part of its own that each caller uses, and what all may ask together."""

from collections.abc import Iterator

from designkit.analysis.quotas import Caller, limit_of, shared, with_quota
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result, Term
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.quantities.measure import FRACTION

ABOVE = "Above 100% the rest is refused: for this caller alone."
TOGETHER = (
    "Above 100% callers who keep to their quotas can still take from each other; at "
    "100% and below none can."
)


@topic(47, "Quotas of callers", Chapter.LOAD)
def quotas(sheet: EstimateInputs) -> Iterator[Result]:
    """Give what each caller uses of its quota, and all quotas against the limit."""
    seen = set[tuple[str, str]]()
    for id, caller in with_quota(sheet.design):
        if (id, caller.id) not in seen:
            seen.add((id, caller.id))
            yield _used(sheet, id, caller)
    for id, callers in shared(sheet.design).items():
        yield from _promised(sheet, id, callers)


def _used(sheet: EstimateInputs, id: str, caller: Caller) -> Result:
    components = sheet.design.components
    terms: dict[str, Term] = {"rate": sheet.of_flow(caller.flow, "rate")}
    if caller.rate is None and sheet.demand.along(caller.flow):
        terms["rate"] = sheet.result("traffic.average-qps")
        terms["calls"] = sheet.calls_of_flow(caller.flow, "calls")
    asked = " * ".join(f"{{{name}}}" for name in terms)
    return compute(
        FigureEntry(
            f"quotas.{id}.{caller.id}.used",
            f"{components[id].title}: part of its quota that "
            f"{components[caller.id].title} uses, at peak",
            FRACTION,
            note=ABOVE,
            about=id,
        ),
        f"{asked} * {{peak_factor}} / {{quota}}",
        lambda rate, peak_factor, quota, calls=1.0: rate * calls * peak_factor / quota,
        **terms,
        peak_factor=sheet.stated("workload", "peak-factor"),
        quota=sheet.of_flow(caller.flow, "quota"),
    )


def _promised(
    sheet: EstimateInputs, id: str, callers: tuple[Caller, ...]
) -> Iterator[Result]:
    """Give the sum of quotas against the limit, where every caller has one."""
    part = sheet.design.components[id]
    limit = limit_of(part)
    if limit is None or not all(caller.quota for caller in callers):
        return
    terms, products = dict[str, Term](), list[str]()
    for caller in callers:
        own = dict(_asked(sheet, caller))
        terms |= own
        products.append(" * ".join(f"{{{name}}}" for name in own))
    yield compute(
        FigureEntry(
            f"quotas.{id}.together",
            f"{part.title}: part of its limit that all quotas together are",
            FRACTION,
            note=TOGETHER,
            about=id,
        ),
        f"({' + '.join(products)}) / {{limit}}",
        _share,
        limit=sheet.stated("components", id, limit[0]),
        **terms,
    )


def _asked(sheet: EstimateInputs, caller: Caller) -> Iterator[tuple[str, Term]]:
    """Give the quota of a caller, and the keys of each call where they are stated."""
    number, of = caller.flow, f"of {caller.id}"
    yield f"quota_{number}", sheet.of_flow(number, "quota", f"quota {of}")
    if caller.keys:
        yield f"keys_{number}", sheet.of_flow(number, "keys", f"keys {of}")


def _share(limit: float, **terms: float) -> float:
    asked = (
        value * terms.get(name.replace("quota", "keys"), 1.0)
        for name, value in terms.items()
        if name.startswith("quota")
    )
    return sum(asked) / limit
