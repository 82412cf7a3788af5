"""The critical path: budget, likely p99, what they leave, and what fan-out adds."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

HOPS = """
    objectives: {latency: {p99: 100 ms}}
    components:
      app: {kind: client}
      edge: {kind: gateway, latency: {p50: 5 ms, p99: 15 ms}}
      rank: {kind: model-server, latency: {p50: 8 ms, p99: 30 ms}}
      decide: {kind: decision-engine, latency: {p50: 12 ms, p99: 40 ms}}
    flows:
      calls: [app -> edge -> rank: request, rank -> decide: prediction,
              decide -> app: response]
"""


def test_three_hops_have_a_budget_and_a_likely_p99() -> None:
    found = estimated(HOPS)

    assert figure(found, "latency.p99-budget").value == pytest.approx(0.085)
    assert figure(found, "latency.p50-budget").value == pytest.approx(0.025)
    assert figure(found, "latency.p99-estimate").value == pytest.approx(
        0.059440004, rel=1e-6
    )
    assert figure(found, "latency.budget-share").value == pytest.approx(0.85)
    assert figure(found, "latency.estimate-share").value == pytest.approx(
        0.59440004, rel=1e-6
    )


def test_every_hop_stands_in_the_working() -> None:
    found = estimated(HOPS)

    assert told(found, "latency.p99-budget") == (
        "edge + rank + decide",
        "15 ms + 30 ms + 40 ms",
        "85 ms",
    )
    assert told(found, "latency.p99-estimate") == (
        "lognormal sum of (edge p50, edge p99), (rank p50, rank p99), "
        "(decide p50, decide p99)",
        "lognormal sum of (5 ms, 15 ms), (8 ms, 30 ms), (12 ms, 40 ms)",
        "59.4 ms",
    )
    assert told(found, "latency.estimate-share") == (
        "p99 estimate / promised p99",
        "59.4 ms / 100 ms",
        "59.4%",
    )


def test_a_budget_says_that_it_is_no_p99() -> None:
    assert figure(estimated(HOPS), "latency.p99-budget").note == (
        "A budget, not a p99: percentiles do not add. A range counts with its high "
        "end, a part that states no p99 not at all."
    )


def test_a_range_counts_in_the_budget_with_its_high_end() -> None:
    found = estimated(HOPS.replace("p99: 30 ms", "p99: 20 ms..30 ms"))

    assert figure(found, "latency.p99-budget").value == pytest.approx(0.085)
    assert figure(found, "latency.p99-budget").text == "75 ms..85 ms"


def test_what_states_no_p99_is_left_out_of_the_sum_and_asked_for_by_the_estimate() -> (
    None
):
    found = estimated(HOPS.replace("p50: 8 ms, p99: 30 ms", "p50: 8 ms"))

    assert told(found, "latency.p99-budget")[:2] == ("edge + decide", "15 ms + 40 ms")
    assert lacking(found, "latency.p99-estimate") == (
        "needs components.rank.latency.p99 (its own time per call: 99 in 100 are below)"
    )


@pytest.mark.parametrize("latency", ["latency: {p99: 30 ms}", "name: Rank"])
def test_medians_are_added_up_if_every_hop_states_one(latency: str) -> None:
    found = estimated(HOPS.replace("latency: {p50: 8 ms, p99: 30 ms}", latency))

    assert lacking(found, "latency.p50-budget") == (
        "needs components.rank.latency.p50 (its own time per call: the median)"
    )
    assert figure(estimated(HOPS), "latency.p50-budget").text == "25 ms"


@pytest.mark.parametrize(
    ("design", "why"),
    [
        pytest.param(
            """
            components:
              app: {kind: client}
              rank: {kind: model-server}
              other: {kind: model-server, latency: {p99: 5 ms}}
            flows: {calls: [app -> rank: request]}
            """,
            "needs components.rank.latency.p99 (its own time per call: 99 in 100 are "
            "below)",
            id="no latency",
        ),
        pytest.param(
            "components: {rank: {kind: model-server, latency: {p99: 5 ms}}}",
            "needs flows.calls (a call from a client, with which a request begins)",
            id="no client",
        ),
        pytest.param(
            """
            components:
              app: {kind: client}
              a: {kind: model-server, latency: {p99: 5 ms}}
              b: {kind: model-server, latency: {p99: 5 ms}}
            flows: {calls: [app -> a -> b -> a: request]}
            """,
            "calls and lookups go in a circle, so there is no path",
            id="a circle",
        ),
    ],
)
def test_without_a_path_it_is_said_why(design: str, why: str) -> None:
    found = estimated(design)

    assert lacking(found, "latency.p99-budget") == why
    assert lacking(found, "latency.p99-estimate") == why


def test_without_a_promise_the_shares_ask_for_it() -> None:
    found = estimated(HOPS.replace("objectives: {latency: {p99: 100 ms}}", ""))

    assert lacking(found, "latency.budget-share") == (
        "needs objectives.latency.p99 (of one request, end to end: 99 in 100 are below)"
    )


FANNED = """
    components:
      app: {{kind: client}}
      merge: {{kind: candidate-generator}}
      other: {{kind: candidate-generator}}
      shards: {{kind: {kind}, latency: {{p50: 5 ms, p99: 20 ms}}}}
    flows:
      calls: [app -> merge: request, app -> other: request{calls}]
      lookups: [{lookups}]
