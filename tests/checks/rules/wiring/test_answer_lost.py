"""Answers that are worked out and reach nobody."""

import pytest

from designkit.checks.rules.wiring.answer_lost import answer_lost
from tests.rule_examples import told


def design(*flows: str, kinds: str = "") -> str:
    extra = "".join(f"    - {flow}\n" for flow in flows)
    return f"""\
components:
  app: {{kind: client}}
  gateway: {{kind: gateway}}
  score: {{kind: model-server}}
  decide: {{kind: decision-engine{kinds}}}
  spare: {{kind: fallback}}
  served: {{kind: prediction-log}}
  records: {{kind: audit-log}}
  desk: {{kind: review-queue}}
  shop: {{kind: source-db}}
flows:
  calls:
    - app -> gateway -> score: request
    - gateway -> spare: request
    - score -> decide: prediction
{extra}  streams:
    - decide -> served, records: decision
"""


def test_what_only_logs_hear_is_lost_and_the_last_step_is_named() -> None:
    assert told(design("spare -> app: response"), answer_lost) == [
        "5 warning: what decide answers reaches nobody who asked"
    ]


def test_a_fallback_that_nobody_hears_is_lost() -> None:
    text = design("decide -> app: response", "spare -> served: decision")

    assert told(text, answer_lost) == [
        "6 warning: what spare answers reaches nobody who asked"
    ]


@pytest.mark.parametrize(
    "flow",
    [
        pytest.param("decide -> app: response", id="to the caller"),
        pytest.param("decide -> shop: decision", id="carried out elsewhere"),
        pytest.param("decide -> shop", id="whatever it carries"),
    ],
)
def test_an_answer_that_arrives_is_quiet(flow: str) -> None:
    assert told(design("spare -> app: response", flow), answer_lost) == []


def test_an_engine_that_only_asks_people_has_told_them() -> None:
    text = design("spare -> app: response", kinds=", actions: [review]")

    assert told(text, answer_lost) == []


def test_that_nothing_at_all_comes_back_is_said_by_another_rule() -> None:
    assert told(design(), answer_lost) == []


def test_a_rented_encoder_answers_with_a_vector() -> None:
    text = """\
components:
  app: {kind: client}
  ask: {kind: agent}
  embed: {kind: hosted-model, role: %s}
  model: {kind: hosted-model}
  parse: {kind: document-parser}
  build: {kind: index-builder}
flows:
  calls:
    - app -> ask: request
    - ask -> embed: request
    - ask -> model: prompt / completion
    - ask -> app: response
  batches:
    - parse -> embed: passages
    - embed -> build: embedding
"""

    assert told(text % "embed", answer_lost) == []
    assert told(text % "generate", answer_lost) == [
        "4 warning: what embed answers reaches nobody who asked"
    ]
