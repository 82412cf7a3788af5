"""Where scores become decisions: of heads, of labels, of the whole evaluation."""

import pytest

from designkit.analysis.thresholds import thresholds
from tests.cases import case_of

APP = "components: {app: {kind: client}}\n"


@pytest.mark.parametrize(
    ("design", "expected"),
    [
        pytest.param("", [], id="none"),
        pytest.param(
            "evaluation: {operating-point: {recall: 60%}}\n",
            [("", "evaluation.operating-point", "60%")],
            id="that of the evaluation",
        ),
        pytest.param(
            "problem: {labels: {a: {operating-point: {recall: 70%}}, b: {}}}\n"
            "evaluation: {operating-point: {recall: 60%}}\n",
            [
                ("a", "problem.labels.a.operating-point", "70%"),
                ("b", "evaluation.operating-point", "60%"),
            ],
            id="a label's own goes before",
        ),
        pytest.param(
            "problem: {labels: {a: {operating-point: {recall: 70%}}, b: {}}}\n"
            "models: {m: {heads: {x: {label: a, operating-point: {recall: 80%}}}}}\n",
            [("m.x", "models.m.heads.x.operating-point", "80%")],
            id="that of a head goes before that of its label",
        ),
    ],
)
def test_the_nearest_operating_point_counts(
    design: str, expected: list[tuple[str, str, str]]
) -> None:
    found = thresholds(case_of(design + APP))

    told = [(it.id, ".".join(it.path), str(it.point.recall)) for it in found]
    assert told == expected
