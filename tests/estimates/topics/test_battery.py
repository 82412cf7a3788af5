"""Batteries: what models take from a device in a day."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

HANDHELD = """
    workload: {requests-per-day: 16 M}
    components:
      phone: {kind: device, count: 40 k, battery: 5 Wh}
      wake: {kind: model-server, in: phone, energy-per-prediction: 1 mJ, idle-power: 5 mW, stops: 75%}
      hear: {kind: model-server, in: phone, power-draw: 2 W, service-time: 3 s}
    flows:
      calls:
        - phone -> wake: request / prediction
        - phone -> hear: {carries: request / prediction, after: [wake]}
"""


def test_the_energy_of_a_day_is_worked_out_part_by_part() -> None:
    found = estimated(HANDHELD)

    assert {id: told(found, id) for id in of_topic(found, "battery")} == {
        "battery.wake.predictions": (
            "average qps * 86,400 s * calls / devices",
            "185/s * 86,400 s * 1 / 40 k",
            "400",
        ),
        "battery.wake.energy": (
            "predictions * energy per prediction + idle power * 86,400 s",
            "400 * 1 mJ + 5 mW * 86,400 s",
            "432 J",
        ),
        "battery.hear.predictions": (
            "average qps * 86,400 s * calls / devices",
            "185/s * 86,400 s * 1 * 25% / 40 k",
            "100",
        ),
        "battery.hear.energy": (
            "predictions * power draw * service time",
            "100 * 2 W * 3 s",
            "600 J",
        ),
        "battery.phone.share": (
            "(wake energy + hear energy) / battery",
            "(432 J + 600 J) / 5 Wh",
            "5.74%",
        ),
    }


def test_a_device_that_runs_a_model_itself_says_how_often() -> None:
    text = """
    components:
      camera: {kind: device, predictions: 60/h, energy-per-prediction: 2 J}
"""
    found = estimated(text)

    assert told(found, "battery.camera.predictions")[1:] == ("60/h * 86,400 s", "1,440")
    assert told(found, "battery.camera.energy")[1:] == ("1,440 * 2 J", "2,880 J")
    assert "battery.camera.share" not in of_topic(found, "battery")


def test_what_device_says_of_itself_comes_before_the_requests() -> None:
    found = estimated(HANDHELD.replace("count: 40 k", "count: 40 k, predictions: 8/h"))

    assert figure(found, "battery.wake.predictions").value == pytest.approx(192)
    assert figure(found, "battery.hear.predictions").value == pytest.approx(48)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            HANDHELD.replace("count: 40 k, ", ""),
            "needs components.phone.count (devices in the field)",
            id="devices",
        ),
        pytest.param(
            "components:\n"
            "  phone: {kind: device, battery: 5 Wh, energy-per-prediction: 2 J}\n",
            "needs components.phone.predictions (predictions that one device makes in "
            "a time; its part of the requests if unsaid)",
            id="predictions",
        ),
    ],
)
def test_what_is_lacking_is_named(text: str, expected: str) -> None:
    assert lacking(estimated(text), "battery.phone.share") == expected


def test_power_in_our_own_building_drains_no_battery() -> None:
    found = estimated(HANDHELD.replace("in: phone, ", ""))

    assert found.part("battery") is None
