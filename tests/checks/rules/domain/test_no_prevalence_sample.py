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
  classify: {kind: stream-scorer}
  dataset: {kind: dataset-builder}
flows:
  streams:
    - log -> classify: event
    - classify -> decide: prediction
    - decide -> review: review-task
    - review -> dataset: label
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
  classify: {kind: stream-scorer}
  dataset: {kind: dataset-builder}
flows:
  streams:
    - log -> classify: event
    - classify -> decide: prediction
    - decide -> review: review-task
    - review -> dataset: label
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
  classify: {kind: stream-scorer}
  dataset: {kind: dataset-builder}
flows:
  streams:
    - log -> classify: event
    - classify -> decide: prediction
    - decide -> review: review-task
    - review -> dataset: label
    - sample -> decide: policy
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
  classify: {kind: stream-scorer}
  dataset: {kind: dataset-builder}
flows:
  streams:
    - log -> classify: event
    - classify -> decide: prediction
    - decide -> review: review-task
    - review -> dataset: label
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
        pytest.param(
            """\
components:
  log: {kind: event-log}
  decide: {kind: decision-engine}
  review: {kind: review-queue}
  raters: {kind: human-labeling}
  sample: {kind: exploration-policy, rate: 0%}
  classify: {kind: stream-scorer}
  dataset: {kind: dataset-builder}
flows:
  streams:
    - log -> classify: event
    - classify -> decide: prediction
    - decide -> review: review-task
    - review -> dataset: label
    - sample -> decide: policy
""",
            snapshot(
                ["6 warning: sample draws 0% of the cases: people see none by chance"]
            ),
            id="a sample of none",
        ),
        pytest.param(
            """\
components:
  log: {kind: event-log}
  classify: {kind: stream-scorer}
  decide: {kind: decision-engine}
  review: {kind: review-queue}
flows:
  streams:
    - log -> classify: event
    - classify -> decide: prediction
    - decide -> review: review-task
""",
            snapshot([]),
            id="nothing is learnt from what they say",
        ),
        pytest.param(
            """\
components:
  log: {kind: event-log}
  classify: {kind: stream-scorer}
  review: {kind: review-queue}
  dataset: {kind: dataset-builder}
flows:
  streams:
    - log -> classify, review: event
    - review -> dataset: label
""",
            snapshot([]),
            id="no model chooses what they see",
        ),
    ],
)
def test_people_judge_some_content_drawn_by_chance(
    text: str, expected: list[str]
) -> None:
    assert told(text, no_prevalence_sample) == expected


FAR = """\
components:
  log: {kind: event-log}
  sort: {kind: %s}
  decide: {kind: decision-engine}
  review: {kind: review-queue}
  raters: {kind: human-labeling}
  classify: {kind: stream-scorer}
  dataset: {kind: dataset-builder}
flows:
  streams:
    - log -> classify: event
    - classify -> decide: prediction
    - decide -> review: review-task
    - review -> dataset: label
    - log -> sort -> raters: event
"""


@pytest.mark.parametrize(
    ("kind", "is_found"),
    [
        pytest.param("data-validator", False, id="passed on"),
        pytest.param("stream-scorer", True, id="chosen by a model"),
        pytest.param("hash-matcher", True, id="chosen by what is known"),
    ],
)
def test_cases_come_from_all_of_them_unless_something_chose(
    kind: str, is_found: bool
) -> None:
    assert bool(told(FAR % kind, no_prevalence_sample)) is is_found
