"""What is learnt and tested: not the exam, not one's own answers; judges, streams."""

import pytest

from designkit.checks.rules.language.eval_contamination import eval_contamination
from designkit.checks.rules.language.learns_from_own_answers import (
    learns_from_own_answers,
)
from designkit.checks.rules.language.personal_data_to_provider import (
    personal_data_to_provider,
)
from designkit.checks.rules.language.streaming_without_output_guard import (
    streaming_without_output_guard,
)
from designkit.checks.rules.language.untested_judge import untested_judge
from tests.rule_examples import told

LEARNING = """\
components:
  assist: {{kind: agent}}
  traces: {{kind: prediction-log}}
  grade: {{kind: judge}}
  raters: {{kind: human-labeling}}
  pairs: {{kind: dataset-builder{purpose}}}
  tune: {{kind: trainer}}
  evaluate: {{kind: evaluator}}
flows:
  streams: [assist -> traces -> grade: trace]
  batches:
    - traces -> pairs: {what}
    - {judge} -> pairs: label
    - pairs -> {learner}: dataset
"""


def learning(
    purpose: str = "", what: str = "trace", judge: str = "grade", learner: str = "tune"
) -> str:
    return LEARNING.format(purpose=purpose, what=what, judge=judge, learner=learner)


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        pytest.param({}, 1, id="a model says what is good"),
        pytest.param({"judge": "raters"}, 0, id="people do"),
        pytest.param({"learner": "evaluate"}, 0, id="nobody learns it"),
        pytest.param({"what": "event"}, 0, id="only what happened"),
    ],
)
def test_own_answers_are_learnt_where_others_agreed(
    keys: dict[str, str], found: int
) -> None:
    assert len(told(learning(**keys), learns_from_own_answers)) == found


@pytest.mark.parametrize(
    ("purpose", "learner", "found"),
    [
        pytest.param(", purpose: test", "tune", 1, id="the exam"),
        pytest.param(", purpose: test", "evaluate", 0, id="only the exam"),
        pytest.param(", purpose: train", "tune", 0, id="to learn from"),
        pytest.param("", "tune", 0, id="both parts of one set"),
    ],
)
def test_the_exam_is_not_learnt(purpose: str, learner: str, found: int) -> None:
    text = learning(purpose=purpose, learner=learner)

    assert len(told(text, eval_contamination)) == found


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("", ["2 info: nobody has compared grade with people"]),
        (", agreement: none", ["2 warning: nobody has compared grade with people"]),
        (
            ", agreement: 62%, agreement-cases: 40",
            ["2 warning: grade was compared with people on 40 cases, of 100 at least"],
        ),
        (", agreement: 62%, agreement-cases: 300", []),
        (", agreement: 62%", []),
    ],
)
def test_a_judge_is_compared_with_people(stated: str, expected: list[str]) -> None:
    text = f"""\
components:
  grade: {{kind: judge{stated}}}
  traces: {{kind: prediction-log}}
flows: {{streams: [traces -> grade: trace]}}
"""
    assert told(text, untested_judge) == expected


PERSONAL = """\
components:
  assist: {{kind: agent}}
  memory: {{kind: session-memory, pii: personal}}
  mask: {{kind: guardrail{mask}}}
  model: {{kind: hosted-model{terms}}}
flows:
  calls: [{way}]
  lookups: [memory -> assist: passages]
"""
STRAIGHT = "assist -> model: prompt"
MASKED = "assist -> mask -> model: prompt"
GOES = "personal data of memory go to model, which does not say its "


@pytest.mark.parametrize(
    ("terms", "way", "mask", "expected"),
    [
        pytest.param(
            "",
            STRAIGHT,
            "",
            [f"5 warning: {GOES}region, data-retention and trains-on-data"],
            id="on terms that nobody knows",
        ),
        pytest.param(
            ", region: eu",
            STRAIGHT,
            "",
            [f"5 info: {GOES}data-retention and trains-on-data"],
            id="on some that are known",
        ),
        pytest.param(
            ", region: eu, data-retention: 0 d, trains-on-data: true",
            STRAIGHT,
            "",
            ["5 warning: the owner of model learns from personal data of memory"],
            id="it is learnt",
        ),
        pytest.param(
            ", region: eu, data-retention: 0 d, trains-on-data: false",
            STRAIGHT,
            "",
            [],
            id="by contract",
        ),
        pytest.param("", MASKED, ", mode: redact", [], id="names are taken out"),
        pytest.param(
            "",
            MASKED,
            ", mode: block",
            [f"5 warning: {GOES}region, data-retention and trains-on-data"],
            id="names stay in",
        ),
    ],
)
def test_personal_data_leave_under_terms(
    terms: str, way: str, mask: str, expected: list[str]
) -> None:
    text = PERSONAL.format(terms=terms, way=way, mask=mask)

    assert told(text, personal_data_to_provider) == expected


@pytest.mark.parametrize(
    ("way", "found"),
    [
        pytest.param(
            "assist -> app: {carries: response, stream: tokens}", 1, id="as is"
        ),
        pytest.param("assist -> app: response", 0, id="whole"),
        pytest.param(
            "assist -> check -> app: {carries: response, stream: tokens}",
            0,
            id="checked",
        ),
    ],
)
def test_a_stream_is_checked_before_it_is_read(way: str, found: int) -> None:
    text = f"""\
components:
  app: {{kind: client}}
  assist: {{kind: agent}}
  check: {{kind: guardrail, side: output}}
flows:
  calls:
    - app -> assist: request
    - {way}
"""
    assert len(told(text, streaming_without_output_guard)) == found
