"""What may be promised with these parts."""

import pytest

from designkit.checks.rules.serving.availability_math import availability_math
from tests.rule_examples import told

DESIGN = """\
objectives: {{availability: {promise}}}
components:
  app: {{kind: client, availability: 90%}}
  gateway: {{kind: gateway, availability: {gateway}}}
  rank: {{kind: model-server, availability: 99.9%}}
  store: {{kind: online-store, availability: 99.9%}}
  decide: {{kind: decision-engine, availability: 99.99%{decide}}}
flows:
  calls:
    - app -> gateway -> rank: request
    - rank -> decide: prediction
    - decide -> app: response
  lookups: [store -> rank: feature-values]
"""


def told_of(
    promise: str = "99.9%", gateway: str = "99.95%", decide: str = ""
) -> list[str]:
    written = DESIGN.format(promise=promise, gateway=gateway, decide=decide)
    return told(written, availability_math)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            {},
            "1 error: 99.74% at best from gateway 99.95%, rank 99.9%, store 99.9%, "
            "decide 99.99%, less than the promised 99.9%: 112 min a month without an "
            "answer, not 43",
            id="all in series",
        ),
        pytest.param(
            {"decide": ", fail-mode: open", "promise": "99.95%"},
            "1 error: 99.94% at best from gateway 99.95%, decide 99.99%, less than the "
            "promised 99.95%: 26 min a month without an answer, not 22",
            id="a decision without a score",
        ),
    ],
)
def test_a_promise_beyond_the_parts_is_found(
    parts: dict[str, str], expected: str
) -> None:
    assert told_of(**parts) == [expected]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"promise": "99.7%"}, id="less is promised"),
        pytest.param({"decide": ", fail-mode: closed"}, id="an answer without a score"),
        pytest.param({"promise": "99%..99.9%"}, id="the near end is kept"),
    ],
)
def test_a_promise_that_the_parts_keep_passes(parts: dict[str, str]) -> None:
    assert told_of(**parts) == []
