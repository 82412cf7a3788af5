"""What callers use of their quotas, and what quotas together are of a limit."""

from tests.computed import estimated, lacking, of_topic, told

SHARED = """
    workload: {peak-factor: 3}
    components:
      ranking: {kind: service, stage: serving}
      ads: {kind: service, stage: serving}
      features: {kind: online-store, max-reads: 100 k/s}
    flows:
      lookups:
        - features -> ranking: {carries: feature-values, rate: 1 k/s, quota: 4 k/s}
        - features -> ads: {carries: feature-values, rate: 20/s, quota: 100/s, keys: 500}
"""


def test_each_caller_uses_a_part_of_its_own() -> None:
    assert told(estimated(SHARED), "quotas.features.ranking.used") == (
        "rate * peak factor / quota",
        "1 k/s * 3 / 4 k/s",
        "75%",
    )


def test_quotas_together_are_a_part_of_the_limit_in_keys() -> None:
    assert told(estimated(SHARED), "quotas.features.together") == (
        "(quota of ranking + quota of ads * keys of ads) / max reads",
        "(4 k/s + 100/s * 500) / 100 k/s",
        "54%",
    )


def test_without_a_limit_or_a_quota_of_each_there_is_no_sum() -> None:
    used = ["quotas.features.ranking.used", "quotas.features.ads.used"]

    assert (
        of_topic(estimated(SHARED.replace("max-reads: 100 k/s", "ttl: 1 d")), "quotas")
        == used
    )
    assert (
        of_topic(estimated(SHARED.replace(", quota: 4 k/s", "")), "quotas") == used[1:]
    )


def test_what_a_caller_asks_has_to_be_stated() -> None:
    found = estimated(SHARED.replace("rate: 1 k/s, ", ""))

    assert lacking(found, "quotas.features.ranking.used") == (
        "needs flows.features->ranking.rate (what moves along it in a time, averaged "
        "over the day)"
    )


def test_without_a_rate_a_caller_asks_as_requests_come() -> None:
    found = estimated(
        """
    workload: {requests-per-day: 86.4 M, peak-factor: 3}
    components:
      app: {kind: client}
      rank: {kind: service}
      score: {kind: model-server}
      features: {kind: online-store}
    flows:
      calls:
        - app -> rank: request
        - rank -> score: {carries: request, quota: 4 k/s}
      lookups:
        - features -> rank: {carries: feature-values, quota: 12 k/s, calls-per-request: 2}
"""
    )

    assert told(found, "quotas.score.rank.used") == (
        "average qps * calls * peak factor / quota",
        "1,000/s * 1 * 3 / 4 k/s",
        "75%",
    )
    assert told(found, "quotas.features.rank.used")[1:] == (
        "1,000/s * 2 * 3 / 12 k/s",
        "50%",
    )
