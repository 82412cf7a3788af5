"""The schema marks a misspelt word, and takes those that a design or a project names."""

from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from designkit.catalog.data_types import DATA_TYPES
from designkit.model.vocabulary import NO_WORDS, OwnKind, OwnType, Vocabulary
from designkit.source.examples import FILE
from designkit.source.reader import read
from designkit.source.schema import design_schema, part_schema, schema_text
from designkit.source.schema_words import answered
from designkit.source.vocabulary import named

HEAD = "designkit: 1\nname: Letters\nsystem: generic\n"
KINDS = "kinds: {letter-service: {like: service, definition: Sends letters.}}"
TYPES = "types: {letter: {like: response, definition: On paper.}}"
DESIGNS = Path(__file__).parents[1] / "judgement" / "designs"

PROJECT = named(
    Vocabulary(
        kinds={"vault": OwnKind(like="online-store", definition="Keeps values.")},
        types={"letter": OwnType(like="response", definition="On paper.")},
    )
)


def faults(text: str, words: Vocabulary = NO_WORDS, head: str = HEAD) -> list[str]:
    root = read(head + text).root
    assert root is not None
    found = Draft7Validator(design_schema(words)).iter_errors(root.plain())
    return sorted(f"{it.json_path} {it.validator}" for it in found)


def component(kind: str) -> str:
    return f"components: {{it: {{kind: {kind}}}}}\n"


def flow(carries: str) -> str:
    return f"{component('client')}flows: {{calls: [a -> b: {carries}]}}\n"


@pytest.mark.parametrize(
    ("vocabulary", "takes_kind", "takes_type"),
    [
        ("", False, False),
        ("vocabulary: none\n", False, False),
        (f"vocabulary: {{{KINDS}}}\n", True, False),
        (f"vocabulary: {{{TYPES}}}\n", False, True),
        (f"vocabulary: {{{KINDS}, {TYPES}}}\n", True, True),
    ],
)
def test_an_unknown_word_is_taken_where_a_design_has_words_of_its_own(
    vocabulary: str, *, takes_kind: bool, takes_type: bool
):
    at = "$.flows.calls[0]['a -> b']"

    assert (faults(vocabulary + component("letter-service")) == []) is takes_kind
    assert (faults(vocabulary + flow("letter")) == []) is takes_type
    assert (faults(vocabulary + flow("request / letter")) == []) is takes_type
    assert (faults(vocabulary + flow("{carries: letter}")) == []) is takes_type
    assert faults(flow("leter")) == [f"{at} pattern"]
    assert faults(flow("{carries: leter}")) == [f"{at}.carries pattern"]


@pytest.mark.parametrize("kind", ["gatway", "onlinestore", "model_server", "Client"])
def test_a_misspelt_kind_is_marked_at_its_place(kind: str):
    assert "$.components.it.kind pattern" in faults(component(kind))


@pytest.mark.parametrize(
    "carries", ["request", "request/prediction", "request  /  prediction", "{note: x}"]
)
def test_what_a_flow_carries_may_be_two_types(carries: str):
    assert faults(flow(carries)) == []


def test_the_words_of_a_project_are_known_with_the_attributes_of_what_they_are_like():
    stated = "components: {it: {kind: vault, ttl: 3 d}}\n"
    wrong = "components: {it: {kind: vault, canary: 1%}}\n"

    assert faults(stated, PROJECT) == []
    assert faults(flow("request / letter"), PROJECT) == []
    assert faults(wrong, PROJECT) == ["$.components.it additionalProperties"]
    assert faults(component("vualt"), PROJECT) == ["$.components.it.kind pattern"]
    assert faults(flow("leter"), PROJECT) == ["$.flows.calls[0]['a -> b'] pattern"]


def test_a_part_takes_the_words_of_designs_that_include_it():
    part = {"designkit-part": 1, "components": {"it": {"kind": "letter-service"}}}

    assert Draft7Validator(part_schema()).is_valid(part)


def test_an_editor_offers_every_type_as_the_answer_of_a_call():
    offered = answered(item.name for item in DATA_TYPES)["examples"]

    assert len(offered) == len(DATA_TYPES) - 1
    assert all(faults(flow(line)) == [] for line in offered)


@pytest.mark.parametrize(
    "path",
    [FILE, *sorted(it for it in DESIGNS.glob("*.yaml") if ".expected" not in it.name)],
    ids=lambda path: path.stem,
)
def test_what_the_loader_takes_is_valid(path: Path):
    assert faults(path.read_text(encoding="utf-8"), head="") == []


def test_the_schema_is_small_enough_for_an_editor():
    assert len(schema_text().encode()) < 600_000
