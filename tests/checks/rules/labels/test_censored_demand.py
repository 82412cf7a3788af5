"""What an empty shelf hides."""

import pytest

from designkit.checks.rules.labels.censored_demand import censored_demand
from tests.rule_examples import told

DESIGN = """\
problem: {label: {name: units sold%s}}
components: {fit: {kind: trainer}}
models: {demand: {trained-by: fit%s}}
datasets:
  days: {split: time%s}
"""
LIMIT = ", censored-by: stock-outs"
FOUND = "5 %s: days takes an outcome that is cut off by %s for the whole"


@pytest.mark.parametrize(
    ("label", "model", "dataset", "expected"),
    [
        pytest.param(LIMIT, "", "", FOUND % ("info", "stock-outs"), id="not said"),
        pytest.param(
            LIMIT,
            "",
            ", censoring: none",
            FOUND % ("warning", "stock-outs"),
            id="taken as it is",
        ),
        pytest.param(
            ", censored-by: [the fleet, price]",
            ", datasets: days",
            ", censoring: none",
            FOUND % ("warning", "the fleet and price"),
            id="two limits of a system that sells nothing",
        ),
        pytest.param(LIMIT, "", ", censoring: Tobit loss", "", id="made up for"),
        pytest.param("", "", ", censoring: none", "", id="sales that nothing cuts off"),
        pytest.param(
            ", censored-by: none", "", "", "", id="said to be the whole demand"
        ),
    ],
)
def test_what_a_limit_cuts_off_is_made_up_for(
    label: str, model: str, dataset: str, expected: str
):
    text = DESIGN % (label, model, dataset)

    assert told(text, censored_demand) == ([expected] if expected else [])


def test_a_set_that_only_judges_is_not_asked():
    text = DESIGN % (LIMIT, ", datasets: days", ", censoring: masked")

    assert told(text + "  judged: {split: time}\n", censored_demand) == []


SEVERAL = """\
problem: {labels: {sold: {censored-by: stock-outs}, price: {}}}
components: {fit: {kind: trainer}}
datasets:
  days: {labels: %s, censoring: none}
  others: {censoring: none}
"""


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param("price", [], id="nothing cuts its label off"),
        pytest.param(
            "[price, sold]",
            [
                "4 warning: days takes an outcome that is cut off by stock-outs for "
                "the whole"
            ],
            id="one of its labels is cut off, and another set may be of the other",
        ),
    ],
)
def test_a_set_answers_for_its_own_labels(labels: str, expected: list[str]):
    assert told(SEVERAL % labels, censored_demand) == expected
