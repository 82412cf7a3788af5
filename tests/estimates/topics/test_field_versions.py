"""Versions in the field: how many there are at once, and how old the models get."""

from tests.computed import estimated, lacking, of_topic, told

FLEET = """
    components:
      train: {kind: trainer, runtime: 2 d}
      deploy: {kind: deployer, bake: 5 d}
      phone: {kind: device, update-delay: {p50: 3 d, p90: 30 d}}
      hear: {kind: model-server, in: phone}
    flows:
      control: [train -> deploy -> hear: model]
    models:
      words: {trained-by: train, served-by: hear, retrain: {every: 14 d}}
"""


def test_versions_and_ages_are_those_of_the_slowest_share() -> None:
    found = estimated(FLEET)

    assert {id: told(found, id) for id in of_topic(found, "field-versions")} == {
        "versions.phone.at-once": (
            "1 + ⌈update delay p90 / every⌉",
            "1 + ⌈30 d / 14 d⌉",
            "4",
        ),
        "versions.phone.words-age": (
            "words age + update delay p90",
            "21 d + 30 d",
            "51 d",
        ),
    }


def test_what_the_device_says_of_versions_comes_first() -> None:
    found = estimated(
        FLEET.replace("kind: device", "kind: device, update-interval: 30 d")
    )

    assert told(found, "versions.phone.at-once")[1:] == ("1 + ⌈30 d / 30 d⌉", "2")


def test_how_often_a_version_comes_has_to_be_known() -> None:
    found = estimated(FLEET.replace(", retrain: {every: 14 d}", ""))

    assert lacking(found, "versions.phone.at-once") == (
        "needs components.phone.update-interval (time from one version to the next; "
        "that of its models if unsaid)"
    )


def test_a_fleet_that_says_nothing_of_its_delay_is_left_alone() -> None:
    found = estimated(FLEET.replace(", update-delay: {p50: 3 d, p90: 30 d}", ""))

    assert found.part("field-versions") is None
