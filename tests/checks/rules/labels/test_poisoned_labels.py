"""Who can teach the model what they like."""

import pytest

from designkit.checks.rules.labels.poisoned_labels import poisoned_labels
from tests.rule_examples import told

DESIGN = """\
tier: %s
components:
  join: {kind: label-joiner, join-key: post%s}
  decide: {kind: decision-engine, actions: [%s]}
  readers: {kind: client}
  log: {kind: event-log}
  check: {kind: data-validator}
  bank: {kind: third-party}
  judges: {kind: human-labeling}
  trust: {kind: batch-transform}
flows:
  streams:
    - readers -> log -> check: event
    - %s
"""
READ = "check -> join: event"
FOUND = (
    "3 %s: join learns from readers alone what falls on people, and each label "
    "counts alike"
)


@pytest.mark.parametrize(
    ("tier", "key", "action", "flow", "expected"),
    [
        pytest.param(
            1, "", "remove", READ, FOUND % "warning", id="each report is a valid one"
        ),
        pytest.param(2, "", "suspend", READ, FOUND % "info", id="fewer hang on it"),
        pytest.param(
            1,
            ", public-labels: none",
            "ban",
            READ,
            FOUND % "warning",
            id="denied",
        ),
        pytest.param(
            1, ", public-labels: capped", "ban", READ, "", id="capped by account"
        ),
        pytest.param(
            1,
            "",
            "ban",
            f"{READ}\n    - trust -> join: feature-table",
            "",
            id="weights are joined",
        ),
        pytest.param(
            1,
            "",
            "ban",
            f"{READ}\n    - judges -> join: label",
            "",
            id="reports look like labels, and people judge them",
        ),
        pytest.param(
            1, "", "ban", f"{READ}\n    - bank -> join: event", "", id="a bank says so"
        ),
        pytest.param(2, "", "remove", READ, "", id="a video less in a list"),
        pytest.param(1, "", "rank", READ, "", id="clicks order a list"),
        pytest.param(1, "", "ban", "bank -> join: event", "", id="not told by readers"),
    ],
)
def test_labels_of_the_public_do_not_count_alike(
    tier: int, key: str, action: str, flow: str, expected: str
):
    text = DESIGN % (tier, key, action, flow)

    assert told(text, poisoned_labels) == ([expected] if expected else [])
