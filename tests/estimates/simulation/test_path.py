"""Who is called and read in a simulated request, and how often."""

import pytest

from designkit.estimates.simulation.path import RequestPath
from tests.simulated import graph_of, part

PARTS = (
    part("gate"),
    part("rank", kind="model-server"),
    part("challenger", kind="model-server"),
    part("near", kind="cache", hit_ratio="90%"),
    part("popular", kind="fallback"),
    part("page"),
    part("store", kind="online-store"),
    part("job"),
)


def path_of(*calls: str, lookups: str = "") -> RequestPath:
    written = "; ".join(["app -> gate", *calls])
    return RequestPath(graph_of(*PARTS, calls=written, lookups=lookups))


def test_a_path_has_the_clients_and_what_they_call_after_its_callers():
    path = path_of("rank -> page", "gate -> rank")

    assert path.order == ("app", "gate", "rank", "page")


def test_a_fallback_and_what_only_it_calls_are_not_taken():
    path = path_of("gate -> popular", "popular -> page")

    assert path.order == ("app", "gate")


def test_what_no_client_reaches_calls_nobody():
    path = path_of("gate -> rank", "job -> rank")

    assert [flow.source for flow in path.calls["rank"]] == ["gate"]


def test_lookups_are_those_of_what_is_called():
    path = path_of(lookups="store -> gate; popular -> gate")

    assert [flow.source for flow in path.lookups["gate"]] == ["store"]
    assert path.lookups["app"] == ()


def test_whatever_replies_answers():
    path = path_of("gate -> rank", "rank -> app {carries: response}")

    assert path.answering == {"rank"}


def test_all_answer_when_none_replies_but_a_fallback():
    path = path_of("gate -> popular", "popular -> app {carries: response}")

    assert path.answering == {"app", "gate"}


def test_an_unstated_call_is_made_as_often_as_its_caller_is_called():
    path = path_of(
        "gate -> rank {calls-per-request: 0.1}",
        "rank -> page",
    )

    assert path.often == {"app": 1, "gate": 1, "rank": 0.1, "page": 0.1}
    assert [path.times(flow) for flow in path.calls["page"]] == [1]


def test_calls_are_counted_by_request_and_not_by_call():
    path = path_of(
        "gate -> rank {calls-per-request: 0.5}",
        "rank -> page {calls-per-request: 0.1}",
    )

    assert path.often["page"] == 0.1
    assert path.times(path.calls["page"][0]) == 0.2


def test_several_inputs_are_one_call():
    path = path_of(
        "gate -> page {calls-per-request: 2}",
        "gate -> rank",
        "rank -> page {calls-per-request: 3}",
    )

    assert path.often["page"] == 3


def test_several_calls_call_what_follows_once():
    path = path_of(
        "gate -> rank {calls-per-request: 3}",
        "rank -> page",
    )

    assert path.often["page"] == 1


@pytest.mark.parametrize(
    ("lookup", "expected"),
    [
        pytest.param("store -> rank", 1, id="one a call"),
        pytest.param(
            "store -> rank {calls-per-request: 6}",
            2,
            id="six in a request of three calls",
        ),
    ],
)
def test_reads_are_those_of_one_call(lookup: str, expected: float):
    path = path_of("gate -> rank {calls-per-request: 3}", lookups=lookup)

    assert path.reads(path.lookups["rank"][0]) == expected


def test_a_cache_reads_what_it_does_not_hold():
    path = path_of("gate -> near", lookups="store -> near")

    assert path.reads(path.lookups["near"][0]) == pytest.approx(0.1)


def test_what_is_never_called_calls_and_reads_nothing():
    path = path_of(
        "gate -> rank {calls-per-request: 0}",
        "rank -> page {calls-per-request: 1}",
        lookups="store -> rank {calls-per-request: 1}",
    )

    assert path.times(path.calls["page"][0]) == 0
    assert path.reads(path.lookups["rank"][0]) == 0
