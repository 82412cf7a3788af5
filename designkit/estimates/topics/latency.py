"""The time of a request: budget, estimate, what is left, and what fan-out adds."""

from collections.abc import Callable, Iterator, Mapping

from designkit.estimates.answering import awaited_answer
from designkit.estimates.choosing import at_high_end
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Guard, Lack, Result, Term
from designkit.estimates.formulas.fan_out import any_slow, slowest_of
from designkit.estimates.formulas.latency import Lognormal, added
from designkit.estimates.load import overload
from designkit.estimates.slowest_way import Hops, on_slowest
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Mode
from designkit.quantities.measure import FRACTION, LATENCY
from designkit.quantities.writing import listed

BUDGET = (
    "A budget, not a p99: percentiles do not add. A range counts with its high end, a "
    "part that states no p99 not at all."
)
ESTIMATE = (
    "Each hop as a lognormal through its p50 and p99; means and variances add up, and "
    "the sum is taken as lognormal again (Fenton 1960). Hops are taken as independent "
    "and idle: common causes and queues make it longer."
)


@topic(20, "Latency", Chapter.LOAD)
def latency(sheet: EstimateInputs) -> Iterator[Result]:
    """Add up the hops of the critical path, and fit a distribution to their sum.

    Where people wait for a first token, its own topic adds up the way to it.
    """
    if awaited_answer(sheet.design).is_streamed:
        yield from _fan_outs(sheet)
        return
    yield (budget := _on_slowest(sheet, _budget))
    yield _on_slowest(sheet, _medians)
    yield (likely := _on_slowest(sheet, _estimate))
    promise = sheet.stated("objectives", "latency", "p99", label="promised p99")
    yield _share(
        "latency.budget-share",
        "Part of the promised p99 that the sum of the p99s takes",
        budget,
        promise,
    )
    yield _share(
        "latency.estimate-share",
        "Part of the promised p99 that the likely p99 takes",
        likely,
        promise,
    )
    yield from _fan_outs(sheet)


def _on_slowest(
    sheet: EstimateInputs, make: Callable[[EstimateInputs, Hops], Result]
) -> Result:
    """Return a figure of the critical path; on other ways it would have other hops."""
    path = sheet.graph.critical_path.components
    return on_slowest(
        make(sheet, path),
        lambda: sheet.graph.ways if path else (),
        lambda hops: make(sheet, hops),
        lambda id: sheet.stated("components", id, "latency", "p99"),
    )


def _p99s(sheet: EstimateInputs, path: Hops) -> dict[str, Term]:
    """Return the p99s that are stated on the critical path, with their high ends."""
    return {
        name: at_high_end(term)
        for name, term in _times(sheet, path, "p99").items()
        if isinstance(term, FigureInput)
    }


def _times(sheet: EstimateInputs, path: Hops, *percentiles: str) -> dict[str, Term]:
    """Return the times of the critical path, also those that are not stated.

    A client takes no time of ours, unless it states one.
    """
    parts = sheet.design.components
    hops = [
        (number, id)
        for number, id in enumerate(path)
        if id not in sheet.graph.askers or parts[id].latency
    ]
    return {
        f"{name}_{number}": sheet.stated(
            *("components", id, "latency", name),
            label=id if len(percentiles) == 1 else f"{id} {name}",
        )
        for number, id in hops
        for name in percentiles
    }


def _no_path(sheet: EstimateInputs) -> dict[str, Term]:
    """Return what has to be there for a critical path, each under a name."""
    if sheet.graph.cycles() or sheet.graph.waiting.circle():
        return {
            "none": Lack("", "calls and lookups go in a circle, so there is no path")
        }
    asked = sheet.graph.in_request - sheet.graph.askers
    if not asked:
        meaning = "a call from a client, with which a request begins"
        return {"none": Lack("flows.calls", meaning)}
    terms = {
        id: sheet.stated("components", id, "latency", "p99") for id in sorted(asked)
    }
    lacks: dict[str, Term] = {
        id: it for id, it in terms.items() if isinstance(it, Lack)
    }
    return lacks or {"none": Lack("", "no part of the request path takes any time")}


def _budget(sheet: EstimateInputs, path: Hops) -> Result:
    title = "Sum of the p99s on the critical path"
    note = f"{BUDGET}{_of_whom(sheet, path)}"
    entry = FigureEntry("latency.p99-budget", title, LATENCY, note=note)
    return _summed(entry, _p99s(sheet, path) or _no_path(sheet))


