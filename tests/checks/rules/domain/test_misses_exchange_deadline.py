"""Bids that come when nobody waits any more."""

import pytest

from designkit.checks.rules.domain.misses_exchange_deadline import (
    misses_exchange_deadline,
)
from designkit.checks.rules.serving.over_budget import over_budget
from tests.rule_examples import told

DESIGN = """\
{objectives}
components:
  exchange: {{kind: client}}
  bidder: {{kind: {kind}, latency: {{p99: 10 ms}}{door}}}
  rank: {{kind: model-server, latency: {{p99: {rank}}}}}
flows:
  calls:
    - exchange -> bidder: {{carries: request{call}}}
    - bidder -> rank: request
"""


def design(
    call: str = ", timeout: 80 ms",
    door: str = "",
    rank: str = "75 ms",
    objectives: str = "",
    kind: str = "gateway",
) -> str:
    return DESIGN.format(
        call=call, door=door, rank=rank, objectives=objectives, kind=kind
    )


def told_of(**stated: str) -> list[str]:
    return told(design(**stated), misses_exchange_deadline)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {},
            "8 error: exchange waits 80 ms for an answer, and the critical path takes "
            "85 ms at p99: bidder 10 ms + rank 75 ms; the network comes on top",
            id="the timeout of the call",
        ),
        pytest.param(
            {"call": "", "door": ", timeout: 80 ms"},
            "4 error: exchange waits 80 ms for an answer, and the critical path takes "
            "85 ms at p99: bidder 10 ms + rank 75 ms; the network comes on top",
            id="the timeout of the door",
        ),
        pytest.param(
            {"call": ", timeout: 60 ms..80 ms", "rank": "75 ms..90 ms"},
            "8 error: exchange waits 60 ms..80 ms for an answer, and the critical path "
            "takes 85 ms at p99: bidder 10 ms + rank 75 ms..90 ms; the network comes on "
            "top",
            id="at best",
        ),
        pytest.param(
            {"objectives": "objectives: {latency: {p99: 100 ms}}"},
            "8 error: exchange waits 80 ms for an answer, and the critical path takes "
            "85 ms at p99: bidder 10 ms + rank 75 ms; the network comes on top",
            id="within a promise that is too long",
        ),
    ],
)
def test_a_bid_that_comes_too_late_is_found(
    stated: dict[str, str], expected: str
) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"rank": "70 ms"}, id="just in time"),
        pytest.param({"rank": "60 ms..90 ms"}, id="perhaps in time"),
        pytest.param({"call": ""}, id="no deadline"),
        pytest.param(
            {"kind": "consent-service"}, id="a deadline that is not of the answer"
        ),
    ],
)
def test_a_bid_in_time_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


def test_a_path_beyond_the_promise_is_another_rule() -> None:
    text = design(objectives="objectives: {latency: {p99: 80 ms}}")

    assert told(text, misses_exchange_deadline) == []
    assert len(told(text, over_budget)) == 1


def test_a_client_beside_the_critical_path_has_time() -> None:
    text = design(call="") + (
        "    - probe -> bidder: {carries: request, timeout: 20 ms}\n"
    ).replace("bidder", "health")
    text = text.replace(
        "  bidder:", "  probe: {kind: client}\n  health: {kind: gateway}\n  bidder:"
    )

    assert told(text, misses_exchange_deadline) == []


def test_who_is_told_later_waits_for_nothing() -> None:
    text = design().replace("  calls:", "  streams:")

    assert told(text, misses_exchange_deadline) == []
