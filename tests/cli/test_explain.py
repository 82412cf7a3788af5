import json
from collections.abc import Callable

import pytest
from inline_snapshot import snapshot

from designkit.checks.explanation import explanations

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""


def test_a_rule_is_explained_with_its_reason_and_its_examples(run: Run):
    assert run("explain", "bad-value") == (
        0,
        snapshot("""\
DK013 bad-value
error; stage: loading; systems: all

A value is one of those that the key allows.

Some keys have a short list of values, because rules and pictures decide by them. A
value of your own would be read by nobody.

Bad:

    components:
      score: {kind: model-server, role: scorer}  # <-

Good:

    components:
      score: {kind: model-server, role: rank}

What to do: Choose one of the values in the message. To say that there is no such thing,
write `none`; what does not fit any of them belongs in `note`.

Page: docs/rules/bad-value.md
"""),
        "",
    )


@pytest.mark.parametrize("word", ["DK013", "dk013", "bad-value"])
def test_code_and_name_mean_the_same(word: str, run: Run):
    assert run("explain", word) == run("explain", "bad-value")


def test_the_page_in_markdown_is_a_document_with_a_title(run: Run):
    code, out, err = run("explain", "orphan", "--format", "markdown")

    assert (code, err) == (0, "")
    assert out.startswith("# orphan\n\nA component takes part in at least one flow.\n")


def test_json_tells_one_rule_in_the_list_of_rules(run: Run):
    told = json.loads(run("explain", "DK013", "--format", "json")[1])

    assert told == snapshot(
        {
            "version": 1,
            "rules": [
                {
                    "code": "DK013",
                    "name": "bad-value",
                    "severity": "error",
                    "raised": {},
                    "stage": "loading",
                    "systems": [],
                    "summary": "A value is one of those that the key allows.",
                    "why": "Some keys have a short list of values, because rules and pictures decide by them. A value of your own would be read by nobody.",
                    "bad": """\
components:
  score: {kind: model-server, role: scorer}  # <-
""",
                    "good": """\
components:
  score: {kind: model-server, role: rank}
""",
                    "fix": "Choose one of the values in the message. To say that there is no such thing, write `none`; what does not fit any of them belongs in `note`.",
                    "source": "",
                    "url": "docs/rules/bad-value.md",
                }
            ],
        }
    )


def test_without_a_rule_all_are_listed_by_stage(run: Run):
    code, out, err = run("explain")
    listed = [line.split()[0] for line in out.splitlines() if line.startswith("  DK")]

    assert (code, err) == (0, "")
    assert sorted(listed) == [item.code for item in explanations()]
    assert out.startswith("loading\n  DK001  error    yaml-syntax  ")


def test_all_rules_can_be_had_as_markdown_and_as_json(run: Run):
    tables = run("explain", "--format", "markdown")[1]
    told = json.loads(run("explain", "-f", "json")[1])

    assert tables.startswith("# Rules\n\n## Loading\n\n| Code | Severity |")
    assert [it["code"] for it in told["rules"]] == [it.code for it in explanations()]


def test_an_unknown_rule_is_one_line(run: Run):
    assert run("explain", "no-monitring") == (
        2,
        "",
        "designkit: nothing is called 'no-monitring'; did you mean no-monitoring? "
        "`designkit list` shows rules, kinds and data types, `designkit estimate` "
        "figures\n",
    )


def test_an_empty_word_is_no_rule(run: Run):
    assert run("explain", "")[0] == 2


def test_an_unknown_format_names_those_there_are(run: Run):
    assert run("explain", "--format", "html") == (
        2,
        "",
        "designkit: no format is called 'html'; there are text, markdown, json\n",
    )


def test_a_kind_is_explained(run: Run):
    code, out, err = run("explain", "Model-Registry")

    assert (code, err) == (0, "")
    assert out == snapshot("""\
model-registry
kind

Keeps every model version with its origin and its approval, and knows which one is in
service. A rollback needs an older version that still exists and still loads.

Stage: Registry and release
Takes: model, decision
Must take: model
Gives: model
States: keep-versions (like 5): versions that stay ready to be served; approval (like
  "owner of the model, after the evaluation"): who lets a version pass; automatic if
  nobody; stores-lineage (like true): whether code, data and features are recorded;
  signed (like true): whether a version can be proved unaltered
Runs on: MLflow, SageMaker, Vertex AI, Weights & Biases

    components:
      the-model-registry:
        kind: model-registry
        keep-versions: 5
        approval: "owner of the model, after the evaluation"
        stores-lineage: true
        signed: true

Page: docs/kinds/model-registry.md
""")


def test_words_of_every_sort_are_known_in_json(run: Run):
    told = json.loads(run("explain", "min", "--format", "json")[1])

    assert told == snapshot(
        {
            "version": 1,
            "terms": [
                {
                    "name": "min",
                    "sort": "unit",
                    "meaning": "A unit of duration.",
                    "facts": {"As duration": "60 s", "Written like": "2 min"},
                    "example": "",
                    "url": "docs/keys.md#quantities",
                }
            ],
        }
    )
