"""Models that take more of a battery than they may."""

import pytest

from designkit.checks.rules.serving.battery_over_budget import battery_over_budget
from tests.computed import estimated, figure, lacking
from tests.rule_examples import told

DESIGN = """\
workload: {{requests-per-day: {requests}}}
components:
  phone: {{kind: device, count: {count}, battery: {battery}, battery-share: {share}}}
  hear: {{kind: model-server, in: phone, {draws}}}
  app: {{kind: client}}
flows:
  calls:
    - {asker} -> hear: request / prediction
"""


def design(
    requests: str = "16 M",
    count: str = "40 k",
    battery: str = "5 Wh",
    share: str = "2%",
    draws: str = "energy-per-prediction: 500 mJ, idle-power: 5 mW",
    asker: str = "phone",
) -> str:
    return DESIGN.format(
        requests=requests,
        count=count,
        battery=battery,
        share=share,
        draws=draws,
        asker=asker,
    )


def told_of(**stated: str) -> list[str]:
    return told(design(**stated), battery_over_budget)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param({}, "632 J a day of the 5 Wh of phone: 3.51%", id="both"),
        pytest.param({"asker": "app"}, "632 J a day of the 5 Wh of phone: 3.51%"),
        pytest.param(
            {"draws": "power-draw: 500 mW, service-time: 2 s"},
            "400 J a day of the 5 Wh of phone: 2.22%",
            id="power for a time",
        ),
        pytest.param(
            {"requests": "16 M..90 M", "battery": "2..5 Wh", "count": "1 k..40 k"},
            "632 J a day of the 2..5 Wh of phone: 3.51%",
            id="at best",
        ),
    ],
)
def test_a_drained_battery_is_found(stated: dict[str, str], expected: str) -> None:
    assert told_of(**stated) == [f"3 error: models take {expected}, and 2% are allowed"]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"share": "4%"}, id="allowed"),
        pytest.param({"share": "2%..4%"}, id="perhaps allowed"),
        pytest.param({"battery": "5..20 Wh"}, id="perhaps a large battery"),
        pytest.param({"count": "40 k..400 k", "draws": "energy-per-prediction: 1 J"}),
        pytest.param({"draws": "power-draw: 20 W"}, id="for an unknown time"),
        pytest.param({"draws": "memory: 1 MB"}, id="nothing stated"),
    ],
)
def test_what_is_allowed_or_unknown_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


def test_what_runs_in_our_own_building_takes_no_battery() -> None:
    text = design().replace("in: phone, ", "")

    assert told(text, battery_over_budget) == []


def test_a_device_without_requests_says_how_often_it_predicts() -> None:
    text = """\
components:
  camera:
    kind: device
    battery: 10 Wh
    battery-share: 5%
    predictions: {often}
    energy-per-prediction: 2 J
"""
    often = text.replace("{often}", "60/h")

    assert told(often, battery_over_budget) == [
        "5 error: models take 2,880 J a day of the 10 Wh of camera: 8%, and 5% are "
        "allowed"
    ]
    assert told(text.replace("{often}", "30/h"), battery_over_budget) == []


OTHERS = """\
workload: {requests-per-day: 16 M}
components:
  phone:
    kind: device
    count: 40 k
    battery: 5 Wh
    battery-share: 2%
    energy-per-prediction: 2 J
  OTHER
  score: {kind: model-server}
flows:
  calls:
    - phone -> score: {carries: request / prediction, calls-per-request: 1}
    - other -> score: {carries: request / prediction, calls-per-request: 1}
"""


@pytest.mark.parametrize(
    "other", ["other: {kind: device, count: 1 M}", "other: {kind: client}"]
)
def test_requests_of_others_drain_no_battery(other: str) -> None:
    text = OTHERS.replace("OTHER", other)

    assert told(text, battery_over_budget) == []
    assert lacking(estimated(text), "battery.phone.share") == (
        "needs components.phone.predictions (predictions that one device makes in a "
        "time; its part of the requests if unsaid)"
    )


def test_the_estimate_says_the_same() -> None:
    share = figure(estimated(design()), "battery.phone.share")

    assert f": {share.text}, and" in told_of()[0]
