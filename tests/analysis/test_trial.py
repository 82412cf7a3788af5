"""What an experiment compares, and in which arms."""

import pytest

from designkit.analysis.trial import (
    arms_of,
    comparisons,
    fault_of_split,
    metrics_of,
    split_of,
)
from designkit.model.learning import Experiment
from tests.computed import loaded


def stated(says: str) -> Experiment:
    found = loaded(f"components: {{a: {{kind: client}}}}\nexperiment: {{{says}}}")
    assert found.design is not None
    assert found.design.experiment is not None
    return found.design.experiment


def test_the_smallest_variant_is_compared_with_the_control() -> None:
    split = split_of(stated("split: {old: 10%, new: 75%, newer: 15%}"))

    assert split is not None
    assert (split.control.name, split.smallest.name) == ("old", "newer")


@pytest.mark.parametrize(
    ("says", "fault"),
    [
        ("arms: 2", ""),
        ("split: {a: 33.3%, b: 33.3%, c: 33.3%}", ""),
        ("split: {a: 50%..90%, b: 10%..50%}", ""),
        ("split: {a: 50%, b: 40%}", "the arms of the split add up to 90%, not to 100%"),
        ("split: {a: 100%}", "a split has two arms or more, the control first"),
        ("split: {a: 100%, b: 0%}", "an arm of the split has no units"),
        ("arms: 3, split: {a: 50%, b: 50%}", "the split has 2 arms, and arms says 3"),
    ],
)
def test_shares_of_arms_are_those_of_a_whole(says: str, fault: str) -> None:
    experiment = stated(says)

    assert fault_of_split(experiment) == fault
    assert (split_of(experiment) is None) is (bool(fault) or not experiment.split)


@pytest.mark.parametrize(
    ("says", "arms", "tests"),
    [
        ("unit: user", 2, 1),
        ("arms: 3", 3, 2),
        ("split: {a: 40%, b: 30%, c: 30%}", 3, 2),
        ("baseline-rate: 5%, metrics: {m: {baseline-rate: 9%, mde: 1%}}", 2, 2),
        ("baseline-rate: 5%, metrics: {m: {baseline-rate: 9%, margin: 1%}}", 2, 1),
    ],
)
def test_each_variant_by_each_metric_that_decides_is_a_test(
    says: str, arms: int, tests: int
) -> None:
    experiment = stated(says)

    assert (arms_of(experiment), comparisons(experiment)) == (arms, tests)


def test_the_main_metric_comes_first_and_need_not_be_stated() -> None:
    both = "baseline-rate: 5%, metrics: {m: {baseline-rate: 9%}}"

    assert [path for path, _ in metrics_of(stated(both))] == [
        ("experiment",),
        ("experiment", "metrics", "m"),
    ]
    assert [path for path, _ in metrics_of(stated("metrics: {m: {mde: 1%}}"))] == [
        ("experiment", "metrics", "m")
    ]
