"""Judges: one version, both orders, and not the writer alone."""

import pytest

from designkit.checks.rules.language.judge_moves import judge_moves
from designkit.checks.rules.language.judge_of_own_family import judge_of_own_family
from designkit.checks.rules.language.one_order_only import one_order_only
from tests.rule_examples import told

GRADING = """\
components:
  ask: {{kind: agent}}
  door: {{kind: llm-gateway}}
  main: {{kind: hosted-model{main}}}
  other: {{kind: hosted-model}}
  traces: {{kind: prediction-log}}
  raters: {{kind: human-labeling}}
  grade: {{kind: judge{judge}}}
  sets: {{kind: dataset-builder, purpose: test{form}}}
flows:
  calls:
    - ask -> door -> main: prompt
    - {asks}
  streams: [ask -> traces -> grade: trace]
  batches:
    - {labels}
"""
ITSELF = "grade -> door: prompt"
ANOTHER = "grade -> other: prompt"
NOBODY = "raters -> sets: label"


def grading(
    judge: str = "",
    main: str = "",
    form: str = "",
    asks: str = ITSELF,
    labels: str = NOBODY,
) -> str:
    return GRADING.format(judge=judge, main=main, form=form, asks=asks, labels=labels)


OWN = "8 warning: grade grades what main wrote with main itself, and no people besides"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(grading(), [OWN], id="the writer grades, through a door"),
        pytest.param(grading(asks=ANOTHER), [], id="another model grades"),
        pytest.param(
            grading(labels="raters -> grade: label"), [], id="people on a sample"
        ),
        pytest.param(
            grading(labels="raters, grade -> sets: label"),
            [],
            id="people judge the same set",
        ),
        pytest.param(
            grading(asks=f"{ITSELF}\n    - door -> other: prompt"),
            [],
            id="behind the door another may grade",
        ),
        pytest.param(grading(asks="traces -> grade: trace"), [], id="rules that grade"),
    ],
)
def test_the_writer_is_not_alone_in_grading(text: str, expected: list[str]) -> None:
    assert told(text, judge_of_own_family) == expected


NO_VERSION = "nothing says in which version grade grades"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(grading(), [f"8 info: {NO_VERSION}"], id="not said"),
        pytest.param(
            grading(judge=", judge-version: none"),
            [f"8 warning: {NO_VERSION}"],
            id="none",
        ),
        pytest.param(
            grading(judge=", judge-version: large-latest"),
            ["8 warning: grade grades by large-latest, which moves without a release"],
            id="a name that moves",
        ),
        pytest.param(grading(judge=", judge-version: 2026-09-28/4"), [], id="exact"),
        pytest.param(
            grading(main=", model-version: large-2026-09-28"),
            [],
            id="the model behind it says which it is",
        ),
    ],
)
def test_what_grades_stays_the_same(text: str, expected: list[str]) -> None:
    assert told(text, judge_moves) == expected


PAIRS = ", form: pairs"
JUDGED = "raters, grade -> sets: label"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            grading(form=PAIRS, labels=JUDGED),
            ["8 info: grade judges pairs, and nothing says that both orders are tried"],
            id="its verdicts become pairs",
        ),
        pytest.param(
            grading(
                form=PAIRS,
                labels=f"{NOBODY}\n    - sets -> grade: dataset",
                judge=", both-orders: false",
            ),
            ["8 warning: grade judges pairs, and one order is tried"],
            id="it is given pairs",
        ),
        pytest.param(
            grading(form=PAIRS, labels=JUDGED, judge=", both-orders: true"),
            [],
            id="both orders",
        ),
        pytest.param(
            grading(labels=JUDGED, judge=", both-orders: false"),
            [],
            id="one answer after the other has no order",
        ),
        pytest.param(
            grading(form=PAIRS), [], id="pairs that people judge and nobody else"
        ),
    ],
)
def test_pairs_are_judged_in_both_orders(text: str, expected: list[str]) -> None:
    assert told(text, one_order_only) == expected
