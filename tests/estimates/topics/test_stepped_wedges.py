"""What a stepped wedge takes, what its clusters show, and how long it runs."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

WEDGE = """
    components: {a: {kind: client}}
    experiment:
      design: stepped-wedge
      baseline-rate: 5%
      mde: -30%
      clusters: 24
      steps: 4
      step-every: 28 d
      cluster-size: 120
      icc: 0.2%
      outcome-window: 14 d
"""


@pytest.mark.parametrize(
    ("id", "formula", "working", "value"),
    [
        (
            "clusters-needed",
            "⌈2 * observations * design effect / (cluster size * (steps + 1) * steps)⌉ "
            "* steps",
            "⌈2 * 2,838 * 2.55 / (120 * (4 + 1) * 4)⌉ * 4",
            "28",
        ),
        (
            "observations-worth",
            "clusters * (steps + 1) * cluster size / design effect / 2",
            "24 * (4 + 1) * 120 / 2.55 / 2",
            "2,819",
        ),
        ("crossed-over", "steps * step every", "4 * 28 d", "112 d"),
        (
            "duration",
            "(steps + 1) * step every + outcome window",
            "(4 + 1) * 28 d + 14 d",
            "154 d",
        ),
    ],
)
def test_a_wedge_is_sized_by_its_clusters(
    id: str, formula: str, working: str, value: str
) -> None:
    assert told(estimated(WEDGE), f"experiment.{id}") == (formula, working, value)


def test_a_wedge_has_no_arms_of_units() -> None:
    assert of_topic(estimated(WEDGE), "experiment") == []
    assert of_topic(estimated(WEDGE), "stepped-wedges") == [
        "experiment.observations",
        "experiment.design-effect",
        "experiment.clusters-needed",
        "experiment.observations-worth",
        "experiment.smallest-effect",
        "experiment.crossed-over",
        "experiment.duration",
    ]


def test_a_metric_has_a_correlation_of_its_own_or_that_of_the_whole() -> None:
    stated = "mean: 30, deviation: 60, mde: 5%"
    metrics = f"metrics: {{own: {{{stated}, icc: 5%}}, shared: {{{stated}}}}}"
    found = estimated(f"{WEDGE}      {metrics}\n")

    assert [
        figure(found, f"experiment.{id}design-effect").text
        for id in ("own.", "shared.", "")
    ] == ["3.1", "2.55", "2.55"]


def test_several_metrics_share_the_level() -> None:
    more = "metrics: {second: {mean: 30, deviation: 60, mde: 5%}}\n      multiplicity: holm"
    found = estimated(f"{WEDGE}      {more}\n")

    assert figure(found, "experiment.level").value == 0.025


@pytest.mark.parametrize(
    ("old", "new", "id", "expected"),
    [
        pytest.param(
            "steps: 4",
            "steps: 1",
            "design-effect",
            "the number of steps must not lie below 2 (steps 1, cluster size 120, "
            "ICC 0.2%)",
            id="before and after",
        ),
        pytest.param(
            "icc: 0.2%",
            "unit: branch",
            "clusters-needed",
            "needs experiment.icc (correlation of the observations in one unit)",
            id="no correlation",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_sized_is_told(
    old: str, new: str, id: str, expected: str
) -> None:
    assert lacking(estimated(WEDGE.replace(old, new)), f"experiment.{id}") == expected


def test_without_their_number_only_the_need_of_clusters_is_told() -> None:
    found = estimated(WEDGE.replace("clusters: 24", "unit: branch"))

    assert figure(found, "experiment.clusters-needed").text == "28"
    assert found.get("experiment.observations-worth") is None


def test_no_treatment_of_a_sample_is_paid_where_all_are_treated() -> None:
    found = estimated(f"{WEDGE}      treatment-cost: {{letter: 1 EUR}}\n")

    assert of_topic(found, "campaign") == []
