"""Tests of limits of figures: what a page finds beyond them, the rules find as well."""

from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random

import pytest

from designkit.checks.batch import CheckOptions, check_one
from designkit.estimates.figure import Figure, Result
from designkit.estimates.figure_limits import LIMITS
from designkit.estimates.graph.export import FigureGraph, graph_of
from designkit.source.loader import Loaded
from designkit.source.settings import Settings
from tests.estimates.graph.moved import SHIPPED, moved, shipped_design
from tests.judgement.judging import NAMES
from tests.judgement.judging import loaded as judged
from tests.replayed import Mover, Replay, Told
from tests.sizes import WHOLE

CODES = {limit.code for limit in LIMITS}
EACH = 25 if WHOLE else 3
SINGLE = "1"
"""Of one zone or one replica nothing is left without a zone, which is no number."""


def crossed(graph: FigureGraph, now: Mapping[str, Result]) -> Iterator[str]:
    """Give the code of each limit that a figure of a page crosses."""
    limits = graph.json["limits"]
    seen = set[str]()
    for limit in limits:
        if limit["figure"] not in seen and is_over(limit, now):
            seen.add(limit["figure"])
            others = [it for it in limits if it["figure"] == limit.get("unless")]
            if not others or not is_over(others[0], now):
                yield limit["code"]


def is_over(limit: Told, now: Mapping[str, Result]) -> bool:
    found, than = now.get(limit["figure"]), now.get(limit.get("than", ""))
    if not isinstance(found, Figure) or ("than" in limit and than is None):
        return False
    most = limit["over"] * (than.high if isinstance(than, Figure) else 1)
    return found.low > most


def found_in(loaded: Loaded, codes: set[str]) -> Iterator[str]:
    report = check_one(loaded, CheckOptions(), Settings())
    for item in report.diagnostics:
        if item.code in codes:
            yield item.code


def differences(loaded: Loaded, count: int) -> list[str]:
    graph, random = graph_of(loaded), Random(loaded.file)
    mover, told = Mover(graph, random), list[str]()
    codes = {limit["code"] for limit in graph.json["limits"]}
    for _ in range(count):
        settings = mover.texts(mover.numbers(12))
        if SINGLE in settings.values():
            continue
        if other := moved(loaded, settings):
            page = Counter(crossed(graph, Replay(graph, settings).run()))
            rules = Counter(found_in(other, codes))
            if page != rules:
                told.append(f"{page - rules} {rules - page} {settings}")
    return told


@pytest.mark.parametrize("name", SHIPPED)
def test_limits_of_shipped_designs_are_crossed_as_rules_say(name: str) -> None:
    assert differences(shipped_design(name), EACH) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_limits_of_other_designs_are_crossed_as_rules_say(name: str) -> None:
    assert differences(judged(name), 8) == []
