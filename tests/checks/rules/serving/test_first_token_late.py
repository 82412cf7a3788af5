"""First tokens that come later than was promised."""

import pytest

from designkit.checks.rules.serving.first_token_late import first_token_late
from tests.rule_examples import told

DESIGN = """\
objectives: {{first-token: {{p99: {promise}}}}}
components:
  app: {{kind: client}}
  ask: {{kind: agent}}
  words: {{kind: inverted-index, latency: {{p99: 120 ms}}}}
  llm: {{kind: hosted-model{first}, latency: {{p99: 9 s}}}}
flows:
  calls:
    - app -> ask: request
    - ask -> words: request
    - words -> ask: passages
    - ask -> llm: {{carries: prompt{after}}}
    - llm -> ask: completion
    - ask -> app: response
"""
FIRST = ", first-token: {p99: 1.8 s}"


def told_of(
    promise: str = "1.9 s", first: str = FIRST, after: str = ", after: words"
) -> list[str]:
    text = DESIGN.format(promise=promise, first=first, after=after)
    return told(text, first_token_late)


def test_a_late_first_token_is_found() -> None:
    assert told_of() == [
        "1 error: the first token takes 1,920 ms at p99, and 1.9 s is promised: "
        "120 ms + 1.8 s along app -> ask -> words -> llm"
    ]


ROUTES = """\
objectives: {{first-token: {{p99: 1 s}}}}
components:
  app: {{kind: client}}
  ask: {{kind: agent}}
  small: {{kind: hosted-model, first-token: {{p99: 500 ms}}}}
  large: {{kind: hosted-model, first-token: {{p99: 3 s}}}}
flows:
  calls:
    - app -> ask: request
    - ask -> small: prompt
    - ask -> large: {{carries: prompt{part}}}
    - small, large -> ask: completion
    - ask -> app: response
"""


@pytest.mark.parametrize(
    ("part", "findings"),
    [
        pytest.param(", calls-per-request: 0.05", 1, id="one in twenty"),
        pytest.param(", calls-per-request: 0.005", 0, id="one in two hundred"),
        pytest.param("", 0, id="perhaps only when the other is down"),
    ],
)
def test_a_model_that_is_rarely_asked_makes_no_p99(part: str, findings: int) -> None:
    assert len(told(ROUTES.format(part=part), first_token_late)) == findings


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"promise": "1.92 s"}, id="just in time"),
        pytest.param({"after": ""}, id="search and model side by side"),
        pytest.param({"first": ""}, id="only the time of the whole answer is stated"),
    ],
)
def test_a_first_token_in_time_is_not(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []
