"""Whether a model may be served other values than it was trained on."""

import pytest

from designkit.analysis.facts import Facts
from designkit.analysis.skew import may_differ
from designkit.source.loader import load_text

HEAD = "designkit: 1\nname: Example\nsystem: generic\n"
TRAINED = """\
components:
  build: {kind: dataset-builder}
  train: {kind: trainer}
  score: {kind: model-server}
"""
TWO_MAKERS = """\
components:
  live: {kind: %s}
  nightly: {kind: batch-transform}
  score: {kind: model-server}
"""


def facts_of(text: str) -> Facts:
    loaded = load_text(HEAD + text, "example.yaml")
    assert loaded.design is not None, loaded.diagnostics
    return Facts(loaded.design)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(TRAINED, False, id="a model of pixels"),
        pytest.param(
            f"{TRAINED}  counts: {{kind: batch-transform}}\n", True, id="made"
        ),
        pytest.param(f"{TRAINED}  online: {{kind: online-store}}\n", True, id="kept"),
        pytest.param(
            f"{TRAINED}  online: {{kind: online-store}}\nfeatures: none\n",
            False,
            id="said to have none",
        ),
        pytest.param(
            "components: {score: {kind: model-server}}\n", True, id="nobody says"
        ),
        pytest.param(
            "components: {score: {kind: model-server}}\nmodels: {net: {pretrained: a}}\n",
            False,
            id="a model of others",
        ),
    ],
)
def test_values_differ_where_they_are_made_or_kept(text: str, expected: bool) -> None:
    assert may_differ(facts_of(text)) is expected


@pytest.mark.parametrize(
    ("kind", "feature", "expected"),
    [
        pytest.param(
            "on-demand-transform", "{online-by: live}", False, id="one maker for both"
        ),
        pytest.param(
            "on-demand-transform",
            "{online-by: live, offline-by: nightly}",
            True,
            id="two makers",
        ),
        pytest.param(
            "on-demand-transform",
            "{online-by: live, offline-by: nightly, parity: compared each hour}",
            False,
            id="two makers that are compared",
        ),
        pytest.param(
            "materializer",
            "{online-by: live, offline-by: nightly}",
            False,
            id="one only carries it on",
        ),
        pytest.param(
            "on-demand-transform", "{available-at: request}", False, id="of the request"
        ),
        pytest.param("on-demand-transform", "{entity: user}", True, id="nobody says"),
    ],
)
def test_without_a_store_it_hangs_on_who_makes_each(
    kind: str, feature: str, expected: bool
) -> None:
    text = TWO_MAKERS % kind + f"features: {{it: {feature}}}\n"

    assert may_differ(facts_of(text)) is expected