"""


def fanned(lookups: str = "", calls: str = "", kind: str = "inverted-index") -> str:
    return FANNED.format(lookups=lookups, calls=calls, kind=kind)


def read(reader: str, shards: str) -> str:
    return f"shards -> {reader}: {{carries: candidates, fan-out: {shards}}}"


def test_the_slowest_of_many_shards_is_slower_than_one() -> None:
    twenty = estimated(fanned(read("merge", "20")))
    hundred = estimated(fanned(read("merge", "100")))

    assert figure(twenty, "latency.shards.fan-out-p99").value == pytest.approx(
        0.03549871, rel=1e-6
    )
    assert figure(hundred, "latency.shards.slow-leaf-share").value == pytest.approx(
        0.6339677, rel=1e-6
    )
    assert told(twenty, "latency.shards.fan-out-p99") == (
        "p99 of the slowest of shards, each (shards p50, shards p99)",
        "p99 of the slowest of 20, each (5 ms, 20 ms)",
        "35.5 ms",
    )
    assert told(hundred, "latency.shards.slow-leaf-share") == (
        "1 - 99%^shards",
        "1 - 99%^100",
        "63.4%",
    )


def test_a_call_that_fans_out_is_slowed_by_whom_it_calls() -> None:
    calls = ", merge -> shards: {carries: request, fan-out: 20}"
    found = estimated(fanned(calls=calls, kind="model-server"))

    assert figure(found, "latency.shards.fan-out-p99").value == pytest.approx(
        0.03549871, rel=1e-6
    )


def test_of_several_fan_outs_to_a_part_the_widest_is_told_once() -> None:
    found = estimated(fanned(f"{read('merge', '10')}, {read('other', '20')}"))

    assert [id for id in of_topic(found, "latency") if ".shards." in id] == [
        "latency.shards.slow-leaf-share",
        "latency.shards.fan-out-p99",
    ]
    assert told(found, "latency.shards.slow-leaf-share")[1] == "1 - 99%^20"


def test_shards_without_a_time_tell_nothing() -> None:
    silent = fanned(read("merge", "20")).replace(
        ", latency: {p50: 5 ms, p99: 20 ms}", ""
    )

    assert "latency.shards.fan-out-p99" not in estimated(silent).ids


def test_shards_that_state_a_single_percentile_are_asked_for_the_other() -> None:
    found = estimated(fanned(read("merge", "20")).replace("p50: 5 ms, ", ""))

    assert lacking(found, "latency.shards.fan-out-p99") == (
        "needs components.shards.latency.p50 (its own time per call: the median)"
    )


def test_percentiles_the_wrong_way_round_give_a_reason() -> None:
    found = estimated(HOPS.replace("p50: 8 ms, p99: 30 ms", "p50: 30 ms, p99: 8 ms"))

    assert lacking(found, "latency.p99-estimate").startswith(
        "a p99 does not lie below its p50 (edge p50 5 ms"
    )


def test_a_path_through_an_overloaded_server_has_no_finite_latency() -> None:
    text = """
    workload: {requests-per-day: 86.4 M, peak-factor: 1}
    components:
      app: {kind: client}
      rank:
        kind: model-server
        replicas: %d
        concurrency: 4
        service-time: 24 ms
        latency: {p50: 24 ms, p99: 40 ms}
    flows:
      calls: [app -> rank: request, rank -> app: response]
    """

    assert lacking(estimated(text % 5), "latency.p99-estimate") == (
        "rank is 120.0% busy at peak, so its queue never ends"
    )
    assert figure(estimated(text % 7), "latency.p99-estimate").value > 0
