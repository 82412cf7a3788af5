import pytest

from designkit.checks.rules.completeness.no_registry import no_registry
from tests.rule_examples import told

PAST = """\
components:
  train: {kind: trainer}
  registry: {kind: model-registry}
  rank: {kind: model-server}
flows:
  control:
    - train -> registry -> rank: model
    - train -> rank: model
"""


@pytest.mark.parametrize(
    ("tier", "expected"),
    [
        pytest.param(
            1, "5 error: models of train reach rank past the registry", id="1"
        ),
        pytest.param(
            2, "5 warning: models of train reach rank past the registry", id="2"
        ),
    ],
)
def test_a_way_past_the_registry_matters_by_tier(tier: int, expected: str) -> None:
    assert told(f"tier: {tier}\n{PAST}", no_registry) == [expected]


def test_a_registry_on_every_way_is_enough() -> None:
    assert told(PAST.replace("    - train -> rank: model\n", ""), no_registry) == []


def test_no_registry_at_all_is_an_error_in_any_tier() -> None:
    assert told("tier: 3\ncomponents: {app: {kind: client}}\n", no_registry) == [
        "2 error: model registry is missing: nothing keeps the versions of a model"
    ]


def test_where_nothing_is_trained_there_is_nothing_to_register() -> None:
    text = """\
components: {encode: {kind: model-server}}
models: {encoder: {served-by: encode, pretrained: MiniLM, trained-by: none}}
"""

    assert told(text, no_registry) == []
