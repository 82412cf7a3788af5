import pytest

from designkit.checks.rules.consistency.index_encoder_mismatch import (
    index_encoder_mismatch,
)
from tests.rule_examples import told

TEXT = """\
system: search-ranking
components:
  ann: {kind: ann-index%s}
  build: {kind: index-builder%s}
  vectors: {kind: embedding-job%s}
  encode: {kind: model-server, role: encode}
flows:
  calls: [encode -> ann: embedding]
  batches:
    - vectors -> build: embedding
    - build -> ann: index
"""
UNSAID = "ann does not say which encoder its vectors come from"


@pytest.mark.parametrize(
    ("ann", "build", "vectors", "expected"),
    [
        pytest.param("", "", "", [f"3 warning: {UNSAID}"], id="not said"),
        pytest.param("none", "", "", [f"3 error: {UNSAID}"], id="denied"),
        pytest.param("", "", "e@1", [], id="said by the job"),
        pytest.param("e@1", "e@1", "e@1", [], id="one version"),
        pytest.param(
            "e@1",
            "e@2",
            "e@2",
            ["3 error: encoders differ: ann of e@1 and build and vectors of e@2"],
            id="two versions",
        ),
        pytest.param(
            "same release as the query encoder", "e@2", "", [], id="said in words"
        ),
    ],
)
def test_all_vectors_come_from_one_encoder(
    ann: str, build: str, vectors: str, expected: list[str]
):
    said = [f", encoder: {text}" if text else "" for text in (ann, build, vectors)]

    assert told(TEXT % tuple(said), index_encoder_mismatch) == expected


@pytest.mark.parametrize(
    ("models", "expected"),
    [
        pytest.param("{e: {served-by: encode}}", [], id="the same"),
        pytest.param("{q: {served-by: encode}}", [], id="one that is not declared"),
        pytest.param("{e: {output: embedding}, q: {output: score}}", [], id="unplaced"),
        pytest.param(
            "{e: {served-by: vectors}, q: {served-by: encode}}",
            ["3 error: ann holds vectors of e, but encode runs q"],
            id="another",
        ),
    ],
)
def test_the_query_is_encoded_by_the_same_model(models: str, expected: list[str]):
    text = TEXT % (", encoder: e@1", "", "") + f"models: {models}\n"

    assert told(text, index_encoder_mismatch) == expected
