"""What decides by a fallback alone."""

import pytest

from designkit.checks.rules.consistency.only_the_fallback import only_the_fallback
from tests.rule_examples import told

DESIGN = """\
components:
  score: {kind: model-server}
  rules: {kind: business-rules}
  rates: {kind: fallback}
  decide: {kind: decision-engine}
flows:
  calls:
    - rates -> decide: prediction
"""


@pytest.mark.parametrize(
    ("flows", "is_found"),
    [
        pytest.param("", True, id="no model"),
        pytest.param(
            "    - score -> rates: prediction\n", True, id="over the fallback"
        ),
        pytest.param("    - score -> decide: prediction\n", False, id="the model too"),
        pytest.param(
            "    - score -> rules: prediction\n    - rules -> decide: response\n",
            False,
            id="the model over rules",
        ),
        pytest.param("    - score -> decide\n", False, id="a flow that may be one"),
    ],
)
def test_a_model_has_a_say(flows: str, is_found: bool) -> None:
    told_of = "decide is sent predictions by rates alone, in place of a model"

    found = told(DESIGN + flows, only_the_fallback)

    assert found == ([f"5 warning: {told_of}"] if is_found else [])


def test_where_no_model_serves_rules_are_all_there_is() -> None:
    text = DESIGN.replace("  score: {kind: model-server}\n", "")

    assert told(text, only_the_fallback) == []
