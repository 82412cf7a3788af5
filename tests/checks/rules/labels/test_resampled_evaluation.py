import pytest

from designkit.checks.rules.labels.resampled_evaluation import resampled_evaluation
from tests.rule_examples import told

TEXT = "components:\n  build: {kind: dataset-builder}\ndatasets:\n  rows: {%s}\n"
OPEN = (
    "4 warning: rows keeps 5% of the negatives and does not say whether the part "
    "that judges is sampled as well"
)
RESAMPLED = "4 error: rows is judged on resampled examples"


@pytest.mark.parametrize(
    ("rows", "more", "expected"),
    [
        pytest.param("held-out: resampled", "", RESAMPLED, id="said"),
        pytest.param("negative-rate: 5%", "", OPEN, id="not said"),
        pytest.param("negative-rate: 5%, held-out: natural", "", "", id="natural"),
        pytest.param("negative-rate: 5%, reweighted: true", "", "", id="weighted"),
        pytest.param("negative-rate: 100%", "", "", id="nothing sampled"),
        pytest.param(
            "negative-rate: 5%",
            "  whole: {negative-rate: 100%}\n",
            "",
            id="another set is whole",
        ),
    ],
)
def test_models_are_judged_at_the_natural_rate(rows: str, more: str, expected: str):
    found = told(TEXT % rows + more, resampled_evaluation)

    assert found == ([expected] if expected else [])
