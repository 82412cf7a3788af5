import pytest

from designkit.checks.rules.labels.selective_labels import selective_labels
from tests.rule_examples import told

TEXT = """\
tier: %s
components:
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [%s]}
  train: {kind: trainer}
"""
HIDDEN = "decide hides outcomes, and no random part is let through"


@pytest.mark.parametrize(
    ("tier", "actions", "more", "expected"),
    [
        pytest.param(1, "allow, block", "", f"4 error: {HIDDEN}", id="no"),
        pytest.param(
            2,
            "auto-remove",
            "",
            f"4 warning: {HIDDEN}",
            id="less where less is lost",
        ),
        pytest.param(1, "allow, review", "", "", id="hides nothing"),
        pytest.param(1, "", "", "", id="no action is named"),
        pytest.param(
            1,
            "block",
            "  route: {kind: routing-engine}\n",
            "",
            id="a way that is blocked is known from others",
        ),
        pytest.param(
            1,
            "block",
            "problem: {label: {method: human}}\n",
            "",
            id="people label what was blocked as well",
        ),
        pytest.param(
            1,
            "block",
            "  explore: {kind: exploration-policy}\n",
            "6 warning: explore does not say which part it lets through at random",
            id="not said how much",
        ),
        pytest.param(
            1,
            "block",
            "  explore: {kind: exploration-policy, rate: 0%}\n",
            "6 error: explore explores nothing: no outcome is unbiased",
            id="nothing",
        ),
        pytest.param(
            1,
            "block",
            "  explore: {kind: exploration-policy, rate: none}\n",
            "6 error: explore explores nothing: no outcome is unbiased",
            id="denied",
        ),
        pytest.param(
            1,
            "block",
            "  explore: {kind: exploration-policy, rate: 0.1%}\n",
            "",
            id="a little",
        ),
    ],
)
def test_a_random_part_is_let_through(
    tier: int, actions: str, more: str, expected: str
):
    found = told(TEXT % (tier, actions) + more, selective_labels)

    assert found == ([expected] if expected else [])


def test_only_what_learns_is_asked():
    text = TEXT % (1, "block")

    assert told(text, selective_labels) == [f"4 error: {HIDDEN}"]
    assert told(text.replace("trainer", "evaluator"), selective_labels) == []
    assert told(text.replace("model-server", "feature-log"), selective_labels) == []


SEVERAL = """\
problem: {labels: {loss: {method: %s}, verdict: {method: human}}}
components:
  score: {kind: model-server}
  decide: {kind: decision-engine, actions: [allow, block]}
  join: {kind: label-joiner}
"""


@pytest.mark.parametrize(
    ("method", "count"),
    [
        pytest.param("natural", 1, id="one of them hides"),
        pytest.param("human", 0, id="people give all of them"),
    ],
)
def test_one_of_several_labels_may_hide(method: str, count: int) -> None:
    assert len(told(SEVERAL % method, selective_labels)) == count
