"""DK624 cache-wishful."""

from collections.abc import Iterator

from designkit.capacity.freshness import VALUES, Ways
from designkit.case import Case
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.model.quantity import Quantity
from designkit.rule import Finding, Path, rule

Promise = tuple[Path, str, Quantity]
"""Where an age is promised, of what, and how old it may be."""


@rule("DK624", Severity.WARNING, applies=lambda case: any(_cached(case)))
def cache_wishful(case: Case) -> Iterator[Finding]:
    """A cache should forget an entry before it is older than was promised.

    The time to live is chosen for the hit ratio, the freshness was promised by somebody
    else, and nothing in the code compares the two. With a ttl of ten minutes a price
    that was promised within one is wrong for nine, on the pages that most people look
    at, since just these stay in the cache.

    What is promised for the cache, or for what it keeps copies of, counts. A feature
    that reaches its model through the cache alone is left to stale-by-design, which
    adds up its whole way.

    Bad:
    ```yaml
    objectives: {freshness: {rank: 1 min}}
    components:
      app: {kind: client}
      rank: {kind: model-server}
      pages:
        kind: cache
        ttl: 10 min                                 # <- nine minutes too long
    flows:
      calls:
        - app -> rank: request
        - rank -> pages: prediction
        - pages -> app: response
    ```

    Good:
    ```yaml
    objectives: {freshness: {rank: 1 min}}
    components:
      app: {kind: client}
      rank: {kind: model-server}
      pages: {kind: cache, ttl: 30 s}
    flows:
      calls:
        - app -> rank: request
        - rank -> pages: prediction
        - pages -> app: response
    ```

    Fix: Shorten the ttl and look again whether the cache still pays, delete entries
    when their source changes, or promise the age that the cache gives.

    Source: Fielding, Nottingham and Reschke 2022, HTTP Caching, RFC 9111, section 4.2,
    on freshness; Kleppmann 2017, Designing Data-Intensive Applications, chapter 11, on
    keeping systems in sync.
    """
    for cache, ttl, (path, name, limit) in _cached(case):
        if ttl.low > limit.high:
            yield Finding(
                ("components", cache.id, "ttl"),
                f"{cache.id} keeps an entry for {ttl}, but {name} is promised within "
                f"{limit}",
                related=((path, "promised here"),),
            )


def _cached(case: Case) -> Iterator[tuple[Component, Quantity, Promise]]:
    """Give each cache that states its ttl, with the strictest promise about it."""
    for cache in case.of_kind("cache"):
        ttl, promises = cache.quantity("ttl"), [*_promises(case, cache)]
        if ttl and promises:
            yield cache, ttl, min(promises, key=lambda promise: promise[2].high)


def _promises(case: Case, cache: Component) -> Iterator[Promise]:
    """Give what is promised of `cache`, of what fills it, and of features in it."""
    objectives = case.design.objectives
    ids = {cache.id, *(flow.source for flow in case.flows_to(cache.id))}
    for name, limit in objectives.freshness.items() if objectives else ():
        if name in ids and name not in case.design.features:
            yield ("objectives", "freshness", name), name, limit
    yield from _of_features(case, cache)


def _of_features(case: Case, cache: Component) -> Iterator[Promise]:
    """Give the promises of features that also reach a model without `cache`."""
    ways, before = Ways(case.graph), case.ancestors((cache.id,), *VALUES)
    promised = case.design.objectives.freshness if case.design.objectives else {}
    for id, feature in case.design.features.items():
        path: Path = ("features", id, "freshness")
        limit = feature.freshness
        if limit is None and id in promised:
            path, limit = ("objectives", "freshness", id), promised[id]
        if limit and feature.online_by in before and cache.id not in ways.way(feature):
            yield path, id, limit
