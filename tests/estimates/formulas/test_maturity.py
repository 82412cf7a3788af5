"""How much of the truth has arrived, and what sampling makes of a rate."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.maturity import (
    age_for_share,
    age_for_share_exponential,
    corrected_rate,
    mature_share,
    mature_share_exponential,
    newest_example_age,
    sampled_rate,
)
from designkit.estimates.formulas.rare import corrected_probability

shares = st.floats(0.001, 0.999)

few = settings(deadline=None, max_examples=50)


@pytest.mark.parametrize(
    ("days", "share"),
    [
        (14, 0.3234),
        (21, 0.5),
        (30, 0.6566),
        (45, 0.8055),
        (60, 0.8823),
        (90, 0.95),
        (120, 0.9756),
    ],
)
def test_a_lognormal_delay_goes_through_its_percentiles(
    days: float, share: float
) -> None:
    assert mature_share(days, 21, 90) == pytest.approx(share, abs=0.5e-4)
    assert age_for_share(share, 21, 90) == pytest.approx(days, rel=1e-3)


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
) -> None:
    assert mature_share(wait, p50, p95) == share


@pytest.mark.parametrize("p50", [0, 21])
def test_all_outcomes_come_at_once_without_spread(p50: float) -> None:
    assert age_for_share(0.3, p50, 21) == 21


@few
@given(shares, st.floats(1e-3, 1e9), st.floats(1.1, 1e3))
def test_after_the_wait_for_a_share_it_is_there(
    share: float, p50: float, times: float
) -> None:
    wait = age_for_share(share, p50, p50 * times)

    assert mature_share(wait, p50, p50 * times) == pytest.approx(share)


def test_an_exponential_delay_is_known_by_its_mean() -> None:
    assert mature_share_exponential(45, 21) == pytest.approx(0.882681, abs=0.5e-6)
    assert age_for_share_exponential(0.95, 21) == pytest.approx(62.910, abs=0.5e-3)
    assert mature_share_exponential(0, 21) == 0


@few
@given(st.floats(1e-6, 0.999), st.floats(1e-12, 1e30))
def test_the_exponential_wait_for_a_share_brings_it(share: float, mean: float) -> None:
    wait = age_for_share_exponential(share, mean)

    assert mature_share_exponential(wait, mean) == pytest.approx(share)


@few
@given(st.floats(0, 1e30), st.floats(0, 1e30), st.floats(1e-12, 1e30))
def test_who_waits_longer_never_knows_less(
    one: float, other: float, mean: float
) -> None:
    short, long = sorted((one, other))

    less, more = (mature_share_exponential(wait, mean) for wait in (short, long))

    assert 0 <= less <= more <= 1


@pytest.mark.parametrize("share", [0, 1, 1.1])
def test_no_wait_brings_all_or_nothing(share: float) -> None:
    with pytest.raises(ValueError, match="the share must lie between 0 and 1"):
        age_for_share(share, 21, 90)
    with pytest.raises(ValueError, match="the share must lie between 0 and 1"):
        age_for_share_exponential(share, 21)


def test_a_rate_is_corrected_for_what_is_still_to_come() -> None:
    assert corrected_rate(0.0008, 0.8) == pytest.approx(0.001)
    assert corrected_rate(0.8, 0.8) == 1


@few
@given(st.floats(0, 1), shares)
def test_a_rate_seen_too_early_is_corrected(rate: float, share: float) -> None:
    assert corrected_rate(rate * share, share) == pytest.approx(rate)


@pytest.mark.parametrize(
    ("observed", "share", "said"),
    [
        pytest.param(0.01, 0, "the known share", id="nothing is known"),
        pytest.param(0.6, 0.5, "not lie above", id="more than all are positive"),
        pytest.param(1.1, 1, "the observed rate", id="not a rate"),
    ],
)
def test_what_no_correction_helps_is_refused(
    observed: float, share: float, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        corrected_rate(observed, share)


@pytest.mark.parametrize(
    ("wait", "steps", "interval", "hours"),
    [
        pytest.param(45 * 24, (1, 6, 2, 3, 1, 2), 0, 1_095, id="fraud, new"),
        pytest.param(24, (1, 2, 0.82, 0.5, 2), 24, 54.32, id="recommendation"),
    ],
)
def test_the_newest_example_is_as_old_as_all_that_it_went_through(
    wait: float, steps: tuple[float, ...], interval: float, hours: float
) -> None:
    assert newest_example_age(wait, steps, interval=interval) == pytest.approx(hours)


def test_without_an_interval_the_model_is_new() -> None:
    assert newest_example_age(24, [1, 2]) == 27


@pytest.mark.parametrize(
    ("wait", "step", "interval", "said"),
    [(24, -1, 0, "step"), (-1, 1, 0, "wait"), (24, 1, -1, "interval")],
)
def test_nothing_takes_less_than_no_time(
    wait: float, step: float, interval: float, said: str
) -> None:
    with pytest.raises(ValueError, match=f"the {said} must lie not below 0"):
        newest_example_age(wait, [1, step], interval=interval)


def test_sampling_bends_a_rate() -> None:
    assert sampled_rate(0.01, 0.1) == pytest.approx(0.0917431, rel=1e-6)
    assert sampled_rate(0, 0) == 0


@few
@given(st.floats(1e-12, 1), st.floats(1e-6, 1))
def test_the_correction_undoes_the_sampling(rate: float, kept: float) -> None:
    bent = sampled_rate(rate, kept)

    assert corrected_probability(bent, kept) == pytest.approx(rate, rel=1e-4)


@few
@given(st.floats(0, 1), st.floats(1e-12, 1))
def test_the_sampling_undoes_the_correction(bent: float, kept: float) -> None:
    true = corrected_probability(bent, kept)

    assert sampled_rate(true, kept) == pytest.approx(bent, rel=1e-4, abs=1e-300)
