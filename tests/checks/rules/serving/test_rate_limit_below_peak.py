"""Limits of a contract that the peak exceeds."""

import pytest

from designkit.checks.rules.serving.rate_limit_below_peak import rate_limit_below_peak
from tests.rule_examples import told

DESIGN = """\
workload: {{requests-per-day: 345.6 k, peak-factor: 3}}
components:
  app: {{kind: client}}
  ask: {{kind: agent, system-tokens: 4 k}}
  llm:
    kind: hosted-model
    limit-requests: {calls}
    limit-input-tokens: 5 M/min
    limit-output-tokens: {written}
    input-tokens: {{p50: 6 k}}
    output-tokens: {{p50: 400}}
    {counts}
flows:
  calls:
    - app -> ask: request
    - ask -> llm: {{carries: prompt{often}}}
    - llm -> ask: completion
    - ask -> app: response
"""


def told_of(
    calls: str = "4 k/min",
    written: str = "900 k/min",
    counts: str = "cached-counts: false",
    often: str = ", calls-per-request: 2",
) -> list[str]:
    text = DESIGN.format(calls=calls, written=written, counts=counts, often=often)
    return told(text, rate_limit_below_peak)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {"written": "400 k/min"},
            "9 error: the peak uses 144% of the limit-output-tokens of llm, "
            "12/s \u00d7 2 \u00d7 400 / 400 k/min: the rest is refused",
            id="answers",
        ),
        pytest.param(
            {"calls": "1.8 k/min"},
            "7 warning: the peak uses 80% of the limit-requests of llm, "
            "12/s \u00d7 2 / 1.8 k/min: bursts are refused",
            id="calls, in bursts",
        ),
        pytest.param(
            {"counts": "cached-counts: true"},
            "8 error: the peak uses 172.8% of the limit-input-tokens of llm, "
            "12/s \u00d7 2 \u00d7 6 k / 5 M/min: the rest is refused",
            id="prompts that count as a whole",
        ),
    ],
)
def test_a_limit_that_is_too_low_is_found(
    stated: dict[str, str], expected: str
) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"counts": "cache-ttl: 5 min"}, id="whether it counts is open"),
        pytest.param({"often": ", calls-per-request: 1"}, id="fewer calls"),
    ],
)
def test_a_limit_with_room_is_not(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []
