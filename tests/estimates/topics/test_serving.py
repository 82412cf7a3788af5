"""Model servers: places, replicas, zones, and the wait at best and at worst."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

SERVED = """
    workload: {{daily-users: 50 M, requests-per-user: 10, peak-factor: 3}}
    components:
      app: {{kind: client}}
      rank: {{kind: model-server, {says}}}
    flows: {{calls: [app -> rank: request, rank -> app: response]}}
"""
SIZED = "service-time: 12 ms, concurrency: 8, target-utilisation: 60%"


def served(says: str) -> str:
    return SERVED.format(says=says)


def test_littles_law_gives_places_and_replicas() -> None:
    found = estimated(served(f"{SIZED}, zones: 3"))

    assert figure(found, "serving.rank.calls-at-once").value == pytest.approx(
        208.3333333, rel=1e-6
    )
    assert figure(found, "serving.rank.replicas").value == 44
    assert figure(found, "serving.rank.replicas-with-spare").value == 66


def test_replicas_are_worked_out() -> None:
    found = estimated(served(f"{SIZED}, zones: 3, replicas: 66"))

    assert told(found, "serving.rank.calls-at-once") == (
        "peak qps * calls * service time",
        "17,361/s * 1 * 12 ms",
        "208",
    )
    assert told(found, "serving.rank.replicas") == (
        "⌈calls at once / (concurrency * target utilisation)⌉",
        "⌈208 / (8 * 60%)⌉",
        "44",
    )
    assert told(found, "serving.rank.replicas-with-spare") == (
        "⌈replicas * zones / (zones - 1)⌉",
        "⌈44 * 3 / (3 - 1)⌉",
        "66",
    )
    assert told(found, "serving.rank.utilisation") == (
        "calls at once / (replicas * concurrency)",
        "208 / (66 * 8)",
        "39.5%",
    )


def test_what_is_left_without_a_zone_is_busier() -> None:
    found = estimated(served(f"{SIZED}, zones: 3, replicas: 66"))

    assert told(found, "serving.rank.utilisation-without-zone") == (
        "calls at once / (⌊replicas * (zones - 1) / zones⌋ * concurrency)",
        "208 / (⌊66 * (3 - 1) / 3⌋ * 8)",
        "59.2%",
    )


def test_replicas_on_standby_carry_nothing_until_a_zone_is_lost() -> None:
    found = estimated(served(f"{SIZED}, zones: 3, replicas: 66, standby: 22"))

    assert told(found, "serving.rank.utilisation") == (
        "calls at once / (replicas at work * concurrency)",
        "208 / ((66 - 22) * 8)",
        "59.2%",
    )
    assert figure(found, "serving.rank.utilisation-without-zone").text == "59.2%"


@pytest.mark.parametrize(
    ("says", "lack"),
    [
        (
            "latency: {p50: 12 ms, p99: 30 ms}, concurrency: 8",
            "service-time (time that one call keeps a worker busy)",
        ),
        (
            "service-time: 12 ms",
            "concurrency (calls that one replica works on at once)",
        ),
    ],
)
def test_how_busy_a_server_is_rests_on_no_assumption(says: str, lack: str) -> None:
    found = estimated(served(f"{says}, replicas: 4"))

    assert lacking(found, "serving.rank.utilisation") == f"needs components.rank.{lack}"
    assert figure(found, "serving.rank.replicas").value


def test_no_path_is_endless_by_assumption() -> None:
    found = estimated(served("latency: {p50: 12 ms, p99: 30 ms}, replicas: 1"))

    assert figure(found, "latency.p99-estimate").text == "30 ms"


QUEUED = """
    workload: {{requests-per-day: 8.64 M, peak-factor: 1}}
    components:
      app: {{kind: client}}
      rank:
        {{kind: model-server, service-time: 50 ms, concurrency: 1, replicas: {replicas}}}
    flows: {{calls: [app -> rank: request, rank -> app: response]}}
