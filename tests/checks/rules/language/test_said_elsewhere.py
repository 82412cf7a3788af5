"""What general rules say of systems that are built around language models."""

import pytest

from designkit.checks.rules.consistency.index_encoder_mismatch import (
    index_encoder_mismatch,
)
from designkit.source.loader import load_text
from tests.cases import HEAD
from tests.rule_examples import told

ENCODED = """\
components:
  ask: {{kind: agent}}
  parse: {{kind: document-parser}}
  encode: {{kind: embedding-job, encoder: small@2}}
  build: {{kind: index-builder}}
  near: {{kind: ann-index}}
  vendor: {{kind: hosted-model, role: embed{version}}}
flows:
  calls: [ask -> vendor: request, vendor -> near: embedding, near -> ask: passages]
  batches:
    - parse -> encode, build: passages
    - encode -> build: embedding
    - build -> near: index
"""


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        pytest.param(
            ", model-version: small@3",
            ["6 error: near holds vectors of small@2, but vendor is small@3"],
            id="questions in a newer version than passages",
        ),
        pytest.param(", model-version: small@2", [], id="one version"),
        pytest.param(
            ", model-version: small-2026-04", [], id="versions that cannot be compared"
        ),
        pytest.param("", [], id="its version is asked for elsewhere"),
    ],
)
def test_questions_and_passages_are_encoded_alike(
    version: str, expected: list[str]
) -> None:
    assert told(ENCODED.format(version=version), index_encoder_mismatch) == expected


ANSWERED = """\
components:
  a: {{kind: agent}}
  b: {{kind: agent}}
  model: {{kind: hosted-model}}
flows: {{calls: [b -> model: prompt, {answer}]}}
"""


@pytest.mark.parametrize(
    ("answer", "missing"),
    [
        pytest.param("model -> a: completion", ["b"], id="who asked gets no answer"),
        pytest.param("model -> b: completion", [], id="who asked gets it"),
    ],
)
def test_an_answer_goes_to_who_asked(answer: str, missing: list[str]) -> None:
    loaded = load_text(HEAD + ANSWERED.format(answer=answer), "example.yaml")

    told_of = [
        d.message for d in loaded.diagnostics if "gets no completion" in d.message
    ]
    assert told_of == [f"{id} gets no completion, which agent needs" for id in missing]
