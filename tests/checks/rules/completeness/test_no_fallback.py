import pytest

from designkit.checks.rules.completeness.no_fallback import no_fallback
from tests.rule_examples import told

DESIGN = """\
components:
  app: {kind: client}
  encode: {kind: model-server}
  rank: {kind: model-server}
  decide: {kind: decision-engine}
flows:
  calls:
    - app -> encode: request
    - encode -> rank: embedding
    - rank -> decide: prediction
"""


@pytest.mark.parametrize(("tier", "severity"), [(1, "error"), (2, "warning")])
def test_all_that_a_request_waits_for_is_one_fault(tier: int, severity: str) -> None:
    assert told(f"tier: {tier}\n{DESIGN}", no_fallback) == [
        f"4 {severity}: requests wait for encode and rank, and nothing else can answer"
    ]


@pytest.mark.parametrize(
    "design",
    [
        pytest.param(
            DESIGN.replace(
                "kind: decision-engine", "kind: decision-engine, fail-mode: open"
            ),
            id="decision engine that knows what to do",
        ),
        pytest.param(
            DESIGN
            + "models: {m: {served-by: rank, fallback: the list of yesterday}}\n",
            id="model that says what answers for it",
        ),
        pytest.param(
            DESIGN.replace("app -> encode: request", "decide -> app: response"),
            id="no request waits",
        ),
    ],
)
def test_it_is_silent_where_something_answers_or_nobody_asks(design: str) -> None:
    assert told(design, no_fallback) == []