"""


@pytest.mark.parametrize(
    ("replicas", "wait"),
    [(6, 0.2036660), (7, 0.08696553), (8, 0.04695005), (10, 0.01283856)],
)
def test_calls_wait_as_in_one_queue_at_best(replicas: int, wait: float) -> None:
    found = estimated(QUEUED.format(replicas=replicas))

    assert figure(found, "serving.rank.wait-p99").value == pytest.approx(wait, 1e-6)


def test_calls_wait_as_in_queues_of_their_own_at_worst() -> None:
    found = estimated(QUEUED.format(replicas=7))

    assert figure(found, "serving.rank.time-p99-worst").value == pytest.approx(
        0.8059, rel=1e-4
    )
    assert told(found, "serving.rank.wait-p99") == (
        "M/M/c: c = replicas * concurrency, λ = peak qps * calls, 1/μ = service time",
        "M/M/c: c = 7 * 1, λ = 100/s * 1, 1/μ = 50 ms",
        "87 ms",
    )
    assert told(found, "serving.rank.time-p99-worst") == (
        "M/M/1: λ = peak qps * calls / (replicas * concurrency), 1/μ = service time",
        "M/M/1: λ = 100/s * 1 / (7 * 1), 1/μ = 50 ms",
        "806 ms",
    )


def test_a_stated_percentile_is_not_worked_out_again() -> None:
    found = estimated(
        QUEUED.format(replicas=100).replace(
            "service-time: 50 ms",
            "service-time: 50 ms, latency: {p50: 48 ms, p99: 70 ms}",
        )
    )

    assert told(found, "serving.rank.time-p99-worst") == (
        "rank p99 + p99 of the wait, M/G/1: λ = peak qps * calls / "
        "(replicas * concurrency), 1/μ = service time, p50 rank p50",
        "70 ms + p99 of the wait, M/G/1: λ = 100/s * 1 / (100 * 1), 1/μ = 50 ms, "
        "p50 48 ms",
        "113 ms",
    )


def test_a_stated_p99_is_never_replaced_by_that_of_random_work() -> None:
    found = estimated(
        QUEUED.format(replicas=100).replace(
            "service-time: 50 ms", "service-time: 50 ms, latency: {p99: 70 ms}"
        )
    )

    assert lacking(found, "serving.rank.time-p99-worst") == (
        "needs components.rank.latency.p50 (its own time per call: the median)"
    )


def test_too_few_replicas_have_a_queue_that_only_grows() -> None:
    found = estimated(QUEUED.format(replicas=5))

    assert figure(found, "serving.rank.utilisation").text == "100%"
    assert lacking(found, "serving.rank.wait-p99") == (
        "the queue only grows: 5 servers would be busy, of 5 "
        "(peak qps 100/s, calls 1, service time 50 ms, replicas 5, concurrency 1)"
    )


def test_without_a_service_time_the_median_is_assumed() -> None:
    found = estimated(served("latency: {p50: 12 ms, p99: 40 ms}, concurrency: 8"))
    load = figure(found, "serving.rank.calls-at-once")
    (time,) = [item for item in load.inputs if item.label == "service time"]

    assert load.value == pytest.approx(208.3333333, rel=1e-6)
    assert told(found, load.id)[1] == "17,361/s * 1 * 12 ms (assumed)"
    assert (time.source, time.place) == ("assumed", "components.rank.service-time")
    assert time.note == "the median of its latency, as if a call waited for nothing"


def test_defaults_of_a_server_are_marked() -> None:
    found = estimated(served("service-time: 12 ms"))

    assert told(found, "serving.rank.replicas") == (
        "⌈calls at once / (concurrency * target utilisation)⌉",
        "⌈208 / (1 (assumed) * 60% (assumed))⌉",
        "348",
    )
    assert [item.place for item in found.defaults] == [
        "components.rank.concurrency",
        "components.rank.target-utilisation",
    ]


@pytest.mark.parametrize(
    ("says", "id", "needs"),
    [
        (
            "concurrency: 8",
            "serving.rank.replicas",
            "needs components.rank.service-time "
            "(time that one call keeps a worker busy)",
        ),
        (
            f"{SIZED}, zones: 1",
            "serving.rank.replicas-with-spare",
            "one zone can only be spared where there are two (replicas 44, zones 1)",
        ),
        (
            "service-time: 12 ms, concurrency: 0",
            "serving.rank.replicas",
            "a replica has places, and a target lies above 0, at most at 1 "
            "(calls at once 208, concurrency 0, target utilisation 60%)",
        ),
    ],
)
def test_what_is_lacking_is_named(says: str, id: str, needs: str) -> None:
    assert lacking(estimated(served(says)), id) == needs


def test_without_zones_the_regions_count() -> None:
    two = estimated(served(f"{SIZED}, region: [eu, us]"))
    one = estimated(served(f"{SIZED}, region: [eu]"))

    assert told(two, "serving.rank.replicas-with-spare") == (
        "⌈replicas * regions / (regions - 1)⌉",
        "⌈44 * 2 / (2 - 1)⌉",
        "88",
    )
    assert "serving.rank.replicas-with-spare" not in one.ids


SEVERAL = """
    workload: {requests-per-day: 8.64 M, peak-factor: 1}
    components:
      app: {kind: client}
      a: {kind: model-server, service-time: 10 ms}
      b: {kind: model-server, service-time: 10 ms}
      nightly: {kind: model-server, service-time: 10 ms}
    flows:
      calls:
        - app -> a: request
        - a -> b: {carries: request, calls-per-request: 2}
        - app -> b: {carries: request, calls-per-request: 5}
        - b -> app: response
"""


def test_each_server_of_the_request_path_is_sized_for_its_own_calls() -> None:
    found = estimated(SEVERAL)

    assert of_topic(found, "serving") == [
        "serving.a.calls-at-once",
        "serving.a.replicas",
        "serving.b.calls-at-once",
        "serving.b.replicas",
    ]
    assert told(found, "serving.a.calls-at-once")[1] == ("100/s * 1 (assumed) * 10 ms")


def test_of_several_flows_to_a_server_the_one_with_the_most_calls_counts() -> None:
    found = estimated(SEVERAL)

    assert told(found, "serving.b.calls-at-once") == (
        "peak qps * calls * service time",
        "100/s * 5 * 10 ms",
        "5",
    )
