"""Stream scorers: what the events of a log ask of them, and what is not known."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

SCORED = """
    components:
      log: {{kind: event-log, {log}}}
      node: {{kind: stream-scorer, {node}}}
    flows: {{streams: [log -> node: event]}}
"""
NODE = "service-time: 2.4 s, concurrency: 1, replicas: 2, max-events: 0.4/s"


def scored(log: str = "peak-events: 0.04/s", node: str = NODE) -> str:
    return SCORED.format(log=log, node=node)


def test_events_a_second_times_service_time_are_the_places_that_are_busy() -> None:
    found = estimated(scored())

    assert told(found, "streams.node.events-at-once") == (
        "log peak events * service time",
        "0.04/s * 2.4 s",
        "0.096",
    )
    assert told(found, "streams.node.replicas") == (
        "⌈events at once / (concurrency * target utilisation)⌉",
        "⌈0.096 / (1 * 60% (assumed))⌉",
        "1",
    )
    assert told(found, "streams.node.utilisation") == (
        "events at once / (replicas * concurrency)",
        "0.096 / (2 * 1)",
        "4.8%",
    )
    assert told(found, "streams.node.limit-share") == (
        "log peak events / max events",
        "0.04/s / 0.4/s",
        "10%",
    )


def test_a_latency_of_two_percentiles_gives_its_mean_as_service_time() -> None:
    found = estimated(
        scored("peak-events: 100/s", "latency: {p50: 10 ms, p99: 100 ms}")
    )

    assert told(found, "streams.node.service-time")[1:] == (
        "10 ms * exp((ln(100 ms / 10 ms) / 2.33)² / 2)",
        "16.3 ms",
    )
    assert figure(found, "streams.node.events-at-once").value == pytest.approx(
        1.6320, 1e-3
    )


def test_a_median_alone_is_the_service_time_and_said_to_be_assumed() -> None:
    found = estimated(scored("peak-events: 100/s", "latency: {p50: 10 ms}"))

    assert told(found, "streams.node.events-at-once")[1:] == (
        "100/s * 10 ms (assumed)",
        "1",
    )


def test_a_stated_service_time_goes_before_the_latency() -> None:
    node = "service-time: 20 ms, latency: {p50: 10 ms, p99: 100 ms}"
    found = estimated(scored("peak-events: 100/s", node))

    assert figure(found, "streams.node.events-at-once").value == pytest.approx(2)
    assert "streams.node.service-time" not in {it.id for it in found.figures}


def test_a_range_of_events_gives_a_range_of_places() -> None:
    found = estimated(scored("peak-events: 1/s..2/s"))

    assert figure(found, "streams.node.events-at-once").text == "2.4..4.8"
    assert figure(found, "streams.node.replicas").text == "4..8"


def test_the_only_log_brings_the_events_of_the_workload() -> None:
    found = estimated(
        "    workload: {events-per-day: 8.64 M, peak-factor: 3}"
        + scored("retention: 7 d", "service-time: 10 ms, concurrency: 4")
    )

    assert told(found, "streams.node.events-at-once")[1:] == ("300/s * 10 ms", "3")
    assert figure(found, "streams.node.replicas").value == 2


def test_the_events_of_several_logs_add_up() -> None:
    found = estimated("""
        workload: {events-per-day: 8.64 M, peak-factor: 3}
        components:
          taps: {kind: event-log, peak-events: 2/s}
          uploads: {kind: event-log, peak-events: 1/s}
          node: {kind: stream-scorer, service-time: 1 s}
        flows: {streams: [{"taps, uploads -> node": event}]}
    """)

    assert told(found, "streams.node.events-at-once") == (
        "(taps peak events + uploads peak events) * service time",
        "(2/s + 1/s) * 1 s",
        "3",
    )


def test_a_flow_may_state_what_part_of_a_log_it_brings() -> None:
    found = estimated(
        "    workload: {peak-factor: 3}"
        + scored("peak-events: 90/s", "service-time: 1 s").replace(
            "log -> node: event", "log -> node: {carries: event, rate: 2/s}"
        )
    )

    assert told(found, "streams.node.log-peak")[1:] == ("2/s * 3", "6/s")
    assert told(found, "streams.node.events-at-once")[1:] == ("6/s * 1 s", "6")


@pytest.mark.parametrize(
    ("design", "id", "needs"),
    [
        pytest.param(
            scored("retention: 7 d"),
            "streams.node.events-at-once",
            "needs components.log.peak-events "
            "(events written in a time at the busiest hour)",
            id="no events",
        ),
        pytest.param(
            scored(node="concurrency: 1, replicas: 2"),
            "streams.node.utilisation",
            "needs components.node.service-time "
            "(time that one call keeps a worker busy)",
            id="no service time",
        ),
        pytest.param(
            scored(node="service-time: 2.4 s"),
            "streams.node.utilisation",
            "needs components.node.replicas (how many run side by side)",
            id="no replicas",
        ),
        pytest.param(
            "components: {node: {kind: stream-scorer, service-time: 2 s}}",
            "streams.node.replicas",
            "needs flows.streams.->node (a stream of events from an event-log)",
            id="no log",
        ),
        pytest.param(
            """
            workload: {events-per-day: 8.64 M, peak-factor: 3}
            components:
              taps: {kind: event-log, peak-events: 2/s}
              uploads: {kind: event-log}
              node: {kind: stream-scorer, service-time: 1 s}
            flows: {streams: [{"taps, uploads -> node": event}]}
            """,
            "streams.node.replicas",
            "needs components.uploads.peak-events "
            "(events written in a time at the busiest hour)",
            id="one of two logs",
        ),
    ],
)
def test_what_is_lacking_is_named(design: str, id: str, needs: str) -> None:
    assert lacking(estimated(design), id) == needs


def test_without_a_stream_scorer_nothing_is_told() -> None:
    found = estimated("components: {log: {kind: event-log}}")

    assert of_topic(found, "streams") == []


def test_events_of_what_is_no_log_have_no_known_peak() -> None:
    found = estimated("""
        components:
          log: {kind: event-log, peak-events: 5/s}
          count: {kind: stream-transform}
          node: {kind: stream-scorer, service-time: 2 s, concurrency: 1}
        flows:
          streams:
            - log -> count -> node: event
    """)

    assert lacking(found, "streams.node.replicas") == (
        "the peak of events from count is not known: only a log states one"
    )
