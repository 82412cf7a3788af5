import pytest

from designkit.checks.rules.labels.selective_labels import selective_labels
from tests.rule_examples import told

TEXT = """\
system: %s
components:
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [%s]}
  train: {kind: trainer}
"""
HIDDEN = "decide hides outcomes, and no random part is let through"


@pytest.mark.parametrize(
    ("system", "actions", "more", "expected"),
    [
        pytest.param(
            "fraud-detection", "allow, block", "", f"4 error: {HIDDEN}", id="no"
        ),
        pytest.param(
            "content-moderation",
            "auto-remove",
            "",
            f"4 warning: {HIDDEN}",
            id="less where less is lost",
        ),
        pytest.param("fraud-detection", "allow, review", "", "", id="hides nothing"),
        pytest.param("recommendation", "block", "", "", id="another sort of system"),
        pytest.param(
            "fraud-detection",
            "block",
            "problem: {label: {method: human}}\n",
            "",
            id="people label what was blocked as well",
        ),
        pytest.param(
            "fraud-detection",
            "block",
            "  explore: {kind: exploration-policy}\n",
            "6 warning: explore does not say which part it lets through at random",
            id="not said how much",
        ),
        pytest.param(
            "fraud-detection",
            "block",
            "  explore: {kind: exploration-policy, rate: 0%}\n",
            "6 error: explore explores nothing: no outcome is unbiased",
            id="nothing",
        ),
        pytest.param(
            "fraud-detection",
            "block",
            "  explore: {kind: exploration-policy, rate: none}\n",
            "6 error: explore explores nothing: no outcome is unbiased",
            id="denied",
        ),
        pytest.param(
            "fraud-detection",
            "block",
            "  explore: {kind: exploration-policy, rate: 0.1%}\n",
            "",
            id="a little",
        ),
    ],
)
def test_a_random_part_is_let_through(
    system: str, actions: str, more: str, expected: str
):
    found = told(TEXT % (system, actions) + more, selective_labels)

    assert found == ([expected] if expected else [])


def test_where_no_engine_decides_the_model_does():
    text = "system: news-feed\ncomponents:\n  rank: {kind: model-server}\n"

    assert told(text, selective_labels) == []
    assert told(text + "  train: {kind: trainer}\n", selective_labels) == [
        "3 warning: rank hides outcomes, and no random part is let through"
    ]
