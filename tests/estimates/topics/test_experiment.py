"""The experiment: units, time, what less variance saves, and what can be seen."""

import pytest

from designkit.estimates.topics.experiment import ALPHA, RHO
from tests.computed import estimated, figure, lacking, of_topic, told


def planned(says: str) -> str:
    return f"components: {{app: {{kind: client}}}}\nexperiment: {{{says}}}"


@pytest.mark.parametrize(
    ("rate", "mde", "units"),
    [
        ("5%", "2%", 752_703),
        ("10%", "2%", 356_335),
        ("2%", "2%", 1_941_808),
        ("10%", "10%", 14_751),
    ],
)
def test_units_per_arm_follow_from_rate_and_effect(
    rate: str, mde: str, units: int
) -> None:
    found = estimated(planned(f"baseline-rate: {rate}, mde: {mde}"))

    assert figure(found, "experiment.sample-size").value == units


@pytest.mark.parametrize(
    ("rate", "mde", "units"),
    [
        pytest.param("5%", "0.1 pp", 752_703, id="as 2% of 5%"),
        pytest.param("12%", "-10%", 11_010, id="a relative fall"),
        pytest.param("12%", "-1.2 pp", 11_010, id="a fall in points"),
    ],
)
def test_an_effect_is_relative_or_in_points_and_up_or_down(
    rate: str, mde: str, units: int
) -> None:
    found = estimated(planned(f"baseline-rate: {rate}, mde: {mde}"))

    assert figure(found, "experiment.sample-size").value == units


def test_what_the_time_can_show_is_told_as_the_effect_is() -> None:
    found = estimated(planned(f"{MILLION}, duration: 10 d".replace("2%,", "0.1 pp,")))

    assert told(found, "experiment.sample-size")[:2] == (
        f"n(baseline rate → baseline rate + mde; {ALPHA}, power)",
        "n(5% → 5% + 0.1 pp; 5%, 80%)",
    )
    assert told(found, "experiment.smallest-effect")[1:] == (
        "(z(1 - 5% / 2) + z(80%)) * √(2 * 5% * (1 - 5%) / 1,000,000)",
        "0.0864 pp",
    )


MILLION = (
    "baseline-rate: 5%, mde: 2%, units-per-day: 1 M, allocation: 20%, arms: 2, "
    "alpha: 5%, power: 80%"
)


def test_a_week_and_a_bit_becomes_two_weeks() -> None:
    found = estimated(planned(MILLION))
    days = figure(found, "experiment.days")

    assert days.value / 86_400 == pytest.approx(7.52703)
    assert days.unit.symbol == "s"
    assert figure(found, "experiment.duration").value / 86_400 == 14


def test_the_plan_is_worked_out() -> None:
    found = estimated(planned(MILLION))

    assert told(found, "experiment.sample-size") == (
        f"n(baseline rate → baseline rate * (1 + mde); {ALPHA}, power)",
        "n(5% → 5% * (1 + 2%); 5%, 80%)",
        "752,703",
    )
    assert told(found, "experiment.units") == (
        "arms * sample size",
        "2 * 752,703",
        "1,505,406",
    )
    assert told(found, "experiment.days") == (
        "units / (units a day * allocation) * 1 d",
        "1,505,406 / (1 M * 20%) * 1 d",
        "7 d 12 h",
    )
    assert told(found, "experiment.duration") == (
        "⌈days / 7 d⌉ * 7 d",
        "⌈7 d 12 h / 7 d⌉ * 7 d",
        "14 d",
    )


def test_a_metric_that_its_past_explains_needs_fewer_units() -> None:
    found = estimated(planned(f"{MILLION}, correlation: 50%"))

    assert told(found, "experiment.sample-size-reduced") == (
        f"sample size * (1 - {RHO}²)",
        "752,703 * (1 - 50%²)",
        "564,528",
    )
    assert figure(found, "experiment.sample-size-reduced").value == pytest.approx(
        564_527.25, abs=1
    )


