"""Caches that keep what was promised fresh."""

import pytest

from designkit.checks.rules.serving.cache_wishful import cache_wishful
from tests.computed import estimated, figure
from tests.rule_examples import told

DESIGN = """\
objectives: {{freshness: {{{promise}}}}}
components:
  app: {{kind: client}}
  rank: {{kind: model-server}}
  pages: {{kind: cache, {stated}}}
flows:
  calls:
    - app -> rank: request
    - rank -> pages: prediction
    - pages -> app: response
"""


def told_of(promise: str, stated: str) -> list[str]:
    return told(DESIGN.format(promise=promise, stated=stated), cache_wishful)


@pytest.mark.parametrize(
    ("promise", "stated", "expected"),
    [
        pytest.param(
            "rank: 1 min",
            "ttl: 10 min",
            "5 warning: pages keeps an entry for 10 min, but rank is promised within "
            "1 min",
            id="what fills it",
        ),
        pytest.param(
            "rank: 1 h, pages: 1 min..5 min",
            "ttl: 6 min..2 h",
            "5 warning: pages keeps an entry for 6 min..2 h, but pages is promised "
            "within 1 min..5 min",
            id="the cache itself, the strictest, at best",
        ),
    ],
)
def test_a_ttl_that_is_too_long_is_found(
    promise: str, stated: str, expected: str
) -> None:
    assert told_of(promise, stated) == [expected]


@pytest.mark.parametrize(
    ("promise", "stated"),
    [
        pytest.param("rank: 10 min", "ttl: 10 min", id="just so"),
        pytest.param("rank: 1 min..1 h", "ttl: 30 min..2 h", id="at the far ends"),
        pytest.param("rank: 1 min", "hit-ratio: 90%", id="no ttl"),
        pytest.param("app: 1 min", "ttl: 1 h", id="promised of something else"),
    ],
)
def test_what_is_kept_as_promised_is_no_fault(promise: str, stated: str) -> None:
    assert told_of(promise, stated) == []


FEATURES = """\
{objectives}components:
  log: {{kind: event-log}}
  counts: {{kind: stream-transform}}
  online: {{kind: online-store}}
  near: {{kind: cache, ttl: 1 h}}
  rank: {{kind: model-server}}
flows:
  streams:
    - log -> counts: event
    - counts -> online: feature-values
  lookups:
    - online -> near{direct}: feature-values
    - near -> rank: feature-values
features:
  clicks: {{offline-by: counts, online-by: counts{freshness}}}
"""


def test_a_feature_beside_whose_way_a_cache_lies_is_found() -> None:
    text = FEATURES.format(
        objectives="", direct=", rank", freshness=", freshness: 1 min"
    )

    assert told(text, cache_wishful) == [
        "5 warning: near keeps an entry for 1 h, but clicks is promised within 1 min"
    ]


def test_the_promise_of_a_feature_may_stand_among_the_objectives() -> None:
    text = FEATURES.format(
        objectives="objectives: {freshness: {clicks: 1 min}}\n",
        direct=", rank",
        freshness="",
    )

    assert told(text, cache_wishful) == [
        "6 warning: near keeps an entry for 1 h, but clicks is promised within 1 min"
    ]


def test_a_feature_on_whose_way_the_cache_lies_is_another_rule() -> None:
    text = FEATURES.format(objectives="", direct="", freshness=", freshness: 1 min")

    assert told(text, cache_wishful) == []


ZIPF = ", entries: 10 k, keys: 1 M, skew: 1"
SUM = "of which H(n, s) is 1 + 2^-s + ... + n^-s"


def told_of_room(stated: str) -> list[str]:
    text = f"components:\n  near: {{kind: cache{stated}}}\n"
    return told(text, cache_wishful)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            f"{ZIPF}, hit-ratio: 90%",
            "2 warning: near states a hit ratio of 90%, and 10 k entries for 1 M keys "
            f"answer 68% at best: H(10 k, 1) / H(1 M, 1), {SUM}",
            id="more than fit",
        ),
        pytest.param(
            ", entries: 5 k..10 k, keys: 1 M..2 M, skew: 0.6..0.8, hit-ratio: 37%..90%",
            "2 warning: near states a hit ratio of 37%..90%, and 5 k..10 k entries for "
            "1 M..2 M keys answer 36.2% at best: H(5 k..10 k, 0.6..0.8) / "
            f"H(1 M..2 M, 0.6..0.8), {SUM}",
            id="at best",
        ),
    ],
)
def test_more_hits_than_the_entries_allow_are_found(stated: str, expected: str) -> None:
    assert told_of_room(stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(f"{ZIPF}, hit-ratio: 68%", id="just so"),
        pytest.param(f"{ZIPF}, hit-ratio: 60%..90%", id="perhaps"),
        pytest.param(f"{ZIPF}", id="no ratio stated"),
        pytest.param(
            ", entries: 10 k, keys: 1 M, hit-ratio: 90%", id="who knows how uneven"
        ),
        pytest.param(
            ", entries: 1 M, keys: 1 M, skew: 0, hit-ratio: 100%", id="room for all"
        ),
        pytest.param(
            ", entries: 1, keys: 0, skew: 1, hit-ratio: 100%", id="nothing is asked"
        ),
        pytest.param(
            ", entries: 1, keys: 1e300, skew: 1e300, hit-ratio: 99%", id="absurd"
        ),
    ],
)
def test_hits_that_may_be_are_no_fault(stated: str) -> None:
    assert told_of_room(stated) == []


def test_the_estimate_says_the_same() -> None:
    text = f"components:\n  near: {{kind: cache{ZIPF}, hit-ratio: 90%}}\n"
    bound = figure(estimated(text), "cache.near.hit-bound")

    (message,) = told(text, cache_wishful)
    assert f"answer {bound.text} at best: {bound.working}, " in message


@pytest.mark.parametrize(
    ("between", "promise", "is_found"),
    [
        pytest.param("business-rules", "rank: 1 min", True, id="on from the model"),
        pytest.param("prediction-store", "rank: 1 min", False, id="kept in between"),
        pytest.param("prediction-store", "between: 1 min", True, id="kept last"),
    ],
)
def test_what_fills_a_cache_is_followed_to_where_it_is_made_or_kept(
    between: str, promise: str, is_found: bool
) -> None:
    text = DESIGN.format(promise=promise, stated="ttl: 10 min")
    text = text.replace("rank -> pages", "rank -> between -> pages").replace(
        "flows:", f"  between: {{kind: {between}}}\nflows:"
    )

    assert bool(told(text, cache_wishful)) is is_found
