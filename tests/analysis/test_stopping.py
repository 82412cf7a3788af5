"""How many requests come as far, where some are stopped on the way."""

import pytest

from designkit.analysis.stopping import Exits, at_least, at_most, usually
from designkit.estimates.demand import Demand
from designkit.model.graph import Graph
from designkit.source.loader import load_text

DESIGN = """\
designkit: 1
name: Exits
system: generic
components:
  app: {kind: client}
  gateway: {kind: gateway}
  rules: {kind: business-rules, stops: 50%..60%}
  cheap: {kind: model-server, stops: 75%}
  dear: {kind: model-server}
  bureau: {kind: third-party}
flows:
  calls:
    - app -> gateway -> rules -> cheap -> dear: request
MORE
  lookups:
    - bureau -> dear: {carries: feature-values, calls-per-request: 2}
"""


def graph(more: str = "") -> Graph:
    loaded = load_text(DESIGN.replace("MORE", more))
    assert loaded.design is not None, loaded.diagnostics
    return Graph(loaded.design)


def test_shares_on_one_way_multiply() -> None:
    found = [each(graph()).reaching["dear"] for each in (at_least, usually, at_most)]

    assert found == pytest.approx([0.1, 0.1125, 0.125])


def test_a_way_past_the_exit_keeps_its_own() -> None:
    found = usually(graph("    - gateway -> dear: request")).reaching

    assert found["dear"] == 1.0


def test_in_a_circle_nothing_is_known_to_be_stopped() -> None:
    assert usually(graph("    - dear -> rules: request")).reaching == {}


def test_the_demand_behind_an_exit_falls() -> None:
    demand = Demand(graph())

    assert demand.calls("rules") == 1.0
    assert demand.calls("dear") == pytest.approx(0.1)
    assert demand.asked("bureau") == pytest.approx(0.2)


CASCADE = """\
designkit: 1
name: Cascade
system: generic
components:
  phone: {kind: device}
  wake: {kind: model-server, stops: 75%}
  write: {kind: model-server, stops: 90%}
  cloud: {kind: model-server}
flows:
  calls:
    - phone -> wake: request / prediction
    - phone -> write: {carries: request / prediction, after: [wake]}
    - phone -> cloud: {carries: request / prediction, after: [wake, write]}
"""


def cascade(text: str = CASCADE) -> Graph:
    loaded = load_text(text)
    assert loaded.design is not None, loaded.diagnostics
    return Graph(loaded.design)


def test_behind_an_exit_is_what_its_caller_calls_after_it() -> None:
    found = usually(cascade()).reaching

    assert found["write"] == pytest.approx(0.25)
    assert found["cloud"] == pytest.approx(0.025)
    assert Demand(cascade()).calls("cloud") == pytest.approx(0.025)


def test_what_runs_beside_an_exit_is_called_all_the_same() -> None:
    beside = CASCADE.replace(", after: [wake, write]", "")

    assert usually(cascade(beside)).reaching["cloud"] == 1.0


def test_an_exit_that_only_some_requests_meet_stops_nothing_for_sure() -> None:
    rare = CASCADE.replace(
        "phone -> wake: request / prediction",
        "phone -> wake: {carries: request / prediction, calls-per-request: 0.1}",
    )

    assert usually(cascade(rare)).reaching["write"] == 1.0


def test_exits_are_told_for_each_way_to_a_flow() -> None:
    past = graph("    - app -> dear: request")
    to_dear = [flow for flow in past.design.flows if flow.target == "dear"]
    assert [Exits(past).before(flow) for flow in to_dear if flow.mode == "call"] == [
        frozenset({("cheap", "rules")}),
        frozenset({()}),
    ]
