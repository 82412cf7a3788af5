"""How a model is made anew: what surely counts of it."""

import pytest

from designkit.analysis.renewal import (
    Renewal,
    Time,
    least_sum,
    renewal_of,
    slowest,
    time_taken,
)
from designkit.model.graph import Graph
from designkit.quantities.bounds import END
from designkit.quantities.quantity import Dimension, parse_quantity
from tests.computed import loaded

DESIGN = """
    components:
      feed: {{kind: batch-ingest, interval: 1 d, runtime: 2 h}}
      rates: {{kind: batch-ingest, interval: 6 h, runtime: 3 h}}
      dataset: {{kind: dataset-builder, runtime: 2 h..4 h}}
      other: {{kind: dataset-builder, runtime: 3 h}}
      train: {{kind: trainer, runtime: 3 h}}
      deploy: {{kind: deployer, bake: 1 h}}
    flows:
      batches:
        - feed -> dataset: label
        - rates -> dataset: label
        - dataset, other -> train: dataset
      control:
        - train -> deploy: model
    models:
      m: {{trained-by: train, retrain: {{every: 1 d}}{model}}}
    datasets:
      paid: {{built-by: dataset{paid}}}
      seen: {{built-by: other{seen}}}
"""


def renewal(model: str = "", paid: str = "", seen: str = "") -> Renewal:
    design = loaded(DESIGN.format(model=model, paid=paid, seen=seen)).design
    assert design is not None
    return renewal_of("m", Graph(design))


def test_of_jobs_side_by_side_the_slowest_surely_counts() -> None:
    assert [str(time) for time in renewal().surely] == [
        "other runtime 3 h",
        "train runtime 3 h",
        "deploy bake 1 h",
        "m every 1 d",
    ]


def test_at_worst_all_of_them_count() -> None:
    assert renewal().model_age == (4 + 3 + 3 + 1 + 24) * 3600


def test_each_step_of_a_release_counts() -> None:
    steps = DESIGN.replace("bake: 1 h", "bake: 1 h, steps: 3, ramp: 6 h")
    design = loaded(steps.format(model="", paid="", seen="")).design
    assert design is not None
    found = renewal_of("m", Graph(design))

    assert found.model_age == (4 + 3 + 3 + 3 * 1 + 6 + 24) * 3600
    assert [str(time) for time in found.surely][2:4] == [
        "deploy bake 3 \xd7 1 h",
        "deploy ramp 6 h",
    ]


def test_a_month_is_the_twelfth_of_a_year() -> None:
    monthly = DESIGN.replace("every: 1 d", "every: 1 month")
    design = loaded(monthly.format(model="", paid="", seen="")).design
    assert design is not None
    interval = renewal_of("m", Graph(design)).interval

    assert interval is not None
    assert interval.worst == 365 / 12 * 86_400


def test_labels_wait_for_the_slowest_of_their_jobs() -> None:
    learnt = renewal(paid=", maturity: 7 d", seen=", youngest: 2 d").surely_learnt

    assert [str(time) for time in learnt][:3] == [
        "seen youngest 2 d",
        "feed interval 1 d",
        "feed runtime 2 h",
    ]


@pytest.mark.parametrize(
    ("model", "paid", "seen", "expected"),
    [
        pytest.param("", ", maturity: 7 d", "", None, id="a set that says nothing"),
        pytest.param("", "", "", None, id="none says anything"),
        pytest.param(
            ", datasets: paid", ", maturity: 7 d", "", "paid maturity 7 d", id="its own"
        ),
    ],
)
def test_the_least_wait_is_known_where_all_sets_state_theirs(
    model: str, paid: str, seen: str, expected: str | None
) -> None:
    wait = renewal(model, paid, seen).least_wait

    assert (wait and str(wait)) == expected


def test_the_slowest_of_nothing_is_nothing() -> None:
    assert slowest([]) == ()
    assert least_sum([]) == 0


def test_a_sum_beyond_all_times_is_cut() -> None:
    long = parse_quantity("1e308 s", Dimension.DURATION)

    assert least_sum([Time(("models", "m", "every"), long)] * 9) == END


def test_the_environments_before_everybody_are_part_of_a_release() -> None:
    text = """
    components:
      deploy:
        kind: deployer
        bake: 9 d
        environments:
          staging: {bake: 1 d}
          canary: {share: 5%, bake: 2 h}
          production: {share: 100%, bake: 7 d}
    """
    design = loaded(text).design
    assert design is not None
    deploy = design.components["deploy"]

    assert time_taken(deploy, "bake") is None
    assert str(time_taken(deploy, "environments")) == "1 d + 2 h"
