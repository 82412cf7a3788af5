import pytest

from designkit.checks.rules.completeness.no_online_evidence import no_online_evidence
from tests.rule_examples import told

MISSING = "1 warning: no experiment shows what the model changes for users"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param("", [MISSING], id="nothing"),
        pytest.param(
            "  deploy: {kind: deployer, strategy: [shadow, canary]}\n",
            [MISSING],
            id="a canary shows that it runs",
        ),
        pytest.param(
            "  deploy: {kind: deployer, strategy: [interleaving]}\n",
            [],
            id="interleaving",
        ),
        pytest.param(
            "  explore: {kind: exploration-policy, method: epsilon}\n",
            [MISSING],
            id="chance is no comparison",
        ),
        pytest.param(
            "  explore: {kind: exploration-policy, method: holdout}\n", [], id="holdout"
        ),
        pytest.param("experiment: {design: switchback}\n", [], id="experiment"),
        pytest.param("experiment: none\n", [MISSING], id="said to have none"),
    ],
)
def test_only_a_comparison_is_evidence(more: str, expected: list[str]) -> None:
    design = "components:\n  train: {kind: trainer}\n  rank: {kind: model-server}\n"

    assert told(design + more, no_online_evidence) == expected
