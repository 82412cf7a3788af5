"""How long a request waits."""

import pytest

from designkit.checks.rules.serving.no_timeout import no_timeout
from tests.rule_examples import told

DESIGN = """\
objectives: {{latency: {{p99: 100 ms}}}}
components:
  app: {{kind: client}}
  rank: {{kind: model-server, timeout: 120 ms}}
  decide: {{kind: decision-engine{decide}}}
  store: {{kind: online-store{store}}}
flows:
  calls:
    - app -> rank, decide: request
    - rank -> decide: {{carries: prediction{flow}}}
    - decide -> app: response
  lookups: [store -> rank: feature-values]
"""


def told_of(decide: str = "", store: str = "", flow: str = "") -> list[str]:
    return told(DESIGN.format(decide=decide, store=store, flow=flow), no_timeout)


LIMITED = ", timeout: 10 ms"


@pytest.mark.parametrize(
    ("decide", "store", "expected"),
    [
        pytest.param(
            LIMITED,
            "",
            "6 info: store states no timeout after which rank goes on without it",
            id="unstated",
        ),
        pytest.param(
            LIMITED,
            ", timeout: none",
            "6 warning: store has no timeout after which rank goes on without it",
            id="none",
        ),
        pytest.param(
            "",
            LIMITED,
            "5 info: decide states no timeout after which app and rank go on "
            "without it",
            id="two callers",
        ),
        pytest.param(
            LIMITED,
            ", timeout: 100 ms",
            "6 warning: store may take 100 ms, and 100 ms is the promise for the "
            "whole request: no time is left to answer without it",
            id="the whole promise",
        ),
    ],
)
def test_what_may_be_waited_for_too_long_is_found(
    decide: str, store: str, expected: str
) -> None:
    assert told_of(decide, store) == [expected]


def test_a_timeout_on_one_flow_leaves_the_other() -> None:
    assert told_of(store=LIMITED, flow=LIMITED) == [
        "5 info: decide states no timeout after which app goes on without it"
    ]


def test_the_client_may_wait_longer_than_the_promise() -> None:
    assert told_of(", timeout: 120 ms", LIMITED) == []


def test_a_design_that_promises_no_latency_is_not_asked() -> None:
    text = DESIGN.format(decide="", store="", flow="").split("\n", 1)[1]

    assert told(text, no_timeout) == []


def test_where_nothing_is_stated_anywhere_that_is_one_finding() -> None:
    text = DESIGN.format(decide="", store="", flow="").replace(", timeout: 120 ms", "")

    assert told(text, no_timeout) == [
        "4 info: no call and no lookup of a request states a timeout: one slow part "
        "holds all that wait for it"
    ]


@pytest.mark.parametrize(
    "flow",
    [
        pytest.param("in-process: true", id="no network"),
        pytest.param("deadline: handed on", id="the deadline of the caller"),
    ],
)
def test_a_wait_without_a_boundary_or_under_a_deadline_passes(flow: str) -> None:
    text = DESIGN.format(decide=LIMITED, store="", flow="")
    reads = text.replace(
        "[store -> rank: feature-values]",
        f"[store -> rank: {{carries: feature-values, {flow}}}]",
    )

    assert told(reads, no_timeout) == []
