"""Steps of a release that end before what watches them can speak."""

import pytest

from designkit.checks.rules.release.bake_too_short import bake_too_short
from tests.rule_examples import told

DESIGN = """\
problem: {label: {name: fraud, delay: {p50: 21 d, p95: 90 d}}}
components:
  deploy: {kind: deployer, %s}
  watch: {kind: monitor, %s}
  alerts: {kind: alert-manager}
  people: {kind: review-queue}
flows:
  control: [%s]
"""
STEPS = (
    "environments: {staging: {bake: 1 min}, canary: {share: 5%, bake: 1 h}, "
    "production: {share: 100%, bake: 1 min}}"
)
WATCHED = "watch: [ops, prediction], window: 1 d"
TOLD = "watch -> deploy: alert"


def told_of(steps: str = STEPS, watched: str = WATCHED, flows: str = TOLD) -> list[str]:
    return told(DESIGN % (steps, watched, flows), bake_too_short)


SLOW = "and watch, the quickest that watches it, waits for "


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {}, f"canary of deploy is watched for 1 h, {SLOW}half of its window of 1 d"
        ),
        pytest.param(
            {"flows": "watch -> alerts -> deploy: alert"},
            f"canary of deploy is watched for 1 h, {SLOW}half of its window of 1 d",
            id="through an alert manager",
        ),
        pytest.param(
            {"steps": "bake: 2 h"},
            f"a step of deploy is watched for 2 h, {SLOW}half of its window of 1 d",
            id="the step of a deployer",
        ),
        pytest.param(
            {"steps": "bake: 7 d", "watched": "watch: [model-quality], window: 1 h"},
            f"a step of deploy is watched for 7 d, {SLOW}half of the labels, which "
            "take 21 d",
            id="quality alone",
        ),
    ],
)
def test_a_bake_in_which_nothing_can_be_known_is_found(
    stated: dict[str, str], expected: str
) -> None:
    assert told_of(**stated) == [f"3 warning: {expected}"]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"watched": "watch: [ops], window: 2 h"}, id="half a window"),
        pytest.param({"watched": "watch: [ops]"}, id="of unstated length"),
        pytest.param({"flows": "watch -> alerts: alert"}, id="watches something else"),
        pytest.param({"steps": "bake: 2 h, steps: 8"}, id="several steps in a row"),
        pytest.param(
            {"steps": "environments: {staging: {bake: 1 min}}"}, id="no traffic there"
        ),
        pytest.param(
            {
                "steps": "bake: 7 d",
                "watched": "watch: [model-quality], window: 1 d",
                "flows": f"{TOLD}, people -> watch: label",
            },
            id="people judge a sample",
        ),
        pytest.param(
            {
                "steps": "bake: 7 d",
                "watched": "watch: [model-quality, prediction], window: 1 d",
            },
            id="scores come sooner",
        ),
    ],
)
def test_a_bake_in_which_something_may_be_known_passes(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []
