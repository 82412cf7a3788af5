"""One comparison: units for an effect, and the effect of so many units."""

import pytest

from designkit.estimates.comparison import ComparisonShape, Plan
from designkit.estimates.formulas.experiment import sample_size

MEAN, MARGIN = ComparisonShape(is_mean=True), ComparisonShape(is_margin=True)
IN_POINTS = ComparisonShape(in_points=True)


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(Plan(MEAN, 30, 0.05, 0.8, deviation=60), id="a mean"),
        pytest.param(Plan(MARGIN, 0.03, 0.01, 0.8), id="a margin"),
        pytest.param(
            Plan(MEAN, -30, 0.05, 0.8, deviation=60, control=0.9, share=0.1),
            id="unequal arms of a mean below 0",
        ),
        pytest.param(
            Plan(MARGIN, 0.03, 0.01, 0.8, size=20, icc=0.05), id="a margin in clusters"
        ),
    ],
)
def test_units_for_an_effect_show_that_effect(plan: Plan) -> None:
    assert plan.effect(plan.units(0.02)) == pytest.approx(0.02)


def test_points_are_of_one_and_not_of_the_rate() -> None:
    plan = Plan(IN_POINTS, 0.12, 0.05, 0.8)

    assert plan.units(-0.012) == sample_size(0.12, 0.108)


@pytest.mark.parametrize(
    ("size", "icc", "factor"), [(20, 0.05, 1.95 / 20), (20, 1, 1), (1, 0.5, 1)]
)
def test_clusters_hold_fewer_observations_than_they_have(
    size: float, icc: float, factor: float
) -> None:
    plan = Plan(ComparisonShape(), 0.2, 0.05, 0.8, size=size, icc=icc)

    assert plan.units(0.05) == pytest.approx(factor * sample_size(0.2, 0.21))


def test_a_rate_that_is_none_has_no_effect() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Plan(ComparisonShape(), 1.3, 0.05, 0.8).effect(1_000)
