"""What a solver leaves undone that stops at a gap."""

import pytest

from designkit.estimates.formulas.solving import lost_at_gap


@pytest.mark.parametrize(("found", "bound"), [(1_500.0, 1_530.0), (80.0, 80.0)])
def test_it_is_what_lies_between_the_plan_and_its_bound(
    found: float, bound: float
) -> None:
    gap = abs(bound - found) / abs(found)

    assert lost_at_gap(found, gap) == pytest.approx(bound - found)


def test_no_plan_is_better_than_the_best() -> None:
    with pytest.raises(ValueError, match="the gap must lie not below 0"):
        lost_at_gap(1_500, -0.01)
