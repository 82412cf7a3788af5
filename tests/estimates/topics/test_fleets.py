"""Fleets: what a new version sends, how long it takes, what it costs."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

FLEET = """
    components:
      phone: {kind: device, count: 40 k, link: 500 kB/s, online: 20%}
      hear: {kind: model-server, in: phone}
      deploy: {kind: deployer, bandwidth: 100 MB/s, cost-per-gb: 0.05 EUR}
    flows:
      control: [deploy -> phone: model]
    models:
      words: {served-by: hear, size: 20 MB}
      wake: {served-by: phone, size: 5 MB}
"""


def test_all_that_a_new_version_asks_is_worked_out() -> None:
    found = estimated(FLEET)

    assert {id: told(found, id) for id in of_topic(found, "fleets")} == {
        "fleet.phone.update": ("words size + wake size", "20 MB + 5 MB", "25 MB"),
        "fleet.phone.download": (
            "update / (link * online)",
            "25 MB / (500 kB/s * 20%)",
            "4 min 10 s",
        ),
        "fleet.phone.traffic": ("devices * update", "40 k * 25 MB", "1 TB"),
        "fleet.phone.roll-out": (
            "max(update * devices / bandwidth, download)",
            "max(25 MB * 40 k / 100 MB/s, 4 min 10 s)",
            "2 h 47 min",
        ),
        "fleet.phone.cost": (
            "traffic / 1 GB * cost per gb",
            "1 TB / 1 GB * 0.05 EUR",
            "50.00 EUR",
        ),
    }


def test_the_slower_of_link_and_server_counts() -> None:
    slow = estimated(FLEET.replace("500 kB/s", "5 kB/s"))

    assert figure(slow, "fleet.phone.roll-out").value == 25_000
    assert figure(slow, "fleet.phone.download").value == 25_000
    assert figure(estimated(FLEET), "fleet.phone.roll-out").value == 10_000


def test_a_stated_update_is_less_than_the_models() -> None:
    found = estimated(FLEET.replace("online: 20%", "update-size: 1 MB"))

    assert told(found, "fleet.phone.download") == (
        "update / link",
        "1 MB / 500 kB/s",
        "2 s",
    )


def test_what_is_stated_nearest_to_the_devices_counts() -> None:
    """A content network sends to the devices, and the deployer to it alone."""
    found = estimated(
        FLEET.replace("deploy -> phone", "deploy -> near -> phone").replace(
            "      deploy:",
            "      near: {kind: store, bandwidth: 10 GB/s}\n      deploy:",
        )
    )

    assert figure(found, "fleet.phone.roll-out").value == 250
    assert figure(found, "fleet.phone.cost").value == 50


def test_without_a_sender_there_is_no_time_and_no_price() -> None:
    found = estimated(FLEET.replace("[deploy -> phone: model]", "[]"))

    assert of_topic(found, "fleets") == [
        "fleet.phone.update",
        "fleet.phone.download",
        "fleet.phone.traffic",
    ]


@pytest.mark.parametrize(
    ("models", "expected"),
    [
        pytest.param(
            FLEET.replace("size: 20 MB", "name: words"),
            "needs models.words.size (size of the artefact)",
            id="a model without a size",
        ),
        pytest.param(
            FLEET.partition("    models:")[0],
            "needs components.phone.update-size (bytes sent to one device for a new "
            "version; its models if unsaid)",
            id="no model on it",
        ),
    ],
)
def test_what_is_lacking_is_named(models: str, expected: str) -> None:
    assert lacking(estimated(models), "fleet.phone.traffic") == expected


def test_a_device_that_says_nothing_of_a_fleet_is_left_alone() -> None:
    found = estimated(FLEET.replace("count: 40 k, link: 500 kB/s, ", ""))

    assert found.part("fleets") is None
