"""Models of others: their end, a second route, their terms, and who grades a student."""

import pytest

from designkit.checks.rules.completeness.model_without_licence_or_origin import (
    model_without_licence_or_origin,
)
from designkit.checks.rules.completeness.no_fallback import no_fallback
from designkit.checks.rules.completeness.no_plan_for_retirement import (
    no_plan_for_retirement,
)
from designkit.checks.rules.evaluation.weak_test_labels import weak_test_labels
from tests.rule_examples import told

CALLING = """\
components:
  app: {{kind: client}}
  ask: {{kind: agent}}
  door: {{kind: llm-gateway}}
  main: {{kind: hosted-model{main}}}
  second: {{kind: hosted-model{second}}}
{parts}
flows:
  calls:
    - app -> ask -> door: request
    - ask -> door -> {models}: prompt
"""
BOTH = "main, second"


def calling(
    main: str = "", second: str = "", models: str = "main", parts: str = ""
) -> str:
    return CALLING.format(main=main, second=second, models=models, parts=parts)


ENDS = ", retired-on: 2027-06-30"
GONE = "5 warning: main ends on 2027-06-30, and nothing is there to take its place"
RELEASE = "  release: {kind: deployer}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(calling(ENDS), [GONE], id="it ends"),
        pytest.param(calling(), [], id="no end is known"),
        pytest.param(calling(ENDS, models=BOTH), [], id="a second route without end"),
        pytest.param(
            calling(ENDS, ", retired-on: 2027-12-31", BOTH),
            [
                "6 warning: second ends on 2027-12-31, and nothing is there to take "
                "its place"
            ],
            id="of two that end the last is asked",
        ),
        pytest.param(
            calling(ENDS, ", role: embed", BOTH), [GONE], id="an encoder is no route"
        ),
        pytest.param(
            calling(ENDS, parts=f"{RELEASE}  measure: {{kind: evaluator}}"),
            [],
            id="the next one is measured and released",
        ),
        pytest.param(
            calling(ENDS, parts=RELEASE), [GONE], id="released, and never measured"
        ),
        pytest.param(
            calling(", retired-on: in summer", ENDS, BOTH),
            [],
            id="no day that can be compared",
        ),
    ],
)
def test_what_ends_has_something_in_its_place(text: str, expected: list[str]) -> None:
    assert told(text, no_plan_for_retirement) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(calling(), 1, id="one provider"),
        pytest.param(calling(models=BOTH), 0, id="a second one"),
        pytest.param(
            calling(second=", role: embed", models=BOTH), 1, id="an encoder is none"
        ),
    ],
)
def test_a_rented_model_has_a_second_route(text: str, found: int) -> None:
    assert len(told(text, no_fallback)) == found


LEARNING = """\
components:
  posts: {{kind: lake}}
  teacher: {{kind: weak-labeler}}
  vendor: {{kind: hosted-model}}
  assist: {{kind: agent}}
  traces: {{kind: prediction-log}}
  raters: {{kind: human-labeling}}
  taught: {{kind: dataset-builder}}
  gold: {{kind: dataset-builder, purpose: test}}
  train: {{kind: trainer{train}}}
  gate: {{kind: evaluator}}
flows:
  calls: [{asks} -> vendor: prompt]
  streams: [assist -> traces: trace]
  batches:
    - posts -> teacher, raters: raw-table
    - {labels}
    - {tests} -> gold: label
    - taught -> train: dataset
    - gold -> gate: dataset
    - train -> gate: model
"""


def learning(
    train: str = "",
    asks: str = "teacher",
    labels: str = "teacher -> taught: label",
    tests: str = "raters",
) -> str:
    return LEARNING.format(train=train, asks=asks, labels=labels, tests=tests)


PEOPLE = "raters -> taught: label"
TERMS = "train makes a model of vendor, and nothing says that it may"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(learning(), [f"10 info: {TERMS}"], id="a rented model labels"),
        pytest.param(
            learning(", licence: none"), [f"10 warning: {TERMS}"], id="no terms"
        ),
        pytest.param(learning(", licence: outputs may be used"), [], id="terms"),
        pytest.param(
            learning(asks="assist", labels=f"{PEOPLE}\n    - traces -> taught: trace"),
            [f"10 info: {TERMS}"],
            id="what it wrote is learnt",
        ),
        pytest.param(
            learning(asks="assist", labels=PEOPLE), [], id="nothing of it is learnt"
        ),
        pytest.param(
            learning(
                ", method: lora, licence: Apache 2.0", asks="assist", labels=PEOPLE
            ),
            ["10 info: train tunes a model that it does not name"],
            id="tuned from what?",
        ),
        pytest.param(
            learning(
                ", base-model: open-8b:latest, licence: MIT",
                asks="assist",
                labels=PEOPLE,
            ),
            [
                "10 warning: train starts from open-8b:latest, which moves without a "
                "release"
            ],
            id="a base that moves",
        ),
        pytest.param(
            learning(", base-model: open-8b-1", asks="assist", labels=PEOPLE),
            ["10 info: train makes a model of open-8b-1, and nothing says that it may"],
            id="a base without terms",
        ),
    ],
)
def test_models_of_others_come_with_terms(text: str, expected: list[str]) -> None:
    assert told(text, model_without_licence_or_origin) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            learning(", method: distil", tests="teacher"), ["error"], id="its teacher"
        ),
        pytest.param(learning(tests="teacher"), ["warning"], id="rules, or a model"),
        pytest.param(learning(", method: distil"), [], id="people"),
    ],
)
def test_a_student_is_not_graded_by_its_teacher(text: str, expected: list[str]) -> None:
    found = [it.split()[1].rstrip(":") for it in told(text, weak_test_labels)]

    assert found == expected


def test_a_labeler_that_hides_its_model_stands_for_it() -> None:
    text = learning(asks="assist").replace(
        "weak-labeler}", "weak-labeler, method: llm}"
    )

    assert told(text, model_without_licence_or_origin) == [
        "10 info: train makes a model of teacher, and nothing says that it may"
    ]
    rules = text.replace("method: llm", "method: rules")
    assert told(rules, model_without_licence_or_origin) == []
