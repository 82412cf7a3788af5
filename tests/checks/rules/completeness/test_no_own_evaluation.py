import pytest

from designkit.checks.rules.completeness.no_own_evaluation import no_own_evaluation
from tests.rule_examples import told

DESIGN = """\
components: {encode: {kind: model-server}}
models:
  encoder: {served-by: encode, pretrained: MiniLM, trained-by: none}
"""
MISSING = (
    "1 warning: nothing measures encoder, which others trained, on cases of your own"
)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param("", [MISSING], id="nothing"),
        pytest.param("evaluation: none\n", [MISSING], id="said to have none"),
        pytest.param("evaluation: {metrics: [recall@10]}\n", [], id="metrics"),
        pytest.param(
            "tier: 1\n", [MISSING.replace("warning", "error")], id="people hang on it"
        ),
    ],
)
def test_somebody_else_measured_something_else(more: str, expected: list[str]) -> None:
    assert told(DESIGN + more, no_own_evaluation) == expected


def test_a_model_that_is_tuned_here_is_no_model_of_others() -> None:
    text = """\
components: {encode: {kind: model-server}, tune: {kind: trainer}}
models:
  encoder: {served-by: encode, pretrained: MiniLM, trained-by: tune}
"""

    assert told(text, no_own_evaluation) == []
