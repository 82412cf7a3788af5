"""Stepped wedges with too few clusters for what they look for."""

import pytest

from designkit.checks.rules.evaluation.wedge_too_small import wedge_too_small
from tests.rule_examples import told

PLAN = {
    "design": "stepped-wedge",
    "baseline-rate": "5%",
    "mde": "-30%",
    "clusters": "12",
    "steps": "4",
    "cluster-size": "120",
    "icc": "0.2%",
}


def told_of(**changes: str) -> list[str]:
    plan = PLAN | {key.replace("_", "-"): value for key, value in changes.items()}
    lines = [f"  {key}: {value}" for key, value in plan.items() if value]
    text = "components: {a: {kind: client}}\nexperiment:\n" + "\n".join(lines) + "\n"
    return told(text, wedge_too_small)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {},
            "6 error: -30% on 5% needs 28 clusters in 4 steps; there are 12, which show "
            "46% at best",
            id="too few",
        ),
        pytest.param(
            {"mde": "-1.5 pp", "clusters": "24"},
            "6 error: -1.5 pp on 5% needs 28 clusters in 4 steps; there are 24, which "
            "show 1.63 pp at best",
            id="in points",
        ),
        pytest.param(
            {"icc": ""},
            "2 warning: the stepped wedge cannot be sized: icc not stated",
            id="alike or not is not said",
        ),
        pytest.param(
            {"icc": "", "cluster_size": "", "clusters": "", "steps": ""},
            "2 warning: the stepped wedge cannot be sized: clusters, steps, cluster-size "
            "and icc not stated",
            id="an ordinary plan under another name",
        ),
        pytest.param(
            {"icc": "none"},
            "9 error: the stepped wedge cannot be sized: icc not stated",
            id="none",
        ),
        pytest.param(
            {"steps": "16"},
            "6 error: 16 steps take a cluster each at least, and there are 12",
            id="more steps than clusters",
        ),
        pytest.param(
            {"clusters": "24", "metrics": "{cost: {mean: 30, deviation: 60, mde: 5%}}"},
            "6 error: cost: 5% on 30 needs 216 clusters in 4 steps; there are 24, which "
            "show 14.9% at best",
            id="another metric, with the correlation of the whole",
        ),
    ],
)  # fmt: skip
def test_a_wedge_that_is_too_small_is_found(
    changes: dict[str, str], expected: str
) -> None:
    assert expected in told_of(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"clusters": "28"}, id="enough"),
        pytest.param({"clusters": "12..28"}, id="enough at best"),
        pytest.param({"mde": "-50%"}, id="enough for a large effect"),
        pytest.param({"correlation": "80%"}, id="enough with so much known before"),
        pytest.param({"cluster_size": "120..600"}, id="enough with large clusters"),
        pytest.param({"baseline_rate": ""}, id="no size of the metric"),
        pytest.param({"steps": "1"}, id="no wedge, which another rule tells"),
        pytest.param({"icc": "100%"}, id="each cluster as one"),
        pytest.param({"mde": "0%"}, id="no effect"),
        pytest.param({"design": "ab"}, id="no wedge"),
    ],
)
def test_a_wedge_that_may_be_large_enough_passes(changes: dict[str, str]) -> None:
    assert told_of(**changes) == []
