"""Events and logs: bytes a day, bytes kept, partitions, and a backlog that drains."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

EVENTS = """
    workload: {{events-per-day: 10 bn, event-size: 200 B, peak-factor: 3}}
    components:
      log: {{kind: event-log, {says}}}
"""


def logged(says: str) -> str:
    return EVENTS.format(says=says)


def test_events_have_a_rate_and_a_weight() -> None:
    found = estimated(logged("retention: 7 d, replication: 3"))

    assert figure(found, "events.bytes-per-day").value == pytest.approx(2e12)
    assert figure(found, "events.peak-rate").value == pytest.approx(347_222.222, 1e-6)
    assert figure(found, "events.average-rate").value == pytest.approx(
        115_740.741, 1e-6
    )
    assert figure(found, "storage.log.peak-bytes").value == pytest.approx(
        69.4444e6, 1e-6
    )
    assert figure(found, "storage.log.size").value == pytest.approx(4.2e13)
    assert figure(found, "storage.log.partitions").value == 35


def test_the_log_is_worked_out() -> None:
    found = estimated(logged("retention: 7 d, replication: 3"))

    assert told(found, "storage.log.size") == (
        "average rate * event size * retention * copies",
        "115,741/s * 200 B * 7 d * 3",
        "42 TB",
    )
    assert told(found, "storage.log.peak-bytes") == (
        "peak events * event size",
        "347,222/s * 200 B",
        "69.4 MB/s",
    )
    assert told(found, "storage.log.partitions") == (
        "max(⌈peak events * event size / partition bytes⌉, "
        "⌈peak events / partition events⌉)",
        "max(⌈347,222/s * 200 B / 10 MB/s (assumed)⌉, ⌈347,222/s / 10 k/s (assumed)⌉)",
        "35",
    )


def test_a_log_may_state_its_own_peak_sizes_and_partitions() -> None:
    found = estimated(
        logged(
            "retention: 1 d, peak-events: 1 k/s, event-size: 1 kB, "
            "partition-bytes: 100 kB/s, partition-events: 500/s"
        )
    )

    assert told(found, "storage.log.partitions") == (
        "max(⌈peak events * event size / partition bytes⌉, "
        "⌈peak events / partition events⌉)",
        "max(⌈1 k/s * 1 kB / 100 kB/s⌉, ⌈1 k/s / 500/s⌉)",
        "10",
    )


@pytest.mark.parametrize(
    ("says", "working", "partitions"),
    [
        pytest.param(
            "partition-bytes: 2.5 MB/s",
            "⌈9.2 M/s * 2 B / 2.5 MB/s⌉",
            "8",
            id="bytes stated",
        ),
        pytest.param(
            "partition-events: 50 k/s", "⌈9.2 M/s / 50 k/s⌉", "184", id="events stated"
        ),
        pytest.param(
            "replication: 1",
            "max(⌈9.2 M/s * 2 B / 10 MB/s (assumed)⌉, ⌈9.2 M/s / 10 k/s (assumed)⌉)",
            "920",
            id="neither stated",
        ),
    ],
)
def test_a_limit_that_is_stated_beats_one_that_is_assumed(
    says: str, working: str, partitions: str
) -> None:
    found = estimated(logged(f"peak-events: 9.2 M/s, event-size: 2 B, {says}"))

    assert told(found, "storage.log.partitions")[1:] == (working, partitions)


def test_a_backlog_drains_as_fast_as_there_is_room() -> None:
    found = estimated(logged("peak-events: 115740/s, max-events: 200 k/s"))

    assert figure(found, "storage.log.catch-up").value == pytest.approx(824.16, 1e-5)
    assert told(found, "storage.log.catch-up") == (
        "peak events * outage / (max events - peak events)",
        "115740/s * 10 min (assumed) / (200 k/s - 115740/s)",
        "13 min 44 s",
    )
    assert found.defaults[-1].place == "objectives.recovery"


def test_the_time_to_recover_is_that_of_the_outage() -> None:
    found = estimated(
        "objectives: {recovery: 20 min}\n"
        + "workload: {event-size: 1 kB}\n"
        + "components: {log: {kind: event-log, peak-events: 1 k/s, max-events: 2 k/s}}"
    )

    assert told(found, "storage.log.catch-up")[1:] == (
        "1 k/s * 20 min / (2 k/s - 1 k/s)",
        "20 min",
    )


KEPT = """
    workload: {requests-per-day: 30 M}
    components:
      features: {kind: feature-log, row-size: 4 kB, retention: 400 d, sample-rate: 10%}
      log: {kind: prediction-log, row-size: 500 B, retention: 400 d}
      lake: {kind: lake, volume: 2 TB/day, retention: 90 d, replication: 3}
