"""Guards one after another, and a second provider."""

import pytest

from designkit.estimates.formulas.availability import in_series, with_fallback
from designkit.estimates.formulas.guards import false_alarms_of, misses_of


@pytest.mark.parametrize(("each", "together"), [(0.01, 0.029701), (0.005, 0.014925)])
def test_false_alarms_add_up(each: float, together: float) -> None:
    assert false_alarms_of([each] * 3) == pytest.approx(together, rel=1e-5)


def test_an_attack_has_to_pass_all() -> None:
    assert misses_of([0.2, 0.3]) == pytest.approx(0.06)


def test_a_guard_has_a_share() -> None:
    with pytest.raises(ValueError, match="share of a guard"):
        misses_of([1.5])


def test_a_second_provider_is_behind_a_switch() -> None:
    switched = in_series([0.995, 0.99, 0.99])

    assert with_fallback(0.995, 0.995) == pytest.approx(0.999975)
    assert with_fallback(0.995, switched) == pytest.approx(0.9999, abs=3e-5)
