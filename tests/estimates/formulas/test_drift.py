"""How far a distribution has moved."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.drift import false_alarms, psi

QUARTERS = (0.25,) * 4
MOVED = (0.2, 0.25, 0.25, 0.3)

weights = st.lists(st.floats(1e-9, 1), min_size=4, max_size=4)


def test_a_little_drift_is_a_small_number() -> None:
    assert psi(QUARTERS, MOVED) == pytest.approx(0.0202733, abs=0.5e-7)


def test_drift_is_the_same_both_ways() -> None:
    assert psi(MOVED, QUARTERS) == psi(QUARTERS, MOVED)


@settings(deadline=None, max_examples=50)
@given(weights, weights)
def test_drift_is_never_negative(one: list[float], other: list[float]) -> None:
    expected, actual = ([w / sum(side) for w in side] for side in (one, other))

    assert psi(expected, actual) >= 0
    assert psi(expected, expected) == 0


def test_shares_may_be_rounded() -> None:
    assert psi((0.33, 0.33, 0.33), (0.33, 0.33, 0.33)) == 0


@pytest.mark.parametrize(
    ("expected", "actual", "said"),
    [
        pytest.param(QUARTERS, MOVED[:3], "the same bins", id="not as many"),
        pytest.param((1.0,), (1.0,), "two or more", id="one bin"),
        pytest.param((), (), "two or more", id="no bin"),
        pytest.param(QUARTERS, (0, 0.5, 0.25, 0.25), "no bin may be empty", id="empty"),
        pytest.param((0.5, 0.5), (50, 50), "more than all", id="percents"),
        pytest.param((0.5, 0.5), (0.5, 0.4), "1 together", id="some are missing"),
        pytest.param((1, 0), (0.5, 0.5), "no bin may be empty", id="empty before"),
        pytest.param((0.5, 0.4), (0.5, 0.5), "1 together", id="missing before"),
    ],
)
def test_what_is_no_distribution_is_refused(
    expected: tuple[float, ...], actual: tuple[float, ...], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        psi(expected, actual)


def test_many_tests_sound_by_mistake() -> None:
    assert false_alarms(200, 24, 0.05) == 240


def test_a_level_is_a_share() -> None:
    with pytest.raises(ValueError, match="the level must lie from 0 to 1"):
        false_alarms(200, 24, 5)