"""


def test_logs_of_requests_and_lakes_are_what_they_keep() -> None:
    found = estimated(KEPT)

    assert told(found, "storage.features.size") == (
        "requests per day * sample rate * row size * retention",
        "30 M * 10% * 4 kB * 400 d",
        "4.8 TB",
    )
    assert told(found, "storage.log.size")[1:] == (
        "30 M * 100% (assumed) * 500 B * 400 d",
        "6 TB",
    )
    assert told(found, "storage.lake.size") == (
        "volume * retention * copies",
        "2 TB/day * 90 d * 3",
        "540 TB",
    )
    assert figure(found, "storage.lake.size").value == pytest.approx(4 * 1.35e14)


def test_a_stock_is_what_is_stated_and_grows_where_nothing_goes() -> None:
    found = estimated("""
        components:
          lake: {kind: lake, size: 900 TB, volume: 2 TB/day, replication: 2}
          kept: {kind: lake, size: 40 TB, volume: 1 TB/day, retention: 40 d}
          history: {kind: offline-store, size: 3 TB}
    """)

    assert told(found, "storage.lake.size") == ("size * copies", "900 TB * 2", "1.8 PB")
    assert told(found, "storage.lake.size-next-year") == (
        "(size + volume * 365 d) * copies",
        "(900 TB + 2 TB/day * 365 d) * 2",
        "3.26 PB",
    )
    assert told(found, "storage.history.size")[1:] == ("3 TB * 1 (assumed)", "3 TB")
    assert "storage.kept.size-next-year" not in of_topic(found, "storage")


def test_a_request_may_leave_several_records_and_copies_of_them() -> None:
    found = estimated(
        KEPT.replace(
            "row-size: 500 B", "row-size: 500 B, rows-per-request: 20"
        ).replace("row-size: 4 kB", "row-size: 4 kB, replication: 3")
    )

    assert told(found, "storage.log.size") == (
        "requests per day * sample rate * row size * retention * rows per request",
        "30 M * 100% (assumed) * 500 B * 400 d * 20",
        "120 TB",
    )
    assert told(found, "storage.features.size")[1:] == (
        "30 M * 10% * 4 kB * 400 d * 3",
        "14.4 TB",
    )
    assert figure(found, "storage.log.size").note == "Before compression."


def test_users_do_for_the_requests_of_a_log() -> None:
    by_users = "{daily-users: 3 M, requests-per-user: 10}"
    found = estimated(KEPT.replace("{requests-per-day: 30 M}", by_users))

    assert figure(found, "storage.log.size").text == "6 TB"


FED = """
    workload: {events-per-day: 10 bn, event-size: 200 B, peak-factor: 3}
    components:
      app: {kind: client}
      till: {kind: source-db}
      a: {kind: event-log, retention: 7 d}
      b: {kind: event-log, retention: 1 d, event-size: 1 kB, peak-events: 90/s}
      c: {kind: event-log, retention: 1 d}
    flows:
      streams:
        - app -> a: {carries: event, rate: 1 k/s}
        - till -> a: {carries: event, rate: 17.28 M/day}
        - till -> b, c: event
