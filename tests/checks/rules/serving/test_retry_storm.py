"""Retries that take too long, or multiply."""

import pytest

from designkit.checks.checker import check
from designkit.checks.rules.serving.retry_storm import retry_storm
from tests.rule_examples import load_example, told

DESIGN = """\
objectives: {{latency: {{p99: 100 ms}}}}
components:
  app: {{kind: client}}
  gateway: {{kind: gateway, timeout: 90 ms}}
  rank: {{kind: model-server, timeout: 20 ms..60 ms}}
  store: {{kind: online-store, timeout: 10 ms}}
flows:
  calls:
    - app -> gateway: {{carries: request, retries: {app}}}
    - gateway -> rank: {{carries: request, retries: {gateway}}}
    - rank -> app: response
  lookups:
    - store -> rank: {{carries: feature-values, retries: {rank}{more}}}
"""


def told_of(app: str = "0", gateway: str = "0", rank: str = "0", more: str = ""):
    text = DESIGN.format(app=app, gateway=gateway, rank=rank, more=more)
    return told(text, retry_storm)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {"rank": "2", "more": ", timeout: 40 ms"},
            [
                "13 error: rank tries store 3 times and waits 40 ms each time: 120 ms, "
                "and 100 ms is the promise for the whole request"
            ],
            id="longer than the promise, by the timeout of the flow",
        ),
        pytest.param(
            {"gateway": "1", "rank": "2"},
            [
                "13 warning: one request may become 2 \xd7 3 = 6 calls of store: "
                "gateway tries rank 2 times, rank tries store 3 times"
            ],
            id="two layers",
        ),
        pytest.param(
            {"app": "1", "gateway": "1", "rank": "1"},
            [
                "13 warning: one request may become 2 \xd7 2 \xd7 2 = 8 calls of store: app "
                "tries gateway 2 times, gateway tries rank 2 times, rank tries store 2 "
                "times"
            ],
            id="three layers, the client among them",
        ),
        pytest.param(
            {"rank": "4..8"},
            [
                "13 warning: one request may become 5 calls of store: rank tries store "
                "5 times"
            ],
            id="one layer, at least",
        ),
        pytest.param(
            {"app": "9"},
            [
                "9 warning: one request may become 10 calls of gateway: app tries "
                "gateway 10 times"
            ],
            id="the client, who decides how long it waits",
        ),
        pytest.param(
            {"gateway": "1e300", "rank": "1e300"},
            [
                "10 error: gateway tries rank 1,000,000 times and waits 20 ms..60 ms "
                "each time: 20,000,000 ms, and 100 ms is the promise for the whole "
                "request",
                "13 error: rank tries store 1,000,000 times and waits 10 ms each time: "
                "10,000,000 ms, and 100 ms is the promise for the whole request",
                "13 warning: one request may become 1,000,000 \xd7 1,000,000 = 1e+12 "
                "calls of store: gateway tries rank 1,000,000 times, rank tries store "
                "1,000,000 times",
            ],
            id="more than anybody counts",
        ),
    ],
)
def test_retries_that_harm_are_found(
    stated: dict[str, str], expected: list[str]
) -> None:
    assert told_of(**stated) == expected


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({}, id="none"),
        pytest.param({"gateway": "1", "rank": "1"}, id="four calls"),
        pytest.param({"rank": "3"}, id="four tries of one"),
        pytest.param({"gateway": "3"}, id="80 ms at best"),
        pytest.param({"app": "1"}, id="a client that tries again"),
    ],
)
def test_retries_in_bounds_are_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


def test_the_other_retries_of_the_way_are_pointed_at() -> None:
    text = DESIGN.format(app="2", gateway="1", rank="0", more="")
    found = check(load_example(text, retry_storm), (retry_storm,)).diagnostics

    assert [(r.span.line, r.message) for d in found for r in d.related] == [
        (9, "app tries gateway 3 times")
    ]


def test_a_way_is_followed_to_its_last_retry_and_each_end_is_told() -> None:
    text = """\
components:
  app: {kind: client}
  gateway: {kind: gateway}
  rank: {kind: model-server}
  a: {kind: online-store}
  b: {kind: online-store}
flows:
  calls:
    - app -> gateway: {carries: request, retries: 4}
    - gateway -> rank: request
  lookups:
    - a -> rank: {carries: feature-values, retries: 1}
    - b -> rank: {carries: feature-values, retries: 2}
"""

    assert [line.partition(":")[0] for line in told(text, retry_storm)] == [
        "12 warning",
        "13 warning",
    ]


def test_nothing_multiplies_where_two_wait_for_each_other() -> None:
    text = """\
objectives: {latency: {p99: 10 ms}}
components:
  app: {kind: client}
  gateway: {kind: gateway}
  context: {kind: on-demand-transform, timeout: 9 ms}
flows:
  calls:
    - app -> gateway: request
    - gateway -> context: {carries: request, retries: 9}
  lookups:
    - gateway -> context: request
"""

    assert [line[:40] for line in told(text, retry_storm)] == [
        "9 error: gateway tries context 10 times "
    ]


PROVIDER = """\
components:
  app: {{kind: client}}
  assist: {{kind: agent}}
  door: {{kind: llm-gateway{door}}}
  main: {{kind: hosted-model}}
  second: {{kind: hosted-model}}
flows:
  calls:
    - app -> assist: request
    - assist -> door: {{carries: prompt, retries: {assist}}}
    - door -> main: {{carries: prompt{main}}}
    - door -> second: prompt
"""


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {"assist": "3", "door": ", retries: 2"},
            [
                "4 warning: one request may become 4 \xd7 3 = 12 calls of main: assist "
                "tries door 4 times, door tries main 3 times",
                "4 warning: one request may become 4 \xd7 3 = 12 calls of second: assist "
                "tries door 4 times, door tries second 3 times",
            ],
            id="the agent and the door retry",
        ),
        pytest.param({"assist": "0", "door": ", retries: 2"}, [], id="the door alone"),
        pytest.param({"assist": "3"}, [], id="the agent alone"),
        pytest.param(
            {"assist": "3", "door": ", retries: none"},
            [],
            id="the door says it does not",
        ),
        pytest.param(
            {"assist": "1", "door": ", retries: 1", "main": ", retries: 2"},
            [
                "11 warning: one request may become 2 \xd7 3 = 6 calls of main: assist "
                "tries door 2 times, door tries main 3 times"
            ],
            id="a flow says it of one model",
        ),
    ],
)
def test_retries_of_a_gateway_of_models_multiply(
    stated: dict[str, str], expected: list[str]
) -> None:
    text = PROVIDER.format(**{"door": "", "main": ""} | stated)

    assert told(text, retry_storm) == expected
