"""What a peak surely asks of the parts of a request."""

import pytest

from designkit.estimates.demand import Demand
from designkit.model.graph import Graph
from designkit.source.loader import load_text

DESIGN = """\
designkit: 1
name: Example
system: generic
{workload}
components:
  app: {{kind: client}}
  other: {{kind: client}}
  gateway: {{kind: gateway}}
  near: {{kind: cache{cache}}}
  decide: {{kind: decision-engine}}
  rank: {{kind: model-server}}
  challenger: {{kind: model-server}}
  collect: {{kind: event-collector}}
  popular: {{kind: fallback}}
  online: {{kind: online-store}}
flows:
  calls: [{calls}]
  lookups: [{lookups}]
"""


def demand(
    *calls: str, lookups: str = "", workload: str = "", cache: str = ""
) -> Demand:
    text = DESIGN.format(
        calls=", ".join(calls), lookups=lookups, workload=workload, cache=cache
    )
    loaded = load_text(text)
    assert loaded.design is not None, loaded.diagnostics
    return Demand(Graph(loaded.design))


ASK = "{app -> gateway: request}"
RANK = "{gateway -> rank: request}"


@pytest.mark.parametrize(
    ("workload", "expected"),
    [
        pytest.param("{requests-per-day: 86400, peak-factor: 3}", 3, id="of the day"),
        pytest.param(
            "{daily-users: 8640, requests-per-user: 10, peak-factor: 3}",
            3,
            id="of the users",
        ),
        pytest.param(
            "{requests-per-day: 86400..864000, peak-factor: 3..4}", 3, id="low ends"
        ),
        pytest.param("{requests-per-day: 86400}", None, id="no peak"),
        pytest.param("{daily-users: 8640, peak-factor: 3}", None, id="no requests"),
    ],
)
def test_the_peak_is_that_of_the_workload(workload: str, expected: float | None):
    assert demand(workload=f"workload: {workload}").peak == expected


def test_without_a_workload_there_is_no_peak():
    assert demand().peak is None


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        pytest.param([ASK, RANK], 1, id="one in each request"),
        pytest.param([ASK, RANK, "{gateway -> rank: embedding}"], 1, id="two inputs"),
        pytest.param(
            [ASK, "gateway -> rank: {carries: request, calls-per-request: 0.1}"],
            0.1,
            id="as stated",
        ),
        pytest.param(
            [ASK, "{gateway -> near: request}", "{near -> rank: request}"],
            0,
            id="if the cache has nothing",
        ),
        pytest.param(
            [ASK, "{gateway -> decide: request}", "{decide -> rank: request}"],
            0,
            id="if so decided",
        ),
        pytest.param(
            [ASK, RANK, "{gateway -> challenger: request}"], 0, id="this or the other"
        ),
        pytest.param([ASK, RANK, "{other -> gateway: request}"], 1, id="by all"),
        pytest.param([ASK, RANK, "{other -> decide: request}"], 0, id="by some"),
        pytest.param(["{app -> rank: event}"], 0, id="not asked but told"),
        pytest.param([RANK], 0, id="by nobody"),
    ],
)
def test_a_server_is_called_where_no_request_can_do_without_it(
    calls: list[str], expected: float
):
    assert demand(*calls).calls("rank") == expected


@pytest.mark.parametrize(
    ("lookup", "cache", "expected"),
    [
        pytest.param("{online -> rank: feature-values}", "", ["rank 1"], id="once"),
        pytest.param(
            "online -> rank: {carries: feature-values, calls-per-request: 501}",
            "",
            ["rank 501"],
            id="as stated",
        ),
        pytest.param(
            "online -> near: {carries: feature-values, calls-per-request: 500}, "
            "{near -> rank: feature-values}",
            ", hit-ratio: 90%",
            ["near 50"],
            id="what the cache misses",
        ),
        pytest.param(
            "online -> near: {carries: feature-values, calls-per-request: 500}, "
            "{near -> rank: feature-values}",
            "",
            [],
            id="a cache that does not say how good it is",
        ),
        pytest.param(
            "online -> rank: {carries: feature-values, keys: 501..900}",
            "",
            ["rank 501"],
            id="all keys of a call",
        ),
        pytest.param("{online -> popular: feature-values}", "", [], id="in need"),
        pytest.param("{online -> collect: feature-values}", "", [], id="by others"),
    ],
)
def test_a_store_is_read_by_what_a_request_waits_for(
    lookup: str, cache: str, expected: list[str]
):
    calls = ASK, RANK, "{rank -> popular: prediction}"
    readings = demand(*calls, lookups=lookup, cache=cache).readings("online")

    assert [f"{r.reader} {r.reads:.3g}" for r in readings] == expected


@pytest.mark.parametrize(
    ("lookups", "cache", "expected"),
    [
        pytest.param("{online -> rank: feature-values}", "", 1, id="once"),
        pytest.param(
            "online -> rank: {carries: feature-values, calls-per-request: 2, keys: 9}",
            "",
            2,
            id="by the call, not by the key",
        ),
        pytest.param(
            "online -> near: {carries: feature-values, calls-per-request: 1}, "
            "{near -> rank: feature-values}",
            ", hit-ratio: 90%",
            0.1,
            id="what the cache misses",
        ),
        pytest.param(
            "{online -> rank: feature-values}, "
            "online -> gateway: {carries: feature-values, calls-per-request: 0.5}",
            "",
            1,
            id="by the reader that asks most",
        ),
    ],
)
def test_a_part_is_asked_by_calls_and_by_lookups(
    lookups: str, cache: str, expected: float
):
    asked = demand(ASK, RANK, lookups=lookups, cache=cache).asked("online")

    assert asked == pytest.approx(expected)


def test_a_server_is_asked_when_it_is_called():
    assert demand(ASK, RANK).asked("rank") == 1


@pytest.mark.parametrize(
    ("workload", "expected"),
    [
        ("{requests-per-day: 86400..864000}", 10),
        ("{daily-users: 8640..86400, requests-per-user: 10..20}", 20),
        ("{daily-users: 8640}", None),
    ],
)
def test_the_average_is_known_without_a_peak(workload: str, expected: float | None):
    assert demand(workload=f"workload: {workload}").most_on_average == expected
