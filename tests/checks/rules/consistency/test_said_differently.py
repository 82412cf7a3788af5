"""Tests of DK310 said-differently."""

import pytest

from designkit.checks.rules.consistency.said_differently import said_differently
from tests.rule_examples import told

LABEL = """\
problem: {{label: {{name: fraud, positive-rate: {section}}}}}
components:
  join: {{kind: label-joiner, positive-rate: {part}}}
"""

BUILDER = """\
components:
  build: {kind: dataset-builder, negative-rate: 1%}
datasets:
"""


def test_a_rate_that_is_stated_twice_is_one_rate() -> None:
    assert told(LABEL.format(section="0.1%", part="1%"), said_differently) == [
        "3 warning: join states positive-rate 1%, and problem.label.positive-rate is 0.1%"
    ]


@pytest.mark.parametrize("part", ["0.1%", "0.10%", "0.05..0.2%"])
def test_another_spelling_or_a_range_around_it_is_the_same(part: str) -> None:
    assert told(LABEL.format(section="0.1%", part=part), said_differently) == []


def test_a_number_that_is_stated_once_contradicts_nothing() -> None:
    text = LABEL.format(section="none", part="1%")

    assert told(text, said_differently) == []


def test_a_builder_agrees_with_one_of_its_datasets() -> None:
    whole = "  natural: {built-by: build, negative-rate: 100%}\n"
    thinned = "  thinned: {built-by: build, negative-rate: 1%}\n"

    assert told(BUILDER + whole + thinned, said_differently) == []
    assert told(BUILDER + whole, said_differently) == [
        "2 warning: build states negative-rate 1%, and datasets.natural.negative-rate "
        "is 100%"
    ]


@pytest.mark.parametrize(
    "dataset",
    ["{built-by: build}", "{negative-rate: 100%}"],
    ids=["says nothing of it", "is built by another"],
)
def test_a_dataset_that_may_be_thinned_so_is_left_alone(dataset: str) -> None:
    assert told(f"{BUILDER}  natural: {dataset}\n", said_differently) == []


def test_of_several_analyses_each_may_be_of_another_experiment() -> None:
    text = """\
components:
  one: {kind: experiment-analysis, mde: 10%}
  two: {kind: experiment-analysis, mde: 1%}
experiment: {mde: 1%}
"""

    assert told(text, said_differently) == []


WINDOW = """\
problem: {{label: {{name: fraud, window: 120 d}}}}
components:
  join: {{kind: label-joiner, window: {}}}
"""


def test_a_join_that_waits_less_than_the_outcome_takes_is_found() -> None:
    assert told(WINDOW.format("30 d"), said_differently) == [
        "3 warning: join states window 30 d, and problem.label.window is 120 d"
    ]


@pytest.mark.parametrize("window", ["120 d", "150 d", "90..130 d"])
def test_a_join_may_wait_longer(window: str) -> None:
    assert told(WINDOW.format(window), said_differently) == []


AGES = """\
components:
  again: {{kind: retrain-trigger, {}}}
models:
  ranker: {{retrain: {{every: 1 d, max-age: 7 d}}}}
  {}
"""
OTHER = "encoder: {retrain: {every: 28 d, max-age: 60 d}}"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "max-model-age: 14 d",
            "max-model-age 14 d, and models.ranker.retrain.max-age is 7 d",
        ),
        ("interval: 7 d", "interval 7 d, and models.ranker.retrain.every is 1 d"),
    ],
)
def test_a_trigger_that_knows_other_times_is_found(said: str, expected: str) -> None:
    assert told(AGES.format(said, ""), said_differently) == [
        f"2 warning: again states {expected}"
    ]


@pytest.mark.parametrize(
    ("said", "other"),
    [
        pytest.param("max-model-age: 5 d", "", id="an alarm that rings before"),
        pytest.param("interval: 24 h, max-model-age: 7 d", "", id="another spelling"),
        pytest.param("max-model-age: 60 d", OTHER, id="true of one of the models"),
    ],
)
def test_a_trigger_that_is_in_time_is_quiet(said: str, other: str) -> None:
    assert told(AGES.format(said, other), said_differently) == []


FEATURE = """\
components:
  count: {{kind: stream-transform, window: {}}}
features:
  month: {{entity: card, {}: count, window: 30 d}}
"""


