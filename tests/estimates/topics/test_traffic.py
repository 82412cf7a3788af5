"""Requests, from users or from a day, at peak and a year on."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

APP = "components: {app: {kind: client}}\n"
USERS = f"""
    workload: {{daily-users: 50 M, requests-per-user: 10, peak-factor: 3}}
    {APP}"""


def test_users_make_the_requests_of_a_day_and_of_a_second() -> None:
    found = estimated(USERS)

    assert figure(found, "traffic.requests-per-day").value == 5e8
    assert figure(found, "traffic.average-qps").value == pytest.approx(5787.037, 1e-6)
    assert figure(found, "traffic.peak-qps").value == pytest.approx(17361.111, 1e-6)
    assert [figure(found, id).unit.symbol for id in of_topic(found, "traffic")] == [
        "count",
        "/s",
        "/s",
    ]


def test_the_peak_is_worked_out_step_by_step() -> None:
    found = estimated(USERS)

    assert told(found, "traffic.requests-per-day") == (
        "daily users * requests per user",
        "50 M * 10",
        "500 M",
    )
    assert told(found, "traffic.average-qps") == (
        "requests per day / 86,400 s",
        "500 M / 86,400 s",
        "5,787/s",
    )
    assert told(found, "traffic.peak-qps") == (
        "average qps * peak factor",
        "5,787/s * 3",
        "17,361/s",
    )


def test_stated_requests_count_more_than_users_do() -> None:
    found = estimated(
        f"workload: {{requests-per-day: 8.64 M, daily-users: 50 M}}\n{APP}"
    )

    assert of_topic(found, "traffic") == ["traffic.average-qps"]
    assert figure(found, "traffic.average-qps").value == pytest.approx(100)


@pytest.mark.parametrize(
    ("growth", "text"), [("25%", "25/s"), ("-10%", "18/s"), ("0%", "20/s")]
)
def test_growth_is_that_of_the_peak(growth: str, text: str) -> None:
    found = estimated(
        "workload: {requests-per-day: 864 k, peak-factor: 2, "
        f"growth: {growth}}}\n{APP}"
    )

    assert told(found, "traffic.peak-qps-next-year") == (
        "peak qps * (1 + growth)",
        f"20/s * (1 + {growth})",
        text,
    )


def test_a_load_cannot_shrink_to_less_than_nothing() -> None:
    found = estimated(
        f"workload: {{requests-per-day: 864 k, peak-factor: 2, growth: -150%}}\n{APP}"
    )

    assert lacking(found, "traffic.peak-qps-next-year") == (
        "a load shrinks by all of it at most (peak qps 20/s, growth -150%)"
    )


def test_without_growth_there_is_no_next_year() -> None:
    assert "traffic.peak-qps-next-year" not in estimated(USERS).ids


@pytest.mark.parametrize(
    ("workload", "id", "needs"),
    [
        (
            "peak-factor: 3",
            "traffic.average-qps",
            "needs workload.requests-per-day (requests on a day)",
        ),
        (
            "requests-per-day: 1 M",
            "traffic.peak-qps",
            "needs workload.peak-factor (peak load over average load of the day)",
        ),
        (
            "daily-users: 1 M",
            "traffic.requests-per-day",
            "needs workload.requests-per-user "
            "(requests that a daily user makes on a day)",
        ),
        (
            "daily-users: 1 M, peak-factor: 2",
            "traffic.peak-qps",
            "needs workload.requests-per-user "
            "(requests that a daily user makes on a day)",
        ),
    ],
)
def test_what_is_lacking_is_named(workload: str, id: str, needs: str) -> None:
    found = estimated(f"workload: {{{workload}}}\n{APP}")

    assert lacking(found, id) == needs


def test_a_range_of_users_is_a_range_of_requests() -> None:
    found = estimated(
        f"workload: {{daily-users: 40 M..60 M, requests-per-user: 10}}\n{APP}"
    )

    assert figure(found, "traffic.average-qps").text == "4,630/s..6,944/s"
    assert figure(found, "traffic.average-qps").value == pytest.approx(5787.037, 1e-6)
