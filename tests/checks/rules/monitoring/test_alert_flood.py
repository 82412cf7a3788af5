"""Monitors that raise alarms without a cause."""

import pytest

from designkit.checks.rules.monitoring.alert_flood import alert_flood
from tests.computed import estimated, figure
from tests.rule_examples import told

DESIGN = """\
workload: {{features: {features}}}
components:
  drift: {{kind: monitor, watch: [{watch}], window: {window}{rate}}}
"""


def design(
    features: str = "400",
    watch: str = "feature",
    window: str = "1 h",
    rate: str = ", false-alarm-rate: 1%",
) -> str:
    return DESIGN.format(features=features, watch=watch, window=window, rate=rate)


def told_of(**stated: str) -> list[str]:
    return told(design(**stated), alert_flood)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {},
            "3 warning: drift raises at least 96 alarms a day when nothing is wrong: 400 \xd7 "
            "24 h / 1 h \xd7 1%",
            id="each hour",
        ),
        pytest.param(
            {
                "features": "200..400",
                "window": "1 h..2 h",
                "rate": ", false-alarm-rate: 0.1%..1%",
                "watch": "data, skew",
            },
            "3 warning: drift raises at least 2.4 alarms a day when nothing is wrong: 200..400 "
            "\xd7 24 h / 1 h..2 h \xd7 0.1%..1%",
            id="at best",
        ),
    ],
)
def test_many_false_alarms_are_found(stated: dict[str, str], expected: str) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"features": "100", "window": "1 d"}, id="one a day"),
        pytest.param({"features": "100..900", "window": "1 d"}, id="perhaps one a day"),
        pytest.param({"rate": ""}, id="nobody says how often a test is wrong"),
        pytest.param({"watch": "ops, prediction"}, id="no features"),
        pytest.param({"window": "0 s"}, id="no time at all"),
        pytest.param({"features": "1e300"}, id="absurd"),
    ],
)
def test_few_or_unknown_are_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


def test_the_estimate_says_the_same() -> None:
    alarms = figure(estimated(design()), "monitoring.drift.false-alarms")

    (message,) = told_of()
    assert f"raises at least {alarms.text} alarms a day" in message
    assert message.endswith(f": {alarms.working}")