def test_a_planned_time_says_what_it_can_show() -> None:
    found = estimated(planned(f"{MILLION}, duration: 10 d"))

    assert figure(found, "experiment.units-per-arm").value == pytest.approx(1e6)
    assert figure(found, "experiment.smallest-effect").value == pytest.approx(
        0.00086351 / 0.05, rel=1e-5
    )
    assert told(found, "experiment.units-per-arm") == (
        "units a day * allocation * duration / arms",
        "1 M * 20% * 10 d / 2",
        "1,000,000",
    )
    assert told(found, "experiment.smallest-effect") == (
        f"(z(1 - {ALPHA} / 2) + z(power)) * √(2 * baseline rate * (1 - baseline rate) "
        "/ units per arm) / baseline rate",
        "(z(1 - 5% / 2) + z(80%)) * √(2 * 5% * (1 - 5%) / 1,000,000) / 5%",
        "1.73%",
    )


def test_a_broken_split_has_a_limit() -> None:
    found = estimated(planned(f"{MILLION}, duration: 5 d"))
    limit = figure(found, "experiment.srm-limit")

    assert limit.value == pytest.approx(3.290527 * 0.5 / 1e6**0.5, rel=1e-6)
    assert told(found, "experiment.srm-limit") == (
        "3.29 * 50% / √(2 * units per arm)",
        "3.29 * 50% / √(2 * 500,000)",
        "0.165%",
    )


def test_more_arms_take_more_units_in_all() -> None:
    found = estimated(
        planned(f"{MILLION}, duration: 15 d".replace("arms: 2", "arms: 3"))
    )

    assert figure(found, "experiment.units").text == "2,258,109"
    assert figure(found, "experiment.units-per-arm").text == "1,000,000"


def test_defaults_are_marked_and_say_where_to_state_ones_own() -> None:
    found = estimated(planned("baseline-rate: 5%, mde: 2%, units-per-day: 1 M"))

    assert told(found, "experiment.sample-size")[1] == (
        "n(5% → 5% * (1 + 2%); 5% (assumed), 80% (assumed))"
    )
    assert [item.place for item in found.defaults] == [
        "experiment.alpha",
        "experiment.power",
        "experiment.arms",
        "experiment.allocation",
    ]


def test_without_a_plan_there_is_no_word_of_it() -> None:
    found = estimated(planned(MILLION))

    assert of_topic(found, "experiment") == [
        "experiment.sample-size",
        "experiment.units",
        "experiment.days",
        "experiment.duration",
    ]
    assert estimated("components: {app: {kind: client}}").part("experiment") is None


def test_an_analysis_of_experiments_asks_what_it_is_to_analyse() -> None:
    found = estimated("components: {judge: {kind: experiment-analysis}}")
    units = (
        "needs experiment.mde (smallest effect worth detecting; below 0 where less is better); "
        "needs experiment.baseline-rate (the metric today)"
    )

    assert lacking(found, "experiment.sample-size") == units
    assert lacking(found, "experiment.duration") == (
        f"{units}; needs experiment.units-per-day (new units on a day)"
    )


@pytest.mark.parametrize(
    ("says", "id", "why"),
    [
        (
            "baseline-rate: 5%, mde: 0%",
            "experiment.sample-size",
            "no sample tells equal rates apart (mde 0%, baseline rate 5%, "
            f"{ALPHA} 5%, "
            "power 80%)",
        ),
        (
            "baseline-rate: 5%, mde: 2%, correlation: 100%",
            "experiment.sample-size-reduced",
            f"a correlation lies between -1 and 1 (sample size 752,703, {RHO} 100%)",
        ),
        (
            "baseline-rate: 5%, mde: 2%, units-per-day: 0",
            "experiment.days",
            "these numbers give no result (units 1,505,406, units a day 0, "
            "allocation 100%)",
        ),
    ],
)
def test_numbers_that_give_no_plan_are_told(says: str, id: str, why: str) -> None:
    assert lacking(estimated(planned(says)), id) == why
