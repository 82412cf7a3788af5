"""What the treatments of a sample cost."""

import pytest

from tests.computed import estimated, figure, lacking, told

CAMPAIGN = """
    components: {split: {kind: experiment-service}}
    experiment:
      baseline-rate: 5%
      mde: 20%
      split: {nothing: 20%, letter: 50%, call: 30%}
      treatment-cost: {letter: 0.8 EUR, call: 4 EUR}
      units-per-day: 2 k
"""


def test_each_arm_costs_its_units_times_its_treatment() -> None:
    """By hand, of 10,000 units: 5,000 * 0.8 + 3,000 * 4 = 16,000."""
    found = estimated(CAMPAIGN)
    units = figure(found, "experiment.units").value

    assert figure(found, "experiment.treatment-cost").value == pytest.approx(
        units / 10_000 * 16_000
    )
    assert told(found, "experiment.treatment-cost")[0] == (
        "units * (letter * cost of letter + call * cost of call)"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "call: 4 EUR",
            "visit: 4 EUR",
            "visit has a treatment-cost and is no arm of the split",
            id="no such arm",
        ),
        pytest.param(
            "call: 4 EUR",
            "call: 4 USD",
            "amounts are in EUR and USD; use one currency",
            id="two currencies",
        ),
        pytest.param(
            "      split: {nothing: 20%, letter: 50%, call: 30%}\n",
            "",
            "needs experiment.split (share of the units in each arm, by name)",
            id="no split",
        ),
    ],
)
def test_what_makes_no_sum_is_told(old: str, new: str, expected: str) -> None:
    found = estimated(CAMPAIGN.replace(old, new))

    assert lacking(found, "experiment.treatment-cost") == expected


def test_an_experiment_that_costs_nothing_has_no_such_figure() -> None:
    found = estimated(
        CAMPAIGN.replace("treatment-cost: {letter: 0.8 EUR, call: 4 EUR}", "arms: 3")
    )

    assert found.part("campaign") is None
