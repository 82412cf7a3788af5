import pytest

from designkit.checks.rules.completeness.no_training import no_training
from tests.rule_examples import told

MISSING = "training is missing: nothing makes a model"


@pytest.mark.parametrize(
    ("models", "expected"),
    [
        pytest.param("", [f"1 error: {MISSING}"], id="no model"),
        pytest.param(
            "models: {a: {pretrained: none}, b: {pretrained: BERT}}\n",
            [f"1 error: {MISSING}"],
            id="one model is from nowhere",
        ),
        pytest.param(
            "models: {a: {pretrained: BERT}}\n",
            [f"1 warning: {MISSING}"],
            id="tuned here, or taken as it is? not said",
        ),
        pytest.param(
            "models: {a: {pretrained: BERT, trained-by: none}}\n",
            [],
            id="taken as it is, and said so",
        ),
    ],
)
def test_only_models_of_others_need_no_training(
    models: str, expected: list[str]
) -> None:
    design = f"components: {{encode: {{kind: model-server}}}}\n{models}"

    assert told(design, no_training) == expected
