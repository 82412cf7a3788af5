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


BY_STORE = """\
system: recommendation
components:
  ann: {kind: ann-index, encoder: e@42}
  vectors: {kind: embedding-job, encoder: e@42}
  build: {kind: index-builder}
  users: {kind: embedding-job, encoder: e@41}
  load: {kind: materializer}
  store: {kind: online-store}
  rank: {kind: model-server, role: rank}
  fetch: {kind: candidate-generator}
%s
flows:
  lookups: [ann -> fetch: candidates, %s]
  batches:
    - vectors -> build: embedding
    - build -> ann: index
    - users -> load: embedding
    - load -> store: feature-values
%s"""
MEETS = "3 error: encoders differ: ann and vectors of e@42 and users of e@41"
FORMER = "  former: {kind: ann-index, encoder: e@41}"
NEW = "  new-users: {kind: embedding-job, encoder: e@42}"
UNKNOWN = "  others: {kind: embedding-job}"
MORE = "    - users -> history: embedding\n"
HISTORY = "  history: {kind: offline-store}"


@pytest.mark.parametrize(
    ("parts", "lookup", "batch", "expected"),
    [
        pytest.param("", "store -> ann: embedding", "", [MEETS], id="by a store"),
        pytest.param(
            HISTORY,
            "store -> ann: embedding",
            "users -> history -> load: embedding",
            [MEETS],
            id="by two",
        ),
        pytest.param(
            "", "store -> rank: feature-values", "", [], id="a feature of a ranker"
        ),
        pytest.param(
            FORMER,
            "store -> former: embedding",
            "users -> former: embedding",
            [],
            id="an index of its own",
        ),
        pytest.param(
            NEW,
            "store -> ann: embedding",
            "new-users -> store: embedding",
            [],
            id="both versions in one store",
        ),
        pytest.param(
            UNKNOWN,
            "store -> ann: embedding",
            "others -> store: embedding",
            [],
            id="of an unknown version as well",
        ),
    ],
)
def test_the_vector_of_a_query_is_followed_to_its_encoder(
    parts: str, lookup: str, batch: str, expected: list[str]
):
    text = BY_STORE % (parts, lookup, f"    - {batch}\n" if batch else "")

    assert told(text, index_encoder_mismatch) == expected


def test_the_vectors_of_an_index_are_followed_too():
    text = BY_STORE % (HISTORY, "store -> rank: feature-values", MORE)
    text = text.replace("vectors -> build", "history -> build")

    assert told(text, index_encoder_mismatch) == [
        "3 error: encoders differ: ann of e@42 and users of e@41"
    ]


def test_a_model_is_known_behind_a_store_as_well():
    text = TEXT % (", encoder: e@1", "", "")
    text = (
        text.replace("[encode -> ann: embedding]", "[]")
        .replace(
            "  batches:", "  lookups: [encode -> kept -> ann: embedding]\n  batches:"
        )
        .replace("flows:", "  kept: {kind: online-store}\nflows:")
    )
    models = "models: {e: {served-by: vectors}, q: {served-by: encode}}\n"

    assert told(text + models, index_encoder_mismatch) == [
        "3 error: ann holds vectors of e, but encode runs q"
    ]
