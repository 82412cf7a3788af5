import pytest

from designkit.checks.rules.labels.no_point_in_time import no_point_in_time
from tests.rule_examples import told

BUILDER = "components:\n  build: {kind: dataset-builder%s}\n"
UNSAID = "does not say how labels meet features"


@pytest.mark.parametrize(
    ("join", "features", "expected"),
    [
        pytest.param("", "", [f"2 warning: build {UNSAID}"], id="not said"),
        pytest.param(", join: none", "", [f"2 error: build {UNSAID}"], id="denied"),
        pytest.param(", join: logged", "", [], id="logged"),
        pytest.param(
            ", join: latest",
            "",
            [
                "2 warning: build joins the latest value of its features, "
                "not that of then"
            ],
            id="latest of unknown features",
        ),
        pytest.param(
            ", join: latest",
            "features: {amount: {available-at: request}}\n",
            [],
            id="latest of what a request brings",
        ),
        pytest.param(
            ", join: latest",
            "features: {amount: {available-at: request}, spend: {}, age: {}}\n",
            [
                "2 error: build joins the latest value of spend and age, "
                "not that of then"
            ],
            id="latest of what changes",
        ),
    ],
)
def test_examples_hold_the_values_of_then(
    join: str, features: str, expected: list[str]
):
    assert told(BUILDER % join + features, no_point_in_time) == expected


def test_a_dataset_is_told_apart_from_its_builder():
    datasets = "datasets: {a: {join: latest}, b: {join: logged}}\nfeatures: {f: {}}\n"

    assert told(BUILDER % ", join: logged" + datasets, no_point_in_time) == [
        "3 error: a joins the latest value of f, not that of then"
    ]