"""


def test_a_log_gets_what_flows_into_it_and_several_writers_add_up() -> None:
    found = estimated(FED)

    assert told(found, "storage.a.average-rate") == (
        "app rate + till rate",
        "1 k/s + 17.28 M/day",
        "1,200/s",
    )
    assert told(found, "storage.a.peak-rate") == (
        "average rate * peak factor",
        "1,200/s * 3",
        "3,600/s",
    )
    assert told(found, "storage.a.size")[1:] == (
        "1,200/s * 200 B * 7 d * 1 (assumed)",
        "145 GB",
    )
    assert figure(found, "storage.a.partitions").value == 1


def test_of_several_logs_none_gets_all_events_of_the_workload() -> None:
    found = estimated(FED)

    assert told(found, "storage.b.average-rate")[1:] == ("90/s / 3", "30/s")
    assert told(found, "storage.b.size")[1:] == (
        "30/s * 1 kB * 1 d * 1 (assumed)",
        "2.59 GB",
    )
    assert lacking(found, "storage.c.size") == (
        "needs flows.streams.->c.rate "
        "(what moves along it in a time, averaged over the day)"
    )


def test_the_size_of_an_event_in_a_log_is_its_own() -> None:
    found = estimated(logged("retention: 7 d, event-size: 400 B"))

    assert told(found, "storage.log.size")[1:] == (
        "115,741/s * 400 B * 7 d * 1 (assumed)",
        "28 TB",
    )


RECORDED = """
    workload: {{requests-per-day: 30 M}}
    components:
      log: {{kind: prediction-log, row-size: 500 B, retention: 10 d}}
      score: {{kind: {kind}}}
    flows: {{streams: [score -> log: {flow}]}}
"""


@pytest.mark.parametrize(
    ("kind", "flow", "working", "size"),
    [
        pytest.param(
            "model-server",
            "{carries: prediction, rate: 2 k/s}",
            "2 k/s * 100% (assumed) * 500 B * 10 d",
            "864 GB",
            id="a stated rate, and not one a request",
        ),
        pytest.param(
            "batch-scorer, entities: 40 M, interval: 7 d",
            "prediction",
            "40 M / 7 d * 100% (assumed) * 500 B * 10 d",
            "28.6 GB",
            id="what a batch job scores",
        ),
        pytest.param(
            "model-server",
            "prediction",
            "30 M * 100% (assumed) * 500 B * 10 d",
            "150 GB",
            id="else requests",
        ),
    ],
)
def test_a_log_of_records_gets_what_its_writers_make(
    kind: str, flow: str, working: str, size: str
) -> None:
    found = estimated(RECORDED.format(kind=kind, flow=flow))

    assert told(found, "storage.log.size")[1:] == (working, size)


def test_every_log_is_told_and_events_once() -> None:
    found = estimated(FED)
    names = ("average-rate", "size", "peak-bytes", "partitions")

    assert of_topic(found, "storage") == [
        "events.average-rate",
        "events.peak-rate",
        "events.bytes-per-day",
        "storage.a.average-rate",
        "storage.a.peak-rate",
        *(f"storage.a.{name}" for name in names[1:]),
        *(f"storage.b.{name}" for name in names),
    ]


@pytest.mark.parametrize(
    ("design", "id", "needs"),
    [
        pytest.param(
            "components: {log: {kind: event-log}}",
            "events.peak-rate",
            "needs workload.events-per-day (events logged on a day); "
            "needs workload.peak-factor (peak load over average load of the day)",
            id="no events",
        ),
        pytest.param(
            logged("replication: 3"),
            "storage.log.size",
            "needs components.log.retention (how long an event can still be read)",
            id="no retention",
        ),
        pytest.param(
            logged("retention: for ever"),
            "storage.log.size",
            "log keeps for ever, so this has no end",
            id="kept for ever",
        ),
        pytest.param(
            "components: {lake: {kind: lake, volume: 2 TB/day, retention: forever}}",
            "storage.lake.size",
            "lake keeps for ever, so this has no end",
            id="a lake that keeps for ever",
        ),
        pytest.param(
            "components: {log: {kind: event-log}}",
            "storage.log.peak-bytes",
            "needs components.log.peak-events "
            "(events written in a time at the busiest hour); "
            "needs components.log.event-size (size of one event)",
            id="no peak",
        ),
        pytest.param(
            "components: {log: {kind: prediction-log, retention: 9 d}}",
            "storage.log.size",
            "needs workload.requests-per-day (requests on a day); "
            "needs components.log.row-size (size of one record)",
            id="no records",
        ),
        pytest.param(
            logged("peak-events: 3 k/s, max-events: 3 k/s"),
            "storage.log.catch-up",
            "the backlog never drains: no capacity is left over "
            "(peak events 3 k/s, max events 3 k/s, outage 10 min)",
            id="no room",
        ),
    ],
)
def test_what_is_lacking_is_named(design: str, id: str, needs: str) -> None:
    assert lacking(estimated(design), id) == needs


def test_without_events_or_logs_there_is_nothing_to_store() -> None:
    assert estimated("components: {app: {kind: client}}").part("storage") is None
