import pytest

from designkit.checks.rules.completeness.no_baseline import no_baseline
from tests.rule_examples import told

MISSING = "no baseline is named that a model must beat"


@pytest.mark.parametrize(
    "design",
    [
        pytest.param("components: {a: {kind: client}}", id="sketch without a problem"),
        pytest.param(
            "problem: {baseline: rules}\ncomponents: {a: {kind: client}}",
            id="under problem",
        ),
        pytest.param(
            "evaluation: {baseline: rules}\ncomponents: {a: {kind: client}}",
            id="under evaluation",
        ),
        pytest.param(
            "problem: {task: ranking}\n"
            "components: {gate: {kind: evaluator, baseline: rules}}",
            id="at the evaluator",
        ),
        pytest.param(
            "problem: {task: ranking}\ncomponents: {a: {kind: client}}\n"
            "models: {ranker: {ladder: [{model: popularity, why: no training}]}}",
            id="as the first step of a ladder",
        ),
    ],
)
def test_a_baseline_may_stand_in_several_places(design: str) -> None:
    assert told(design + "\n", no_baseline) == []


@pytest.mark.parametrize(
    ("design", "expected"),
    [
        pytest.param(
            "problem:\n  task: ranking\ncomponents: {a: {kind: client}}",
            [f"1 info: {MISSING}"],
            id="not said",
        ),
        pytest.param(
            "components: {a: {kind: client}}\nevaluation: {metrics: [AUC]}",
            [f"2 info: {MISSING}"],
            id="not said, and nothing but evaluation to say it in",
        ),
        pytest.param(
            "problem:\n  task: ranking\ncomponents:\n"
            "  gate:\n    kind: evaluator\n    baseline: none",
            [f"6 warning: {MISSING}"],
            id="denied at the evaluator",
        ),
    ],
)
def test_it_points_at_where_it_is_denied_or_should_stand(
    design: str, expected: list[str]
) -> None:
    assert told(design + "\n", no_baseline) == expected
