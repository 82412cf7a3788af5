"""DK612 scores-whole-catalogue."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.stakes import chooses_among_items
from designkit.analysis.stated import promised_latency
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import shown_duration

PER_ITEM = 50e-6
"""Seconds to score one item, assumed: 20,000 items a second and core."""

PATIENCE = 1.0
"""Seconds that a request may take where no promise is stated."""


def ranks_online(facts: Facts) -> bool:
    """Whether a model orders items while somebody waits."""
    return chooses_among_items(facts) and any(_first_rankers(facts))


@rule(
    "DK612",
    Severity.ERROR,
    kinds=("model-server",),
    applies=ranks_online,
)
def scores_whole_catalogue(facts: Facts) -> Iterator[Finding]:
    """A ranker should score a shortlist, not the whole catalogue.

    A ranker takes some 50 µs an item. Ten million items are 500 s of work for each
    request, so every large system narrows in steps: something cheap picks hundreds out
    of millions, and the good model looks only at these.

    Bad:
    ```yaml
    workload: {items: 10 M}
    objectives: {latency: {p99: 250 ms}}
    components:
      app: {kind: client}
      rank: {kind: model-server, role: rank}   # <- 500 s of scoring
    flows:
      calls:
        - app -> rank: request
    ```

    Good:
    ```yaml
    workload: {items: 10 M}
    objectives: {latency: {p99: 250 ms}}
    components:
      app: {kind: client}
      retrieve: {kind: candidate-generator, items-out: 500}
      rank: {kind: model-server, role: rank}
    flows:
      calls:
        - app -> retrieve: request
        - retrieve -> rank: candidates
    ```

    Fix: Put a candidate generator or an index before the ranker, from more than one
    source, and measure what it misses.

    Source: Covington, Adams and Sargin 2016, Deep Neural Networks for YouTube
    Recommendations, RecSys, section 2.
    """
    workload = facts.design.workload
    items = workload.items if workload else None
    for ranker in _first_rankers(facts):
        if ranker.quantity("items-in") or (workload and workload.candidates):
            continue
        if items is None:
            message = f"nothing narrows the catalogue before {ranker.id}, and its size"
            yield Finding(_path(ranker), f"{message} is not stated", unstated=True)
        elif items.low * PER_ITEM > _patience(facts):
            seconds = shown_duration(items.low * PER_ITEM)
            message = f"{ranker.id} scores all {items} items for each request: at 50 µs"
            yield Finding(_path(ranker), f"{message} an item that is {seconds} of work")


def _first_rankers(facts: Facts) -> Iterator[Component]:
    """Give the online rankers before which nothing has chosen items."""
    for server in facts.of_kind("model-server"):
        ranks = "encode" not in server.texts("role")
        if ranks and server.id in facts.graph.in_request:
            before = {facts.design.components[id].kind for id in _before(facts, server)}
            if before.isdisjoint((*kinds_with(Role.NARROWS), "model-server")):
                yield server


def _before(facts: Facts, server: Component) -> frozenset[str]:
    """Return what has worked on a request, or on its items, before `server`."""
    return facts.ancestors((server.id,), "request", "candidates", "prediction")


def _patience(facts: Facts) -> float:
    promise = promised_latency(facts)
    return promise.high if promise else PATIENCE


def _path(ranker: Component) -> tuple[str, ...]:
    return ("components", ranker.id)
