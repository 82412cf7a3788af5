"""How long a batch job takes."""

import pytest

from designkit.estimates.formulas.jobs import busy_share_of_schedule, job_time


def test_workers_share_the_items() -> None:
    assert job_time(200e6, 50, 2_000) / 3_600 == pytest.approx(0.5555556, rel=1e-7)


def test_a_job_has_a_part_of_its_interval() -> None:
    assert busy_share_of_schedule(job_time(200e6, 50, 2_000), 3_600) < 0.7
    assert busy_share_of_schedule(5_400, 3_600) == 1.5


@pytest.mark.parametrize(
    ("workers", "rate", "said"), [(0, 2_000, "workers"), (50, 0, "rate")]
)
def test_nobody_does_nothing(workers: float, rate: float, said: str) -> None:
    with pytest.raises(ValueError, match=f"the {said} must lie above 0"):
        job_time(200e6, workers, rate)


def test_a_job_without_interval_has_no_part_of_it() -> None:
    with pytest.raises(ValueError, match="the interval must lie above 0"):
        busy_share_of_schedule(60, 0)
