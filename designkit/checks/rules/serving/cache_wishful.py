"""DK624 cache-wishful."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.freshness import VALUES, Ways
from designkit.analysis.lineage import Trail
from designkit.analysis.promises import Promise, promise_of_feature, promises_about
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.cache import hit_bound
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_fraction

FILLED = Trail(
    ("prediction", "candidates", "feature-values", "decision"),
    ends_at=(
        *kinds_with(Role.COMPUTES),
        *kinds_with(Role.RUNS_MODEL),
        *kinds_with(Role.KEEPS_ROWS),
    ),
)
"""Answers, from what makes or keeps them to the cache."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a cache has room for, beside what is asked of it and how unevenly."""

    cache: Component
    hits: Quantity
    entries: Quantity
    keys: Quantity
    skew: Quantity

    @property
    def bound(self) -> float:
        """The part of the reads that it answers at best, for all that is stated."""
        try:
            return hit_bound(self.entries.high, self.keys.low, self.skew.high)
        except ValueError:
            return 1.0

    @property
    def is_too_small(self) -> bool:
        """Whether the stated hits are more than can be."""
        return self.hits.low > self.bound * (1 + ROUNDING)


@rule(
    "DK624",
    Severity.WARNING,
    kinds=("cache",),
    applies=lambda facts: any(_asked_of(facts)),
)
def cache_wishful(facts: Facts) -> Iterator[Finding]:
    """A cache should be as fresh as promised, and count on no more hits than fit.

    The time to live is chosen for the hit ratio, the freshness was promised by somebody
    else, and nothing in the code compares the two. With a ttl of ten minutes a price
    that was promised within one is wrong for nine, on the pages that most people look
    at, since just these stay in the cache.

    And a hit ratio is hoped for. What is asked of a cache is uneven, by Zipf's law: the
    key of rank r comes with a share of 1 / r^skew. Ten thousand entries for a million
    keys can then answer 68% at a skew of 1 and 36% at 0.8, if they are the most popular
    ones and never expire. Who plans with 90% has three or six times the misses to bear.

    What is promised for the cache, or for what it keeps copies of, counts. A feature
    that reaches its model through the cache alone is left to stale-by-design, which
    adds up its whole way. Hits are compared where `hit-ratio`, `entries`, `keys` and
    `skew` are all stated.

    Bad:
    ```yaml
    objectives: {freshness: {rank: 1 min}}
    components:
      app: {kind: client}
      rank: {kind: model-server}
      pages:
        kind: cache
        ttl: 10 min                                 # <- nine minutes too long
        entries: 10 k
        keys: 1 M
        skew: 1
        hit-ratio: 90%                              # <- 68% at best
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
      pages:
        kind: cache
        ttl: 30 s
        entries: 100 k
        keys: 1 M
        skew: 1
        hit-ratio: 60%
    flows:
      calls:
        - app -> rank: request
        - rank -> pages: prediction
        - pages -> app: response
    ```

    Fix: Shorten the ttl and look again whether the cache still pays, delete entries
    when their source changes, or promise the age that the cache gives. Measure the hit
    ratio and the skew; plan what lies behind for a cold cache, or let it turn reads
    away.

    Source: Fielding, Nottingham and Reschke 2022, HTTP Caching, RFC 9111, section 4.2,
    on freshness; Breslau et al. 1999, Web Caching and Zipf-like Distributions: Evidence
    and Implications, INFOCOM; Kleppmann 2017, Designing Data-Intensive Applications,
    chapter 11, on keeping systems in sync.
    """
    for cache, ttl, promise in _cached(facts):
        if ttl.low > promise.limit.high:
            yield Finding(
                ("components", cache.id, "ttl"),
                f"{cache.id} keeps an entry for {ttl}, but {promise.name} is promised "
                f"within {promise.limit}",
                related=((promise.path, "promised here"),),
            )
    for room in _rooms(facts):
        if room.is_too_small:
            yield Finding(("components", room.cache.id, "hit-ratio"), _told(room))


def _asked_of(facts: Facts) -> Iterator[object]:
    """Give whatever there is to compare."""
    yield from _cached(facts)
    yield from _rooms(facts)


def _rooms(facts: Facts) -> Iterator[Room]:
    for cache in facts.of_kind("cache"):
        hits, entries = cache.quantity("hit-ratio"), cache.quantity("entries")
        keys, skew = cache.quantity("keys"), cache.quantity("skew")
        if hits and entries and keys and skew:
            yield Room(cache, hits, entries, keys, skew)


def _told(room: Room) -> str:
    id, entries, keys, skew = room.cache.id, room.entries, room.keys, room.skew
    return (
        f"{id} states a hit ratio of {room.hits}, and {entries} entries for {keys} "
        f"keys answer {shown_fraction(room.bound)} at best: H({entries}, {skew}) / "
        f"H({keys}, {skew}), of which H(n, s) is 1 + 2^-s + ... + n^-s"
    )


def _cached(facts: Facts) -> Iterator[tuple[Component, Quantity, Promise]]:
    """Give each cache that states its ttl, with the strictest promise about it."""
    for cache in facts.of_kind("cache"):
        ttl, promises = cache.quantity("ttl"), [*_promises(facts, cache)]
        if ttl and promises:
            yield cache, ttl, min(promises, key=lambda promise: promise.limit.high)


def _promises(facts: Facts, cache: Component) -> Iterator[Promise]:
    """Give what is promised of `cache`, of what fills it, and of features in it."""
    ids = {cache.id}.union(
        *(facts.lineage.brought_by(flow, FILLED) for flow in facts.flows_to(cache.id))
    )
    yield from promises_about(facts.design, ids - facts.design.features.keys())
    yield from _of_features(facts, cache)


def _of_features(facts: Facts, cache: Component) -> Iterator[Promise]:
    """Give the promises of features that also reach a model without `cache`."""
    ways, before = Ways(facts.graph), facts.ancestors((cache.id,), *VALUES)
    for id, feature in facts.design.features.items():
        promise = promise_of_feature(facts.design, id)
        if (
            promise
            and feature.online_by in before
            and cache.id not in ways.way(feature)
        ):
            yield promise
