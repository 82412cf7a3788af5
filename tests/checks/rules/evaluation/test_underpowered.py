"""Experiments too small for what they look for."""

import pytest

from designkit.checks.rules.evaluation.underpowered import underpowered
from tests.computed import estimated, figure
from tests.rule_examples import told

PLAN = {
    "baseline-rate": "5%",
    "mde": "2%",
    "units-per-day": "40 k",
    "duration": "14 d",
}


def told_of(**changes: str) -> list[str]:
    plan = PLAN | {key.replace("_", "-"): value for key, value in changes.items()}
    lines = [f"  {key}: {value}" for key, value in plan.items() if value]
    return told(
        "components: {a: {kind: client}}\nexperiment:\n" + "\n".join(lines) + "\n",
        underpowered,
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {},
            "6 error: 2% on 5% needs 1,505,406 units in 2 arms; 14 d bring 560,000, "
            "37% of them (42 d would do)",
            id="two arms",
        ),
        pytest.param(
            {"allocation": "20%", "units_per_day": "100 k", "arms": "3"},
            "6 error: 2% on 5% needs 2,258,109 units in 3 arms; 14 d bring 280,000, "
            "12% of them (119 d would do)",
            id="three arms of a fifth of the traffic",
        ),
        pytest.param(
            {"variance_reduction": "CUPED"},
            "6 error: 2% on 5% needs 752,704 units in 2 arms (50% of 752,703 each: what "
            "is left of the variance at best); 14 d bring 560,000, 74% of them (21 d "
            "would do)",
            id="half of the variance at best",
        ),
        pytest.param(
            {"variance_reduction": "CUPED", "correlation": "40%"},
            "6 error: 2% on 5% needs 1,264,542 units in 2 arms (84% of 752,703 each: "
            "1 - \u03c1² with \u03c1 = 40%); 14 d bring 560,000, 44% of them (35 d would do)",
            id="by the correlation that is stated",
        ),
        pytest.param(
            {"correlation": "30%..60%"},
            "6 error: 2% on 5% needs 963,460 units in 2 arms (64% of 752,703 each: "
            "1 - \u03c1² with \u03c1 = 30%..60%); 14 d bring 560,000, 58% of them (28 d would do)",
            id="by the greatest correlation",
        ),
        pytest.param(
            {"units_per_day": "0"},
            "6 error: 2% on 5% needs 1,505,406 units in 2 arms; 14 d bring 0, 0% of "
            "them",
            id="nobody",
        ),
        pytest.param(
            {"units_per_day": "100"},
            "6 error: 2% on 5% needs 1,505,406 units in 2 arms; 14 d bring 1,400, 0% "
            "of them",
            id="not in a lifetime",
        ),
        pytest.param(
            {"mde": ""},
            "2 warning: the test cannot be sized: mde not stated",
            id="no effect stated",
        ),
        pytest.param(
            {"mde": "none"},
            "4 error: the test cannot be sized: mde not stated",
            id="none stated",
        ),
        pytest.param(
            {"units_per_day": "", "duration": ""},
            "2 warning: the test cannot be sized: units-per-day and duration not "
            "stated",
            id="no sample stated",
        ),
    ],
)
def test_a_test_that_is_too_small_is_found(
    changes: dict[str, str], expected: str
) -> None:
    assert told_of(**changes) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"duration": "38 d"}, id="long enough"),
        pytest.param({"mde": "2%..4%"}, id="enough for the larger effect"),
        pytest.param({"units_per_day": "40 k..120 k"}, id="enough on a good day"),
        pytest.param({"design": "interleaving"}, id="no arms of users"),
        pytest.param({"baseline_rate": ""}, id="a mean, not a rate"),
        pytest.param({"baseline_rate": "0%"}, id="nothing to change"),
        pytest.param({"mde": "0%"}, id="no effect"),
        pytest.param({"mde": "2000%"}, id="an impossible effect"),
        pytest.param({"power": "100%"}, id="an impossible power"),
        pytest.param({"correlation": "80%"}, id="enough with so much known before"),
        pytest.param({"correlation": "100%"}, id="an impossible correlation"),
        pytest.param(
            {"baseline_rate": "1e-306%", "mde": "0.001%"}, id="beyond any number"
        ),
    ],
)
def test_a_test_that_may_be_large_enough_passes(changes: dict[str, str]) -> None:
    assert told_of(**changes) == []


@pytest.mark.parametrize(
    ("mde", "needed"),
    [
        pytest.param("-2%", "-2% on 5% needs 1,477,150", id="a fall takes fewer"),
        pytest.param("0.1 pp", "0.1 pp on 5% needs 1,505,406", id="points"),
        pytest.param("-0.1 pp", "-0.1 pp on 5% needs 1,477,150", id="a fall in points"),
    ],
)
def test_a_fall_is_looked_for_like_a_rise(mde: str, needed: str) -> None:
    (message,) = told_of(mde=mde)

    assert needed in message


SHOPS = {
    "baseline-rate": "20%",
    "mde": "5%",
    "cluster-size": "20",
    "icc": "5%",
    "pool": "4 k",
}


