"""Caches of answers: what one person was told is not told to another."""

import pytest

from designkit.checks.rules.language.cross_tenant_cache import cross_tenant_cache
from designkit.checks.rules.language.semantic_cache_without_scope import (
    semantic_cache_without_scope,
)
from tests.rule_examples import told

DESIGN = """\
components:
  app: {{kind: client}}
  recent: {{kind: cache{stated}}}
  assist: {{kind: agent}}
  model: {{kind: hosted-model}}
  memory: {{kind: session-memory{scope}}}
  words: {{kind: inverted-index}}
  articles: {{kind: source-db, pii: personal}}
  orders: {{kind: tool{rights}}}
flows:
  calls:
    - {way}
    - assist -> model: prompt
    - assist -> words: request
    - words -> assist: passages
    - assist -> orders: tool-call
  lookups: [memory -> assist: passages]
  batches: [articles -> words: index]
"""
BEFORE = "app -> recent -> assist: request"
BESIDE = """app -> assist: request
    - model -> recent: completion"""
SHARED = {"scope": ", scope: repository"}
LOST = "and its scope does not tell whose they are"


def design(
    stated: str = "", way: str = BEFORE, scope: str = "", rights: str = ""
) -> str:
    return DESIGN.format(stated=stated, way=way, scope=scope, rights=rights)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(
            {},
            [
                "3 warning: recent keeps answers that differ from person to person, by "
                f"memory, {LOST}"
            ],
            id="nothing is said of the cache",
        ),
        pytest.param(
            {"stated": ", scope: [locale]", "way": BESIDE},
            [
                "3 error: recent keeps answers that differ from person to person, by "
                f"memory, {LOST}"
            ],
            id="kept as the model wrote them",
        ),
        pytest.param(
            {**SHARED, "rights": ", acts-as: user"},
            [
                "3 warning: recent keeps answers that differ from person to person, by "
                f"orders, {LOST}"
            ],
            id="a tool looks with the rights of whoever asks",
        ),
        pytest.param({"stated": ", scope: [user]"}, [], id="each has their own"),
        pytest.param({"stated": ", key: [question, customer]"}, [], id="in the key"),
        pytest.param({"stated": ", key: [whole prompt]"}, [], id="all that was read"),
        pytest.param(SHARED, [], id="everybody reads the same, names in it or not"),
    ],
)
def test_an_answer_is_kept_for_whom_it_was_written(
    keys: dict[str, str], expected: list[str]
) -> None:
    assert told(design(**keys), cross_tenant_cache) == expected


def test_a_similar_question_of_another_person_is_another_question() -> None:
    stated = (
        ", match: semantic, scope: [locale], similarity-min: 97%, false-hit-rate: 1%"
    )

    assert told(design(stated), cross_tenant_cache) == []
    assert told(design(stated), semantic_cache_without_scope) == [
        "3 error: recent answers one with what only another may read, by memory"
    ]
