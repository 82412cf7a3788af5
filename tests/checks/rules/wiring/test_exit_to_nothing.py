import pytest

from designkit.checks.rules.wiring.exit_to_nothing import exit_to_nothing
from tests.rule_examples import told

TEXT = """\
components:
  app: {{kind: client}}
  rules: {{kind: business-rules, stops: {stops}}}
  score: {{kind: model-server}}
flows: {{calls: [{calls}]}}
"""


@pytest.mark.parametrize(
    ("stops", "calls", "is_told"),
    [
        pytest.param("60%", "app -> rules: request", True, id="nothing behind"),
        pytest.param("60%", "app -> rules: request / decision", True, id="an answer"),
        pytest.param("60%", "app -> rules -> score: request", False, id="a call"),
        pytest.param("0%", "app -> rules: request", False, id="stops nothing"),
        pytest.param("none", "app -> rules: request", False, id="says none"),
    ],
)
def test_an_exit_spares_something(stops: str, calls: str, is_told: bool) -> None:
    assert bool(told(TEXT.format(stops=stops, calls=calls), exit_to_nothing)) is is_told