def _of_whom(sheet: EstimateInputs, path: Hops) -> str:
    """Say of which requests the time is, where some are stopped on the path."""
    parts = (sheet.design.components[id] for id in path)
    exits = [f"{part.id} stops {part.stops}" for part in parts if part.stops]
    return f" Of the requests that go all the way: {listed(exits)}." if exits else ""


def _medians(sheet: EstimateInputs, path: Hops) -> Result:
    """Add up the medians, if every hop states one."""
    title = "Sum of the medians on the critical path"
    entry = FigureEntry("latency.p50-budget", title, LATENCY)
    return _summed(entry, _times(sheet, path, "p50") or _no_path(sheet))


def _summed(entry: FigureEntry, times: dict[str, Term]) -> Result:
    return compute(
        entry,
        " + ".join(f"{{{name}}}" for name in times),
        lambda **times: sum(times.values()),
        **times,
    )


def _estimate(sheet: EstimateInputs, path: Hops) -> Result:
    hops = _times(sheet, path, "p50", "p99") or _no_path(sheet)
    numbers = [name.removeprefix("p50_") for name in hops if name.startswith("p50_")]
    entry = FigureEntry(
        "latency.p99-estimate",
        "Likely p99 of the critical path",
        LATENCY,
        note=f"{ESTIMATE}{_of_whom(sheet, path)}",
        guards=tuple(_endless(sheet, path)),
    )
    return compute(
        entry,
        "lognormal sum of " + ", ".join(f"({{p50_{n}}}, {{p99_{n}}})" for n in numbers),
        lambda **times: _added(times).quantile(0.99),
        **hops,
    )


def _endless(sheet: EstimateInputs, path: Hops) -> Iterator[Guard]:
    """Give what says of servers of the path that their queue grows without end."""
    for server in sheet.facts.of_kind("model-server"):
        if server.id in path:
            yield overload(sheet, server)


def _added(times: Mapping[str, float]) -> Lognormal:
    pairs = [
        (time, times[f"p99_{name.removeprefix('p50_')}"])
        for name, time in times.items()
        if name.startswith("p50_")
    ]
    return added([Lognormal.fitted(p50, p99) for p50, p99 in pairs])


def _share(id: str, title: str, time: Result, promise: Term) -> Result:
    return compute(
        FigureEntry(id, title, FRACTION),
        "{time} / {promise}",
        lambda time, promise: time / promise,
        time=time,
        promise=promise,
    )


def _fan_outs(sheet: EstimateInputs) -> Iterator[Result]:
    """Give, for each part of which many shards are asked, what the slowest one adds."""
    for leaf, number in _leaves(sheet).items():
        shards = sheet.of_flow(number, "fan-out", label="shards")
        yield compute(
            FigureEntry(
                f"latency.{leaf}.slow-leaf-share",
                f"{sheet.design.components[leaf].title}: requests that meet a slow one",
                FRACTION,
                note="Each shard is slower than its own p99 in one call of a hundred.",
                about=leaf,
            ),
            "1 - 99%^{shards}",
            lambda shards: any_slow(shards),
            shards=shards,
        )
        yield compute(
            FigureEntry(
                f"latency.{leaf}.fan-out-p99",
                f"{sheet.design.components[leaf].title}: p99 of the slowest shard",
                LATENCY,
                about=leaf,
            ),
            "p99 of the slowest of {shards}, each ({p50}, {p99})",
            lambda shards, p50, p99: slowest_of(Lognormal.fitted(p50, p99), shards),
            shards=shards,
            p50=sheet.stated("components", leaf, "latency", "p50"),
            p99=sheet.stated("components", leaf, "latency", "p99"),
        )


def _leaves(sheet: EstimateInputs) -> Mapping[str, int]:
    """Return what is asked in shards, each with its flow that waits for the most."""
    flows, leaves = sheet.design.flows, dict[str, int]()
    shards = {n: flow.fan_out.high for n, flow in enumerate(flows) if flow.fan_out}
    for number, flow in enumerate(flows):
        leaf = flow.target if flow.mode is Mode.CALL else flow.source
        is_timed = flow.mode.is_synchronous and sheet.design.components[leaf].latency
        if number in shards and is_timed:
            most = leaves.get(leaf, number)
            leaves[leaf] = max(most, number, key=shards.__getitem__)
    return leaves