@pytest.mark.parametrize("by", ["online-by", "offline-by"])
def test_a_job_that_forgets_before_its_feature_is_found(by: str) -> None:
    assert told(FEATURE.format("7 d", by), said_differently) == [
        "2 warning: count states window 7 d, and features.month.window is 30 d"
    ]


def test_a_job_may_look_farther_back_than_a_feature() -> None:
    assert told(FEATURE.format("90 d", "online-by"), said_differently) == []


SEVERAL = """\
problem: {labels: {click: {positive-rate: 5%%}, buy: {positive-rate: 0.1%%}}}
components:
  clicks: {kind: label-joiner, labels: click, positive-rate: %s}
  orders: {kind: label-joiner, labels: buy, positive-rate: 0.1%%}
"""


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        pytest.param("5%", [], id="the same"),
        pytest.param(
            "0.1%",
            [
                "3 warning: clicks states positive-rate 0.1%, and "
                "problem.labels.click.positive-rate is 5%"
            ],
            id="that of the other label",
        ),
    ],
)
def test_a_joiner_agrees_with_its_own_label(rate: str, expected: list[str]) -> None:
    assert told(SEVERAL % rate, said_differently) == expected


WHOLE = """\
workload: {daily-users: 50 M, requests-per-user: 8, request-size: 1 kB, peak-factor: 3}
components:
"""


@pytest.mark.parametrize(
    ("part", "told_of"),
    [
        ("daily-users: 5 M", "daily-users 5 M, and workload.daily-users is 50 M"),
        ("daily-users: 49.8 M", ""),
        (
            "requests-per-user: 80/day",
            "requests-per-user 80/day, and workload.requests-per-user is 8",
        ),
        ("requests-per-user: 56/week", ""),
        ("payload: 10 kB", "payload 10 kB, and workload.request-size is 1 kB"),
        ("peak-factor: 2..4", ""),
    ],
)
def test_a_client_and_the_workload_say_one_load(part: str, told_of: str) -> None:
    found = told(f"{WHOLE}  app: {{kind: client, {part}}}\n", said_differently)

    assert found == ([f"3 warning: app states {told_of}"] if told_of else [])


def test_each_of_several_clients_may_have_a_part_of_the_load() -> None:
    clients = (
        "  app: {kind: client, daily-users: 5 M}\n"
        "  web: {kind: client, daily-users: 45 M}\n"
    )

    assert told(WHOLE + clients, said_differently) == []


TRAINED = """\
components:
  build: {kind: dataset-builder, %s}
datasets:
  days: {built-by: build, %s}
"""


@pytest.mark.parametrize(
    ("builder", "dataset", "expected"),
    [
        (
            "join: latest",
            "join: logged",
            "join latest, and datasets.days.join is logged",
        ),
        ("split: [group, time]", "split: [time, group]", ""),
        (
            "split: random",
            "split: [time, group]",
            "split random, and datasets.days.split is group and time",
        ),
        (
            "versioned: false",
            "versioned: true",
            "versioned false, and datasets.days.versioned is true",
        ),
        ("versioned: true", "split: time", ""),
        (
            "lookback: 30 d",
            "lookback: 90 d",
            "lookback 30 d, and datasets.days.lookback is 90 d",
        ),
    ],
)
def test_choices_and_flags_are_compared(
    builder: str, dataset: str, expected: str
) -> None:
    found = told(TRAINED % (builder, dataset), said_differently)

    assert found == ([f"2 warning: build states {expected}"] if expected else [])


@pytest.mark.parametrize(
    ("capacity", "is_found"), [("10 k/day", False), ("1 k/day", True)]
)
def test_people_decide_as_many_cases_as_is_planned_for(
    capacity: str, is_found: bool
) -> None:
    text = (
        "workload: {review-capacity: 10 k}\ncomponents:\n"
        f"  desk: {{kind: review-queue, capacity: {capacity}}}\n"
    )

    assert bool(told(text, said_differently)) is is_found


@pytest.mark.parametrize(
    ("part", "is_found"), [("5%", False), ("1%", False), ("10%", True)]
)
def test_an_analysis_may_be_stricter_than_its_plan(part: str, is_found: bool) -> None:
    text = (
        f"components:\n  look: {{kind: experiment-analysis, alpha: {part}}}\n"
        "experiment: {alpha: 5%}\n"
    )

    assert bool(told(text, said_differently)) is is_found
