"""The time of a request: budget, estimate, what is left, and what fan-out adds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from designkit.estimates.answering import awaited_answer, high_p99, of_ours, past_models
from designkit.estimates.choosing import only_if, scored
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import (
    Along,
    Criterion,
    FigureInput,
    Lack,
    Result,
    Term,
)
from designkit.estimates.formulas.fan_out import any_slow, slowest_of
from designkit.estimates.formulas.latency import Lognormal
from designkit.estimates.load import overload
from designkit.estimates.slowest_way import likely_p99, on_slowest, total
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
    is_streamed = awaited_answer(sheet.design).is_streamed
    past = past_models(sheet)
    if past and (scored(past) > 0) is not is_streamed:
        yield from only_if(past, *_of_path(sheet))
    elif not is_streamed:
        yield from _of_path(sheet)
    yield from _fan_outs(sheet)


def _of_path(sheet: EstimateInputs) -> Iterator[Result]:
    yield (budget := _budget(sheet))
    yield _medians(sheet)
    yield (likely := _estimate(sheet))
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


def _along(
    sheet: EstimateInputs, hops: Callable[[str], Mapping[str, Term]], piece: str
) -> Along:
    """Return how figures are made of the hops of the critical path.

    A client takes no time of ours, unless it states one.
    """
    return Along(
        hops=of_ours(sheet, hops),
        time=lambda id: _time(sheet, id, "p99"),
        steps=lambda: sheet.graph.path_steps,
        none=lambda: _no_path(sheet),
        piece=piece,
    )


def _time(
    sheet: EstimateInputs, id: str, percentile: str, label: str = ""
) -> FigureInput | Lack:
    return sheet.stated("components", id, "latency", percentile, label=label or id)


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


def _budget(sheet: EstimateInputs) -> Result:
    title = "Sum of the p99s on the critical path"
    note = f"{BUDGET}{_of_whom(sheet)}"
    return on_slowest(
        FigureEntry("latency.p99-budget", title, LATENCY, note=note),
        sheet.graph.critical_path.components,
        _along(sheet, lambda id: high_p99(_time(sheet, id, "p99")), "{p99}"),
        total,
    )


def _of_whom(sheet: EstimateInputs) -> str:
    """Say of which requests the time is, where some are stopped on the path."""
    parts = (sheet.design.components[id] for id in sheet.graph.critical_path.components)
    exits = [f"{part.id} stops {part.stops}" for part in parts if part.stops]
    return f" Of the requests that go all the way: {listed(exits)}." if exits else ""


def _medians(sheet: EstimateInputs) -> Result:
    """Add up the medians, if every hop states one."""
    title = "Sum of the medians on the critical path"
    return on_slowest(
        FigureEntry("latency.p50-budget", title, LATENCY),
        sheet.graph.critical_path.components,
        _along(sheet, lambda id: {"p50": _time(sheet, id, "p50")}, "{p50}"),
        total,
    )


def _estimate(sheet: EstimateInputs) -> Result:
    def hop(id: str) -> dict[str, Term]:
        names = ("p50", "p99")
        return {name: _time(sheet, id, name, f"{id} {name}") for name in names}

    along = replace(
        _along(sheet, hop, "({p50}, {p99})"),
        before="lognormal sum of ",
        between=", ",
        guards=_endless(sheet),
    )
    entry = FigureEntry(
        "latency.p99-estimate",
        "Likely p99 of the critical path",
        LATENCY,
        note=f"{ESTIMATE}{_of_whom(sheet)}",
    )
    path = sheet.graph.critical_path.components
    return on_slowest(entry, path, along, likely_p99)


def _endless(sheet: EstimateInputs) -> dict[str, Criterion]:
    """Return what says of servers that their queue grows without end."""
    servers = sheet.facts.of_kind("model-server")
    return {server.id: overload(sheet, server) for server in servers}


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
            _some_slow,
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


def _some_slow(shards: float) -> float:
    return any_slow(shards)


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
