"""Passages: who may read them, and whether answers are measured against them."""

import pytest

from designkit.checks.rules.language.halves_not_apart import halves_not_apart
from designkit.checks.rules.language.no_grounding_eval import no_grounding_eval
from designkit.checks.rules.language.rights_after_the_fact import (
    rights_after_the_fact,
)
from designkit.checks.rules.language.semantic_cache_without_scope import (
    semantic_cache_without_scope,
)
from tests.rule_examples import told

DESIGN = """\
objectives: {{availability: 99%{promised}}}
evaluation: {{baseline: search{evaluation}}}
components:
  app: {{kind: client}}
  ask: {{kind: agent, control: {control}}}
  words: {{kind: inverted-index}}
  model: {{kind: hosted-model}}
  allowed: {{kind: eligibility-filter}}
  scan: {{kind: guardrail{guard}}}
  rank: {{kind: hosted-model, role: rerank}}
flows:
  calls:
    - app -> ask -> words: request
    - {way}: passages
    - ask -> model: prompt
"""
RIGHTS = ", freshness: {rights: 5 min}"


def design(
    promised: str = "",
    way: str = "words -> ask",
    evaluation: str = "",
    control: str = "workflow",
    guard: str = "",
) -> str:
    return DESIGN.format(
        promised=promised, way=way, evaluation=evaluation, control=control, guard=guard
    )


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        pytest.param({"promised": RIGHTS}, 1, id="everybody's"),
        pytest.param({}, 0, id="what all may read"),
        pytest.param(
            {"promised": RIGHTS, "way": "words -> allowed -> rank -> ask"},
            0,
            id="filtered, then ordered",
        ),
        pytest.param(
            {"promised": RIGHTS, "way": "words -> rank -> ask"}, 1, id="only ordered"
        ),
        pytest.param(
            {"promised": RIGHTS, "way": "words -> scan -> ask"}, 0, id="a guardrail"
        ),
        pytest.param(
            {
                "promised": RIGHTS,
                "way": "words -> scan -> ask",
                "guard": ", mode: watch",
            },
            1,
            id="a guardrail that only watches",
        ),
    ],
)
def test_rights_act_before_the_model_reads(keys: dict[str, str], found: int) -> None:
    assert len(told(design(**keys), rights_after_the_fact)) == found


HANDED = """\
objectives: {freshness: {rights: 5 min}}
components:
  app: {kind: client}
  ask: {kind: agent}
  find: {kind: candidate-generator}
  words: {kind: inverted-index}
  allowed: {kind: eligibility-filter}
  model: {kind: hosted-model}
flows:
  calls:
    - app -> ask: request
    - ask -> find: request / passages
    - find -> words: request / passages
    - find -> allowed: {carries: passages / passages, after: words}
    - ask -> model: prompt
"""


def test_who_searches_may_ask_the_filter_itself() -> None:
    kept = HANDED.replace("passages / passages, after", "passages, after")

    assert told(HANDED, rights_after_the_fact) == []
    assert told(kept, rights_after_the_fact) == [
        "4 error: passages of words reach ask before anything has asked who may read "
        "them"
    ]


def test_passages_that_carry_rights_say_that_they_differ() -> None:
    text = design().replace(
        "  allowed:", "  parse: {kind: document-parser, keeps-rights: true}\n  allowed:"
    )
    assert told(text, rights_after_the_fact) == [
        "5 error: passages of words reach ask before anything has asked who may read "
        "them"
    ]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        pytest.param({}, 1, id="nothing measures it"),
        pytest.param({"promised": ", groundedness: 95%"}, 0, id="promised"),
        pytest.param(
            {"evaluation": ", gates: [faithfulness >= 95%]"}, 0, id="a gate holds it"
        ),
        pytest.param({"control": "agent"}, 0, id="judged by what it did"),
        pytest.param({"way": "words -> rank"}, 0, id="no prompt has them"),
    ],
)
def test_what_is_said_is_held_against_the_passages(
    keys: dict[str, str], found: int
) -> None:
    assert len(told(design(**keys), no_grounding_eval)) == found


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ("", ["2 info: no set of cases judges retrieval and generation apart"]),
        (
            ", sets: [{id: all, purpose: task}, {id: found, purpose: retrieval}]",
            ["2 warning: no set of cases judges generation apart"],
        ),
        (
            ", sets: [{id: a, purpose: retrieval}, {id: b, purpose: generation}]",
            [],
        ),
        (", sets: [{id: a, purpose: retrieval}, {id: b}]", []),
    ],
)
def test_search_and_writing_are_judged_apart(sets: str, expected: list[str]) -> None:
    assert told(design(evaluation=sets), halves_not_apart) == expected


@pytest.mark.parametrize(
    ("stated", "promised", "expected"),
    [
        pytest.param(
            "",
            "",
            ["2 warning: recent answers what is similar, and does not say for whom"],
            id="nothing said",
        ),
        pytest.param(
            ", scope: [locale]",
            "",
            [
                "2 warning: nobody has measured how often recent answers something else",
                "2 info: recent does not say from which similarity on it answers",
            ],
            id="not measured",
        ),
        pytest.param(
            ", scope: [locale], similarity-min: 97%, false-hit-rate: 1%",
            "",
            [],
            id="public text",
        ),
        pytest.param(
            ", scope: [locale], similarity-min: 97%, false-hit-rate: 1%",
            RIGHTS,
            ["2 error: recent answers one with what only another may read"],
            id="rights differ",
        ),
        pytest.param(
            ", scope: [tenant, locale], similarity-min: 97%, false-hit-rate: 1%",
            RIGHTS,
            [],
            id="a tenant's",
        ),
    ],
)
def test_a_similar_question_is_not_the_same(
    stated: str, promised: str, expected: list[str]
) -> None:
    text = f"""\
components:
  recent: {{kind: cache, match: semantic{stated}}}
  ask: {{kind: agent}}
flows: {{streams: [ask -> recent: decision]}}
objectives: {{availability: 99%{promised}}}
"""
    assert told(text, semantic_cache_without_scope) == expected


def test_a_cache_of_the_same_question_needs_no_scope() -> None:
    text = """\
components:
  recent: {kind: cache, match: exact}
  ask: {kind: agent}
flows: {streams: [ask -> recent: decision]}
"""
    assert told(text, semantic_cache_without_scope) == []
