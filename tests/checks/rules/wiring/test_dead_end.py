import pytest

from designkit.checks.rules.wiring.dead_end import dead_end
from tests.rule_examples import told

COMPONENTS = """\
components:
  app: {kind: client}
  log: {kind: event-log}
  trends: {kind: stream-transform}
  watch: {kind: monitor}
  audit: {kind: audit-log}
  evaluate: {kind: evaluator}
flows:
  streams:
"""


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param(["log -> app: event"], [], id="a client is an end"),
        pytest.param(["log -> audit: event"], [], id="an archive is an end"),
        pytest.param(["trends -> log: event"], ["log from trends"], id="a log is none"),
        pytest.param(["app -> log -> trends"], ["trends from log"], id="untyped flows"),
        pytest.param(
            ["log, app -> trends: event", "trends -> watch: metric"],
            ["trends from log and app", "watch from trends"],
            id="a metric about itself is no use of its work",
        ),
        pytest.param(
            ["log -> evaluate: dataset", "evaluate -> audit: metric"],
            [],
            id="a metric is what an evaluator is for",
        ),
    ],
)
def test_what_is_made_is_used(flows: list[str], expected: list[str]):
    text = COMPONENTS + "".join(f"    - {flow}\n" for flow in flows)

    found = [message.split(": ")[1] for message in told(text, dead_end)]

    ends = [end.split(" from ") for end in expected]
    assert found == [
        f"{id} takes from {givers}, and nobody takes anything from it"
        for id, givers in ends
    ]


@pytest.mark.parametrize(
    ("calls", "is_told"),
    [
        ("app -> score: request", False),
        ("app -> score", False),
        ("app -> score: request / prediction", False),
        ("app -> score: feature-values", True),
        ("app -> score: feature-values / prediction", False),
        ("app -> score: event", True),
    ],
)
def test_who_answers_a_caller_is_of_use(calls: str, is_told: bool) -> None:
    text = f"""\
components: {{app: {{kind: client}}, score: {{kind: model-server}}}}
flows: {{calls: [{calls}]}}
"""

    assert bool(told(text, dead_end)) is is_told
