"""Caches: the best hit ratio for their size."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told


def cached(says: str) -> str:
    return f"components: {{near: {{kind: cache, {says}}}}}"


@pytest.mark.parametrize(
    ("skew", "hits"),
    [(", skew: 1", 0.6800383), (", skew: 0.8", 0.3624072), ("", 0.6800383)],
    ids=["1", "0.8", "assumed"],
)
def test_a_hundredth_of_the_keys_answers_a_part_of_the_reads(
    skew: str, hits: float
) -> None:
    found = estimated(cached(f"entries: 10 k, keys: 1 M{skew}"))

    assert figure(found, "cache.near.hit-bound").value == pytest.approx(hits, rel=1e-6)


def test_an_assumed_skew_is_marked() -> None:
    found = estimated(cached("entries: 10 k, keys: 1 M"))

    assert told(found, "cache.near.hit-bound") == (
        "H(entries, skew) / H(keys, skew)",
        "H(10 k, 1 (assumed)) / H(1 M, 1 (assumed))",
        "68%",
    )
    assert [item.place for item in found.defaults] == ["components.near.skew"]


def test_a_cache_that_holds_all_keys_may_answer_all() -> None:
    found = estimated(cached("entries: 2 M, keys: 1 M"))

    assert figure(found, "cache.near.hit-bound").text == "100%"


@pytest.mark.parametrize(
    ("says", "needs"),
    [
        (
            "entries: 5",
            "needs components.near.keys (different things that are asked for)",
        ),
        ("keys: 5", "needs components.near.entries (answers that it has room for)"),
        (
            "entries: 5, keys: 0",
            "the number of keys must lie not below 1 and not above 1e60 "
            "(entries 5, keys 0, skew 1)",
        ),
    ],
)
def test_what_is_lacking_is_named(says: str, needs: str) -> None:
    assert lacking(estimated(cached(says)), "cache.near.hit-bound") == needs


def test_a_cache_that_says_nothing_of_its_size_is_left_alone() -> None:
    assert estimated(cached("hit-ratio: 90%")).part("cache") is None


def test_each_cache_has_a_bound_of_its_own() -> None:
    found = estimated("""
        components:
          near: {kind: cache, entries: 10 k, keys: 1 M}
          far: {kind: cache, entries: 1 M, keys: 1 M}
    """)

    assert of_topic(found, "cache") == ["cache.near.hit-bound", "cache.far.hit-bound"]
