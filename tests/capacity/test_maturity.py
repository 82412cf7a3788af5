import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.capacity.maturity import mature_share, sampled_rate


@pytest.mark.parametrize(
    ("days", "share"),
    [(14, 0.3234), (21, 0.5), (30, 0.6566), (60, 0.8823), (90, 0.95), (120, 0.9756)],
)
def test_a_lognormal_delay_goes_through_its_percentiles(days: float, share: float):
    assert mature_share(days, 21, 90) == pytest.approx(share, abs=1e-4)


@pytest.mark.parametrize(
    ("wait", "p50", "p95", "share"),
    [
        pytest.param(0, 21, 90, 0, id="nobody has waited"),
        pytest.param(20, 21, 21, 0, id="no spread, before"),
        pytest.param(21, 21, 21, 1, id="no spread, after"),
        pytest.param(5, 0, 9, 0, id="a median of nothing, before"),
    ],
)
def test_a_delay_without_spread_is_a_step(
    wait: float, p50: float, p95: float, share: float
):
    assert mature_share(wait, p50, p95) == share


def test_sampling_bends_a_rate():
    assert sampled_rate(0.01, 0.1) == pytest.approx(0.0917431, rel=1e-6)
    assert sampled_rate(0, 0) == 0


@settings(deadline=None, max_examples=50)
@given(st.floats(0.001, 1), st.floats(0.001, 1))
def test_the_correction_of_he_undoes_the_sampling(rate: float, kept: float):
    bent = sampled_rate(rate, kept)

    assert bent / (bent + (1 - bent) / kept) == pytest.approx(rate)
