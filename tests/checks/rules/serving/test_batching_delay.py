"""Servers that wait longer for a batch than there is time."""

import pytest

from designkit.checks.rules.serving.batching_delay import batching_delay
from designkit.checks.rules.serving.over_budget import over_budget
from tests.rule_examples import told

DESIGN = """\
{promise}
components:
  app: {{kind: client}}
  gateway: {{kind: gateway{gateway}}}
  rank: {{kind: model-server{stated}}}
  encode: {{kind: model-server{encode}}}
flows:
  calls:
    - app -> gateway: request
    - gateway -> rank: {{carries: request{call}}}
  lookups:
    - encode -> rank: {{carries: embedding{lookup}}}
"""


def design(
    stated: str = ", latency: {p99: 70 ms}, queue-delay: 20 ms",
    promise: str = "objectives: {latency: {p99: 100 ms}}",
    gateway: str = ", latency: {p99: 10 ms}",
    call: str = "",
    encode: str = "",
    lookup: str = "",
) -> str:
    return DESIGN.format(
        stated=stated,
        promise=promise,
        gateway=gateway,
        call=call,
        encode=encode,
        lookup=lookup,
    )


def told_of(**stated: str) -> list[str]:
    return told(design(**stated), batching_delay)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {},
            "5 warning: a call of rank waits up to 20 ms for its batch, and 20 ms are "
            "left of the promised 100 ms beside gateway 10 ms + rank 70 ms",
            id="just what is left",
        ),
        pytest.param(
            {
                "stated": ", latency: {p99: 60 ms..70 ms}, queue-delay: 30 ms..90 ms",
                "promise": "objectives: {latency: {p99: 90 ms..100 ms}}",
            },
            "5 warning: a call of rank waits up to 30 ms..90 ms for its batch, and 30 ms "
            "are left of the promised 90 ms..100 ms beside gateway 10 ms + rank "
            "60 ms..70 ms",
            id="at best",
        ),
        pytest.param(
            {"stated": ", queue-delay: 100 ms", "gateway": ""},
            "5 warning: a call of rank waits up to 100 ms for its batch, and 100 ms are "
            "left of the promised 100 ms",
            id="of a path of unknown times",
        ),
        pytest.param(
            {"stated": "", "encode": ", latency: {p99: 40 ms}, queue-delay: 50 ms"},
            "6 warning: a call of encode waits up to 50 ms for its batch, and 50 ms are "
            "left of the promised 100 ms beside gateway 10 ms + encode 40 ms",
            id="of what is looked up",
        ),
        pytest.param(
            {
                "stated": ", latency: {p99: 70 ms}",
                "gateway": ", latency: {p99: 30 ms}",
                "encode": ", queue-delay: 100 ms",
            },
            "6 warning: a call of encode waits up to 100 ms for its batch, and 100 ms "
            "are left of the promised 100 ms",
            id="beside the critical path",
        ),
        pytest.param(
            {"stated": ", timeout: 20 ms, queue-delay: 20 ms", "promise": ""},
            "5 warning: a call of rank waits up to 20 ms for its batch, and its callers "
            "give up after 20 ms",
            id="as long as its timeout",
        ),
        pytest.param(
            {
                "stated": ", timeout: 50 ms, queue-delay: 20 ms",
                "call": ", timeout: 15 ms",
            },
            "5 warning: a call of rank waits up to 20 ms for its batch, and its callers "
            "give up after 15 ms",
            id="longer than the timeout of a caller",
        ),
        pytest.param(
            {
                "encode": ", queue-delay: 20 ms",
                "lookup": ", timeout: 5 ms",
                "stated": "",
            },
            "6 warning: a call of encode waits up to 20 ms for its batch, and its "
            "callers give up after 5 ms",
            id="longer than the timeout of a reader",
        ),
    ],
)
def test_a_wait_without_room_is_found(stated: dict[str, str], expected: str) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(", latency: {p99: 70 ms}, queue-delay: 19 ms", id="room"),
        pytest.param(", latency: {p99: 70 ms}, queue-delay: 1 ms..90 ms", id="perhaps"),
        pytest.param(", latency: {p99: 70 ms}, queue-delay: 0 ms", id="no wait"),
        pytest.param(", timeout: 20 ms..30 ms, queue-delay: 25 ms", id="perhaps late"),
        pytest.param(", latency: {p99: 70 ms}", id="unstated"),
    ],
)
def test_room_or_unknown_is_no_fault(stated: str) -> None:
    assert told_of(stated=stated) == []


def test_without_a_promise_there_is_nothing_left_of_it() -> None:
    assert told_of(promise="") == []


def test_a_path_beyond_the_promise_is_another_rule() -> None:
    text = design(gateway=", latency: {p99: 31 ms}")

    assert told(text, batching_delay) == []
    assert len(told(text, over_budget)) == 1
