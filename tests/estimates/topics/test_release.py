"""Releases: whether a canary sees enough to see harm."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

RELEASED = """
    workload: {requests-per-day: 30 M}
    problem: {label: {positive-rate: 0.1%}}
    components:
      deploy: {kind: deployer, canary: 1%, bake: 30 min, harm: 3}
"""


def test_a_canary_needs_enough_requests_to_see_harm() -> None:
    found = estimated(RELEASED)

    assert figure(found, "release.deploy.canary-requests").value == pytest.approx(6_250)
    assert figure(found, "release.deploy.requests-needed").value == 2_402


def test_what_it_sees_and_what_it_needs_are_worked_out() -> None:
    found = estimated(RELEASED)

    assert told(found, "release.deploy.canary-requests") == (
        "average qps * canary * bake",
        "347/s * 1% * 30 min",
        "6,250",
    )
    assert told(found, "release.deploy.requests-needed") == (
        "⌈n(positive rate → positive rate * harm; alpha, power)⌉",
        "⌈n(0.1% → 0.1% * 3; 5% (assumed), 80% (assumed))⌉",
        "2,402",
    )


def test_a_harm_that_nobody_states_is_not_made_up() -> None:
    found = estimated(RELEASED.replace(", harm: 3", ""))

    assert of_topic(found, "release") == ["release.deploy.canary-requests"]


def test_an_outcome_as_frequent_as_that_or_unknown_has_no_such_test() -> None:
    common = estimated(RELEASED.replace("0.1%", "40%"))
    twice = estimated(RELEASED.replace("0.1%", "40%").replace("harm: 3", "harm: 2"))
    unknown = estimated(
        RELEASED.replace("    problem: {label: {positive-rate: 0.1%}}\n", "")
    )

    assert lacking(common, "release.deploy.requests-needed") == (
        "the worse rate must lie between 0 and 1 "
        "(positive rate 40%, harm 3, alpha 5%, power 80%)"
    )
    assert figure(twice, "release.deploy.requests-needed").value == 9
    assert of_topic(unknown, "release") == ["release.deploy.canary-requests"]


def test_the_joiner_of_labels_may_say_how_frequent_an_outcome_is() -> None:
    found = estimated(
        RELEASED.replace("    problem: {label: {positive-rate: 0.1%}}\n", "")
        + "      join: {kind: label-joiner, positive-rate: 0.1%}\n"
    )

    assert figure(found, "release.deploy.requests-needed").value == 2_402


@pytest.mark.parametrize("says", ["canary: 1%", "bake: 30 min"])
def test_a_release_without_a_canary_or_a_time_is_left_alone(says: str) -> None:
    found = estimated(RELEASED.replace("canary: 1%, bake: 30 min", says))

    assert found.part("release") is None


def test_each_deployer_has_a_canary_of_its_own() -> None:
    found = estimated(
        RELEASED + "      other: {kind: deployer, canary: 5%, bake: 1 h}\n"
    )

    assert of_topic(found, "release") == [
        "release.deploy.canary-requests",
        "release.deploy.requests-needed",
        "release.other.canary-requests",
    ]


def test_what_is_lacking_is_named() -> None:
    found = estimated(RELEASED.replace("requests-per-day: 30 M", "peak-factor: 1"))

    assert lacking(found, "release.deploy.canary-requests") == (
        "needs workload.requests-per-day (requests on a day)"
    )


def test_harm_that_is_none_gives_a_reason() -> None:
    found = estimated(RELEASED.replace("harm: 3", "harm: 1"))

    assert lacking(found, "release.deploy.requests-needed") == (
        "the worse rate must lie above the usual one "
        "(positive rate 0.1%, harm 1, alpha 5%, power 80%)"
    )


ENVIRONMENTS = """
    components:
      deploy:
        kind: deployer
        ramp: 6 h
        environments:
          staging: {bake: 1 d}
          shadow: {share: 0%}
          canary: {share: 5%, bake: 2 h}
          production: {share: 100%, bake: 7 d}
"""


def test_a_version_is_for_everybody_after_the_environments_before() -> None:
    found = estimated(ENVIRONMENTS)

    assert told(found, "release.deploy.until-everybody") == (
        "staging bake + canary bake + ramp",
        "1 d + 2 h + 6 h",
        "1 d 8 h",
    )


def test_environments_without_a_bake_take_no_time_that_is_known() -> None:
    found = estimated(
        ENVIRONMENTS.replace("bake: 1 d", "share: 0%").replace(", bake: 2 h", "")
    )

    assert found.part("release") is None


def test_each_environment_with_a_part_of_the_traffic_sees_requests() -> None:
    found = estimated(
        RELEASED.replace(
            "canary: 1%, bake: 30 min",
            "environments: {staging: {bake: 1 d}, few: {share: 1%, bake: 30 min}, "
            "half: {share: 50%, bake: 1 d}, all: {share: 100%, bake: 1 h}}",
        )
    )

    assert {id: told(found, id) for id in of_topic(found, "release")[1:3]} == {
        "release.deploy.few-requests": (
            "average qps * share * bake",
            "347/s * 1% * 30 min",
            "6,250",
        ),
        "release.deploy.half-requests": (
            "average qps * share * bake",
            "347/s * 50% * 1 d",
            "15 M",
        ),
    }
    assert figure(found, "release.deploy.requests-needed").value == 2_402
