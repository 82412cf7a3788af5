"""How many requests come as far, where some are stopped on the way."""

import pytest

from designkit.analysis.stopping import at_least, at_most, usually
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
