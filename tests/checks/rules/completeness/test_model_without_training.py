import pytest

from designkit.checks.rules.completeness.model_without_training import (
    model_without_training,
)
from tests.rule_examples import told

COMPONENTS = """\
components:
  train: {kind: trainer}
  registry: {kind: model-registry}
  score: {kind: model-server}
"""


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        pytest.param("trained-by: train", [], id="trained here"),
        pytest.param("pretrained: BERT base", [], id="pretrained elsewhere"),
        pytest.param(
            "served-by: score",
            ["6 warning: scorer is neither trained here nor pretrained elsewhere"],
            id="not said",
        ),
        pytest.param(
            "trained-by: none",
            ["6 error: scorer is neither trained here nor pretrained elsewhere"],
            id="denied, and no other origin",
        ),
    ],
)
def test_a_model_says_where_it_comes_from(model: str, expected: list[str]) -> None:
    models = f"models:\n  scorer: {{{model}}}\n"

    assert told(COMPONENTS + models, model_without_training) == expected


def test_flows_say_it_as_well() -> None:
    flows = "flows:\n  control: [train -> registry -> score: model]\n"
    models = "models:\n  scorer: {served-by: score}\n"

    assert told(COMPONENTS + flows + models, model_without_training) == []


def test_one_model_of_unknown_origin_is_one_fault() -> None:
    flows = "flows:\n  control: [registry -> score: model]\n"
    models = "models:\n  scorer: {served-by: score}\n"

    assert told(COMPONENTS + flows + models, model_without_training) == [
        "4 error: no trainer made the model of score: it begins at registry"
    ]


def test_a_flow_does_not_say_which_of_two_models_it_brings() -> None:
    flows = "flows:\n  control: [train -> registry -> score: model]\n"
    models = (
        "models:\n"
        "  first: {trained-by: train, served-by: score}\n"
        "  second: {served-by: score}\n"
    )

    assert told(COMPONENTS + flows + models, model_without_training) == [
        "9 warning: second is neither trained here nor pretrained elsewhere"
    ]
