"""What chance needs to be worth anything."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.no_exploration import no_exploration
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server, role: rank}
  join: {kind: label-joiner}
""",
            snapshot(
                [
                    "4 warning: the ranking learns only from what it chose "
                    "itself: no exploration-policy"
                ]
            ),
            id="no chance at all",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server, role: rank}
  join: {kind: label-joiner}
  explore: {kind: exploration-policy}
""",
            snapshot(
                [
                    "5 info: explore explores, but the probability of its "
                    "choices is not logged",
                    "5 info: explore does not say how many answers it explores",
                ]
            ),
            id="nothing is said",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server, role: rank}
  join: {kind: label-joiner}
  explore: {kind: exploration-policy, rate: none, logs-propensity: none}
""",
            snapshot(
                [
                    "5 warning: explore does not say how many answers it explores",
                    "5 warning: explore explores, but the probability of its "
                    "choices is not logged",
                ]
            ),
            id="both refused",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server, role: rank}
  join: {kind: label-joiner}
  explore: {kind: exploration-policy, rate: 1%, logs-propensity: false}
  shown: {kind: prediction-log, fields: [propensity]}
""",
            snapshot([]),
            id="the decision log keeps it",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server, role: rank}
""",
            snapshot([]),
            id="nothing is learnt",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  clicks: {kind: label-joiner}
  orders: {kind: label-joiner}
""",
            snapshot(
                [
                    "1 warning: the ranking learns only from what it chose "
                    "itself: no exploration-policy"
                ]
            ),
            id="two that learn",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  score: {kind: model-server}
  join: {kind: label-joiner}
""",
            snapshot([]),
            id="nothing is chosen among",
        ),
    ],
)
def test_chance_needs_a_rate_and_a_logged_probability(
    text: str, expected: list[str]
) -> None:
    assert told(text, no_exploration) == expected