def told_of_shops(**changes: str) -> list[str]:
    plan = SHOPS | {key.replace("_", "-"): value for key, value in changes.items()}
    lines = [f"  {key}: {value}" for key, value in plan.items() if value]
    return told(
        "components: {a: {kind: client}}\nexperiment:\n" + "\n".join(lines) + "\n",
        underpowered,
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"split": "{old: 90%, new: 10%}"},
            "6 error: 2% on 5% needs 4,169,110 units in 2 arms of 90% and 10%; 14 d "
            "bring 560,000, 13% of them (105 d would do)",
            id="unequal arms",
        ),
        pytest.param(
            {"split": "{old: 90%, new: 20%}"},
            "7 error: the test cannot be sized: the arms of the split add up to 110%, "
            "not to 100%",
            id="more than all",
        ),
        pytest.param(
            {
                "duration": "42 d",
                "multiplicity": "bonferroni",
                "arms": "3",
                "allocation": "100%",
            },
            "6 error: 2% on 5% needs 2,734,581 units in 3 arms; 42 d bring 1,680,000, "
            "61% of them (70 d would do)",
            id="two variants share the level",
        ),
        pytest.param(
            {"duration": "42 d", "outcome_window": "14 d"},
            "6 error: 2% on 5% needs 1,505,406 units in 2 arms; 42 d bring 1,120,000, "
            "74% of them (56 d would do)",
            id="the outcome takes two weeks",
        ),
        pytest.param(
            {"duration": "14 d", "outcome_window": "30 d"},
            "6 error: 14 d end before any outcome is known: that takes 30 d",
            id="no outcome is known",
        ),
        pytest.param(
            {"pool": "1 M", "duration": "42 d"},
            "7 error: 2% on 5% needs 1,505,406 units in 2 arms; there are 1,000,000, "
            "which show 2.44% at best",
            id="not so many units",
        ),
        pytest.param(
            {
                "duration": "42 d",
                "metrics": "{spend: {mean: 30, deviation: 90, mde: 1%}}",
            },
            "6 error: spend: 1% on 30 needs 2,825,598 units in 2 arms; 42 d bring "
            "1,680,000, 59% of them (77 d would do)",
            id="a second metric that varies more",
        ),
        pytest.param(
            {"duration": "42 d", "metrics": "{spend: {mean: 30, mde: 1%}}"},
            "7 warning: the test cannot be sized: metrics.spend.deviation not stated",
            id="a mean without a deviation",
        ),
        pytest.param(
            {
                "duration": "42 d",
                "metrics": "{returns: {baseline-rate: 2%, margin: 1%}}",
            },
            "6 error: returns: 1% on 2% needs 12.1 M units in 2 arms; 42 d bring "
            "1,680,000, 13% of them (308 d would do)",
            id="a guardrail of a narrow margin",
        ),
        pytest.param(
            {"baseline_rate": "{value: 5%, assumed: a guess}"},
            "6 warning: 2% on 5% needs 1,505,406 units in 2 arms; 14 d bring 560,000, "
            "37% of them (42 d would do); 5% is assumed",
            id="a rate that is assumed",
        ),
    ],
)
def test_what_makes_a_test_larger_is_counted(
    changes: dict[str, str], expected: str
) -> None:
    assert told_of(**changes) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"outcome_window": "4 d"}, id="the outcome is soon known"),
        pytest.param({"split": "{old: 50%, new: 50%}"}, id="halves"),
        pytest.param({"pool": "1.6 M"}, id="enough units"),
        pytest.param(
            {"metrics": "{returns: {baseline-rate: 2%, margin: 5%}}"},
            id="a guardrail of a wide margin",
        ),
        pytest.param({"metrics": "{word: {name: Word of mouth}}"}, id="not counted"),
    ],
)
def test_a_larger_test_that_is_large_enough_passes(changes: dict[str, str]) -> None:
    assert told_of(**{"duration": "42 d"} | changes) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {},
            "7 error: 5% on 20% needs 4,990 units in 2 arms; there are 4,000, which "
            "show 5.53% at best",
            id="too few shops",
        ),
        pytest.param(
            {"design": "switchback", "unit": "shop and day", "mde": "1 pp"},
            "7 error: 1 pp on 20% needs 4,990 units in 2 arms; there are 4,000, which "
            "show 1.11 pp at best",
            id="arms in time",
        ),
    ],
)
def test_a_pool_has_no_more_than_it_has(changes: dict[str, str], expected: str) -> None:
    assert told_of_shops(**changes) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"mde": "6%"}, id="a larger effect"),
        pytest.param({"pool": "5 k"}, id="more shops"),
        pytest.param({"icc": "2%"}, id="orders that are less alike"),
        pytest.param({"icc": "", "design": "switchback"}, id="not known how alike"),
    ],
)
def test_a_pool_that_is_large_enough_passes(changes: dict[str, str]) -> None:
    assert told_of_shops(**changes) == []


@pytest.mark.parametrize(
    ("correlation", "id"),
    [("", "experiment.sample-size"), ("40%", "experiment.sample-size-reduced")],
)
def test_the_estimate_says_the_same(correlation: str, id: str) -> None:
    stated = f"correlation: {correlation}, " if correlation else ""
    plan = ", ".join(f"{key}: {value}" for key, value in PLAN.items())
    found = estimated(
        f"components: {{a: {{kind: client}}}}\nexperiment: {{{stated}{plan}}}"
    )

    (message,) = told_of(correlation=correlation)
    assert f"needs {2 * figure(found, id).value:,.0f} units in 2 arms" in message
