"""The graph of a design: reach, waiting, the critical path."""

import pytest
from inline_snapshot import snapshot

from designkit.model.component import Flow, Mode
from designkit.model.critical_path import CriticalPath
from designkit.model.graph import Graph
from designkit.model.waiting import waits
from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Small
system: generic
components:
  app: {kind: client}
  gateway: {kind: gateway, latency: {p50: 1 ms, p99: 5 ms}}
  rules: {kind: business-rules, latency: {p50: 3 ms, p99: 20 ms}}
  store: {kind: online-store, latency: {p50: 1 ms, p99: 4 ms}}
  lists: {kind: online-store, latency: {p50: 1 ms, p99: 9 ms}}
  score: {kind: model-server, latency: {p50: 5 ms, p99: 10 ms}}
  decide: {kind: decision-engine, latency: {p50: 1 ms, p99: 2 ms}}
  log: {kind: event-log}
  lake: {kind: lake}
"""
FLOWS = """\
flows:
  calls:
    - app -> gateway: request
    - gateway -> rules, score: request
    - score -> decide: prediction
    - rules -> decide: policy
    - decide -> app: response
  lookups:
    - store, lists -> score: feature-values
  streams:
    - app -> log: event
  batches:
    - log -> lake: event
"""


def graph_of(flows: str) -> Graph:
    design = load_text(HEAD + flows).design
    assert design is not None
    return Graph(design)


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 6)


def test_the_critical_path_takes_the_slowest_caller_and_the_slowest_lookup() -> None:
    path = graph_of(FLOWS).critical_path

    assert path.components == ("app", "gateway", "rules", "decide")
    assert (milliseconds(path.p50), milliseconds(path.p99)) == (5, 27)


def test_the_steps_of_a_request_say_what_each_waits_for() -> None:
    found = graph_of(FLOWS).path_steps
    names = [step.component for step in found.steps]

    assert {
        step.component: {names[number] for number in step.before}
        for step in found.steps
    } == {
        "app": set(),
        "store": {"gateway"},
        "lists": {"gateway"},
        "gateway": {"app"},
        "rules": {"gateway"},
        "score": {"gateway", "store", "lists"},
        "decide": {"score", "rules"},
    }
    assert [names[number] for number in found.ends] == ["decide"]
    assert all(max(step.before, default=-1) < n for n, step in enumerate(found.steps))


def test_a_slower_lookup_moves_the_critical_path() -> None:
    graph = graph_of(FLOWS.replace("- store, lists -> score", "- lists -> score"))
    slow = HEAD.replace("p99: 9 ms", "p99: 90 ms")
    design = load_text(slow + FLOWS).design
    assert design is not None
    path = Graph(design).critical_path

    assert graph.critical_path.components == ("app", "gateway", "rules", "decide")
    assert path.components == ("app", "gateway", "lists", "score", "decide")
    assert (milliseconds(path.p50), milliseconds(path.p99)) == (8, 107)
    assert sorted(path.flows) == [
        ("app", "gateway"),
        ("gateway", "score"),
        ("lists", "score"),
        ("score", "decide"),
    ]


def test_a_path_knows_its_own_flows() -> None:
    graph = graph_of(FLOWS)
    on_path = [
        f"{a} -> {b}"
        for a, b in (
            flow.ends for flow in graph.design.flows if graph.critical_path.has(flow)
        )
    ]

    assert on_path == ["app -> gateway", "gateway -> rules", "rules -> decide"]


@pytest.mark.parametrize(
    "flows",
    [
        pytest.param("", id="no flows"),
        pytest.param("flows: {streams: [app -> log: event]}", id="no calls"),
        pytest.param(
            "flows: {calls: [app -> gateway, gateway <-> rules: request]}",
            id="a circle",
        ),
    ],
)
def test_there_is_no_critical_path_without_a_request_that_ends(flows: str) -> None:
    assert graph_of(flows).critical_path == CriticalPath()


def test_without_a_reply_the_path_ends_where_it_ends_last() -> None:
    graph = graph_of("flows: {calls: [app -> gateway -> rules, gateway -> decide]}")

    assert graph.critical_path.components == ("app", "gateway", "rules")


def test_flows_are_known_by_both_ends() -> None:
    graph = graph_of(FLOWS)

    assert [flow.target for flow in graph.outgoing["gateway"]] == ["rules", "score"]
    assert [flow.source for flow in graph.incoming["decide"]] == ["score", "rules"]
    assert graph.incoming["store"] == ()


def test_what_is_reached_follows_all_flows_or_those_of_a_type() -> None:
    graph = graph_of(FLOWS)

    assert sorted(graph.reachable(["log"])) == ["lake", "log"]
    assert sorted(graph.reachable_by(["app"], "request")) == [
        "app",
        "gateway",
        "rules",
        "score",
    ]


def test_a_request_waits_for_what_is_called_and_for_what_that_reads() -> None:
    assert sorted(graph_of(FLOWS).in_request) == snapshot(
        ["app", "decide", "gateway", "lists", "rules", "score", "store"]
    )


def test_a_reply_closes_the_path_and_makes_no_cycle() -> None:
    reply = Flow(source="a", target="b", mode=Mode.CALL, carries="response")

    assert not waits(reply)
    assert graph_of(FLOWS).cycles() == ()


def test_cycles_of_other_flows_are_found_when_asked_for() -> None:
    graph = graph_of(FLOWS + "  control:\n    - lake -> app\n")

    assert graph.cycles(graph.design.flows) == (("app", "log", "lake"),)


def test_a_store_that_is_read_answers_when_its_reader_is_done() -> None:
    path = graph_of("""\
flows:
  calls:
    - app -> gateway: request
    - store -> app: response
  lookups:
    - store -> gateway: feature-values
""").critical_path

    assert path.components == ("app", "store", "gateway")
    assert milliseconds(path.p99) == 9
