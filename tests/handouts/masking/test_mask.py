from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.handouts.masking.mask import Mask, plan_of
from tests.drawn import SMALL, design_of

DESIGN = design_of(SMALL)
ALL = tuple(Mask)


def test_every_component_has_a_number_that_the_seed_decides() -> None:
    assert plan_of(DESIGN, ALL, 1).numbers == snapshot(
        {"scorer": 1, "gate": 2, "train": 3, "store": 4, "app": 5, "log": 6}
    )
    assert plan_of(DESIGN, ALL, 2).numbers == snapshot(
        {"scorer": 1, "gate": 2, "app": 3, "log": 4, "train": 5, "store": 6}
    )


def test_what_is_not_masked_is_not_hidden() -> None:
    plan = plan_of(DESIGN, (Mask.NAMES,))

    assert plan.names == frozenset(DESIGN.components)
    assert plan.technologies == frozenset()
    assert [flow for flow in DESIGN.flows if plan.hides_flow(flow)] == []
    assert not plan.hides_figures("gate")


def test_with_all_masks_everything_is_hidden() -> None:
    plan = plan_of(DESIGN, ["names", "technologies", "flows", "numbers"])

    assert plan.names == plan.technologies == frozenset(DESIGN.components)
    assert all(plan.hides_flow(flow) for flow in DESIGN.flows)
    assert all(plan.hides_figures(id) for id in DESIGN.components)


def test_the_order_of_the_components_decides_nothing() -> None:
    backwards = dict(reversed(DESIGN.components.items()))
    other = DESIGN.model_copy(update={"components": backwards})

    assert plan_of(other, ALL, 4, 0.5) == plan_of(DESIGN, ALL, 4, 0.5)


@pytest.mark.parametrize(("share", "count"), [(1, 6), (0.5, 3), (0.34, 3), (0.001, 1)])
def test_a_share_is_counted_upwards(share: float, count: int) -> None:
    plan = plan_of(DESIGN, ALL, 4, share)

    assert (len(plan.names), len(plan.technologies)) == (count, count)
    assert sorted(plan.numbers[id] for id in plan.names) == list(range(1, count + 1))


@given(seed=st.integers(), small=st.floats(0.01, 1), large=st.floats(0.01, 1))
def test_a_larger_share_hides_whatever_a_smaller_one_does(
    seed: int, small: float, large: float
) -> None:
    small, large = sorted((small, large))
    few, many = (plan_of(DESIGN, ALL, seed, share) for share in (small, large))

    assert few.names <= many.names
    assert few.technologies <= many.technologies
    assert all(many.hides_flow(f) for f in DESIGN.flows if few.hides_flow(f))
    assert few.numbers == replace(many, share=small).numbers


@pytest.mark.parametrize("share", [0, -0.5, 1.5, float("nan"), float("inf")])
def test_a_share_is_a_part_of_one(share: float) -> None:
    with pytest.raises(ValueError, match=r"above 0 and at most 1, not"):
        plan_of(DESIGN, ALL, 0, share)


def test_no_other_mask_is_known() -> None:
    with pytest.raises(ValueError, match="'colours' is not a valid Mask"):
        plan_of(DESIGN, ["colours"])
