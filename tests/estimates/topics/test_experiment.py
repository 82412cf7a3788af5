"""The experiment: units, time, what less variance saves, and what can be seen."""

import pytest

from designkit.estimates.trial_metric import ALPHA, RHO
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
UNEQUAL = MILLION.replace("arms: 2", "split: {old: 90%, new: 10%}")


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
        "7 d 13 h",
    )
    assert told(found, "experiment.duration") == (
        "⌈days / 7 d⌉ * 7 d",
        "⌈7 d 13 h / 7 d⌉ * 7 d",
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


def test_the_smallest_arm_decides_where_arms_are_unequal() -> None:
    """statsmodels: samplesize_proportions_2indep_onetail(0.001, 0.05, 0.8, ratio=9)."""
    found = estimated(planned(f"{UNEQUAL}, duration: 10 d"))

    assert told(found, "experiment.sample-size") == (
        f"n(baseline rate → baseline rate * (1 + mde); {ALPHA}, power; new : old)",
        "n(5% → 5% * (1 + 2%); 5%, 80%; 10% : 90%)",
        "416,911",
    )
    assert told(found, "experiment.units")[:2] == ("sample size / new", "416,911 / 10%")
    assert told(found, "experiment.units-per-arm") == (
        "units a day * allocation * duration * new",
        "1 M * 20% * 10 d * 10%",
        "200,000",
    )
    assert figure(found, "experiment.smallest-effect").text == "2.88%"


def test_an_unequal_split_is_broken_beside_its_own_shares() -> None:
    found = estimated(planned(f"{UNEQUAL}, duration: 10 d"))
    limit = figure(found, "experiment.srm-limit")

    assert limit.value == pytest.approx(3.290527 * (0.1 * 0.9 / 2e6) ** 0.5, rel=1e-6)


@pytest.mark.parametrize(
    ("split", "why"),
    [
        ("{old: 90%, new: 20%}", "the arms of the split add up to 110%, not to 100%"),
        ("{old: 100%}", "a split has two arms or more, the control first"),
        ("{old: 100%, new: 0%}", "an arm of the split has no units"),
        ("{a: 40%, b: 30%, c: 30%}", "the split has 3 arms, and arms says 2"),
    ],
)
def test_a_split_that_is_none_gives_no_plan(split: str, why: str) -> None:
    found = estimated(planned(f"{MILLION}, split: {split}"))

    assert lacking(found, "experiment.sample-size") == why


def test_thirds_are_a_whole() -> None:
    says = MILLION.replace("arms: 2", "split: {a: 33.3%, b: 33.3%, c: 33.3%}")

    assert figure(estimated(planned(says)), "experiment.units").value == pytest.approx(
        3 * 752_703, rel=2e-3
    )


def test_comparisons_share_the_level_where_it_is_said() -> None:
    """statsmodels: samplesize_proportions_2indep_onetail(0.001, 0.05, 0.8, 0.0125)."""
    says = "multiplicity: holm, metrics: {clicks: {baseline-rate: 10%, mde: 2%}}"
    found = estimated(planned(f"{MILLION}, {says}".replace("arms: 2", "arms: 3")))

    assert told(found, "experiment.level") == (
        f"{ALPHA} / ((arms - 1) * metrics)",
        "5% / ((3 - 1) * 2)",
        "1.25%",
    )
    assert figure(found, "experiment.sample-size").text == "1,069,384"
    assert told(found, "experiment.arm-size")[0] == "max(main, clicks)"


def test_without_a_stated_correction_each_metric_has_the_whole_level() -> None:
    says = "metrics: {clicks: {baseline-rate: 10%, mde: 2%}}"
    found = estimated(planned(f"{MILLION}, {says}"))

    assert found.get("experiment.level") is None
    assert figure(found, "experiment.clicks.sample-size").value == 356_335
    assert figure(found, "experiment.units").value == 2 * 752_703


def test_a_mean_needs_its_deviation() -> None:
    """statsmodels: NormalIndPower().solve_power(0.3 / 60, alpha=0.05, power=0.8)."""
    spend = "metrics: {spend: {mean: 30 USD, deviation: 60 USD, mde: 1%}}"
    found = estimated(planned(f"alpha: 5%, power: 80%, {spend}"))

    assert told(found, "experiment.spend.sample-size") == (
        f"2 * (z(1 - {ALPHA} / 2) + z(power))² * (deviation / (mean * mde))²",
        "2 * (z(1 - 5% / 2) + z(80%))² * (60 USD / (30 USD * 1%))²",
        "627,911",
    )


@pytest.mark.parametrize(
    ("metric", "why"),
    [
        ("mean: 30 USD, deviation: 60 EUR, mde: 1%", "amounts are in EUR and USD"),
        ("mean: 30, deviation: 60, mde: 1 pp", "points are of rates"),
        ("mean: 30, mde: 1%", "needs experiment.metrics.spend.deviation"),
    ],
)
def test_a_mean_without_a_plan_says_why(metric: str, why: str) -> None:
    found = estimated(planned(f"metrics: {{spend: {{{metric}}}}}"))

    assert lacking(found, "experiment.spend.sample-size").startswith(why)


def test_a_guardrail_is_shown_to_stay_within_its_margin() -> None:
    """statsmodels: solve_power(0.001 / √(0.03 * 0.97), 0.01, 0.8, "larger")."""
    refunds = "{name: Refunds, baseline-rate: 3%, margin: 0.1 pp, alpha: 1%}"
    found = estimated(planned(f"power: 80%, metrics: {{refunds: {refunds}}}"))

    assert figure(found, "experiment.refunds.sample-size").title == (
        "Refunds: Units per arm"
    )
    assert told(found, "experiment.refunds.sample-size") == (
        f"2 * (z(1 - {ALPHA}) + z(power))² * baseline rate * (1 - baseline rate) / "
        "(margin)²",
        "2 * (z(1 - 1%) + z(80%))² * 3% * (1 - 3%) / (0.1 pp)²",
        "584,097",
    )


SHOPS = (
    "unit: shop, baseline-rate: 20%, mde: 5%, alpha: 5%, power: 80%, arms: 2, "
    "allocation: 100%, cluster-size: 20, icc: 5%, pool: 4 k"
)


def test_clusters_take_more_than_strangers() -> None:
    """statsmodels: samplesize_proportions_2indep_onetail(0.01, 0.2, 0.8) * 1.95 / 20."""
    found = estimated(planned(SHOPS))

    assert figure(found, "experiment.observations").text == "25,583"
    assert told(found, "experiment.design-effect")[1:] == ("1 + (20 - 1) * 5%", "1.95")
    assert told(found, "experiment.sample-size") == (
        "⌈observations * design effect / cluster size⌉",
        "⌈25,583 * 1.95 / 20⌉",
        "2,495",
    )


def test_a_pool_says_what_it_can_show() -> None:
    """statsmodels: solve_power(nobs1=2000 * 20 / 1.95) * √(0.2 * 0.8) / 0.2."""
    found = estimated(planned(SHOPS))

    assert told(found, "experiment.pool-units-per-arm") == (
        "pool * allocation / arms",
        "4 k * 100% / 2",
        "2,000",
    )
    assert figure(found, "experiment.pool-effect").text == "5.53%"
    assert found.get("experiment.days") is None


def test_what_a_pool_does_not_have_never_comes() -> None:
    found = estimated(planned(f"{SHOPS}, units-per-day: 100, duration: 98 d"))

    assert lacking(found, "experiment.days").startswith(
        "the pool has fewer units than that (units 4,990, "
    )
    assert figure(found, "experiment.units-per-arm").value == 2_000


def test_outcomes_are_waited_for() -> None:
    found = estimated(planned(f"{MILLION}, outcome-window: 30 d, duration: 44 d"))

    assert told(found, "experiment.duration") == (
        "⌈days / 7 d⌉ * 7 d + outcome window",
        "⌈7 d 13 h / 7 d⌉ * 7 d + 30 d",
        "44 d",
    )
    assert told(found, "experiment.units-per-arm") == (
        "units a day * allocation * (duration - outcome window) / arms",
        "1 M * 20% * (44 d - 30 d) / 2",
        "1,400,000",
    )


def test_a_test_that_ends_before_its_outcomes_shows_nothing() -> None:
    found = estimated(planned(f"{MILLION}, outcome-window: 30 d, duration: 14 d"))

    assert lacking(found, "experiment.units-per-arm").startswith(
        "the test ends before an outcome is known"
    )
