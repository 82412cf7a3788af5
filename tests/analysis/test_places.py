"""Replicas at work, and those that are left without a zone."""

import pytest

from designkit.analysis.places import at_work, without_zone, zones_of
from designkit.model.component import Component
from designkit.source.loader import load_text

DESIGN = """\
designkit: 1
name: Small
system: generic
components:
  rank: {{kind: model-server, {says}}}
"""


def server(says: str) -> Component:
    design = load_text(DESIGN.format(says=says)).design
    assert design is not None
    return design.components["rank"]


@pytest.mark.parametrize(
    ("says", "low", "high", "text"),
    [
        ("replicas: 6", 6, 6, "6"),
        ("replicas: 6, standby: 2", 4, 4, "(6 - 2)"),
        ("replicas: 4..6, standby: 1..2", 2, 5, "(4..6 - 1..2)"),
        ("replicas: 1, standby: 2", 0, 0, "(1 - 2)"),
    ],
)
def test_those_on_standby_carry_nothing(
    says: str, low: float, high: float, text: str
) -> None:
    found = at_work(server(says))

    assert found is not None
    assert (found.low, found.high, found.text) == (low, high, text)


def test_replicas_that_are_not_stated_are_not_known() -> None:
    assert at_work(server("standby: 2")) is None


@pytest.mark.parametrize(
    ("replicas", "zones", "left"),
    [(6, 3, 4), (7, 3, 4), (2, 2, 1), (1, 2, 0), (3, 1, 0)],
)
def test_the_fullest_zone_is_lost(replicas: float, zones: float, left: int) -> None:
    assert without_zone(replicas, zones) == left


def test_nothing_runs_in_no_zone() -> None:
    with pytest.raises(ValueError, match="one zone at least"):
        without_zone(3, 0)


@pytest.mark.parametrize(
    ("says", "zones"),
    [("zones: 3", 3), ("region: [a, b]", 2), ("region: a", 0), ("replicas: 3", 0)],
)
def test_regions_are_zones_where_none_are_stated(says: str, zones: int) -> None:
    assert zones_of(server(says)) == zones
