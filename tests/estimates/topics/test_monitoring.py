"""Monitoring: the alarms that ring without a cause."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told


def watched(says: str, workload: str = "{features: 500}") -> str:
    return f"""
        workload: {workload}
        components: {{eye: {{kind: monitor, {says}}}}}
    """


def test_many_tests_ring_often() -> None:
    found = estimated(watched("watch: [feature], window: 1 h"))

    assert figure(found, "monitoring.eye.false-alarms").value == pytest.approx(120)
    assert told(found, "monitoring.eye.false-alarms") == (
        "features * 24 h / window * false alarm rate",
        "500 * 24 h / 1 h * 1% (assumed)",
        "120",
    )


def test_a_monitor_may_state_how_often_it_errs() -> None:
    found = estimated(watched("watch: skew, window: 1 d, false-alarm-rate: 0.1%"))

    assert told(found, "monitoring.eye.false-alarms")[1:] == (
        "500 * 24 h / 1 d * 0.1%",
        "0.5",
    )


@pytest.mark.parametrize("says", ["watch: [feature]", "watch: [ops], window: 1 h"])
def test_what_watches_no_features_or_says_not_how_often_is_left_alone(
    says: str,
) -> None:
    assert estimated(watched(says)).part("monitoring") is None


def test_each_monitor_rings_for_itself() -> None:
    found = estimated("""
        workload: {features: 500}
        components:
          drift: {kind: monitor, watch: [feature], window: 1 h}
          skew: {kind: monitor, watch: [skew, ops], window: 6 h}
    """)

    assert of_topic(found, "monitoring") == [
        "monitoring.drift.false-alarms",
        "monitoring.skew.false-alarms",
    ]


@pytest.mark.parametrize(
    ("design", "needs"),
    [
        (
            watched("watch: [feature], window: 1 h", "{peak-factor: 1}"),
            "needs workload.features (features that a model reads)",
        ),
        (
            watched("watch: [feature], window: 0 s"),
            "these numbers give no result "
            "(features 500, window 0 s, false alarm rate 1%)",
        ),
    ],
)
def test_what_is_lacking_is_named(design: str, needs: str) -> None:
    assert lacking(estimated(design), "monitoring.eye.false-alarms") == needs
