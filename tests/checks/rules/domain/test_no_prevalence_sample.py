"""What reaches people by chance."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.no_prevalence_sample import no_prevalence_sample
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  log: {kind: event-log}
  decide: {kind: decision-engine}
  review: {kind: review-queue}
  raters: {kind: human-labeling}
""",
            snapshot(
                [
                    "5 warning: people see only what the model suspects: no "
                    "random sample tells how much it misses"
                ]
            ),
            id="nothing",
        ),
        pytest.param(
            """\
components:
  log: {kind: event-log}
  decide: {kind: decision-engine}
  review: {kind: review-queue}
  raters: {kind: human-labeling}
  sample: {kind: exploration-policy}
""",
            snapshot(["6 warning: nobody judges what sample draws by chance"]),
            id="drawn, but judged by nobody",
        ),
        pytest.param(
            """\
components:
  log: {kind: event-log}
  decide: {kind: decision-engine}
  review: {kind: review-queue}
  raters: {kind: human-labeling}
  sample: {kind: exploration-policy}
flows:
  streams:
    - sample -> decide: policy
    - decide -> review: review-task
""",
            snapshot([]),
            id="drawn through the engine",
        ),
        pytest.param(
            """\
components:
  log: {kind: event-log}
  decide: {kind: decision-engine}
  review: {kind: review-queue}
  raters: {kind: human-labeling}
flows:
  streams:
    - log -> raters: event
""",
            snapshot([]),
            id="straight from the log",
        ),
        pytest.param(
            """\
components:
  log: {kind: event-log}
""",
            snapshot([]),
            id="no people",
        ),
    ],
)
def test_people_judge_some_content_drawn_by_chance(
    text: str, expected: list[str]
) -> None:
    assert told(text, no_prevalence_sample) == expected
