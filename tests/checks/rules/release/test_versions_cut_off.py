"""Versions on devices that nothing works with any more."""

import pytest

from designkit.checks.rules.release.versions_cut_off import versions_cut_off
from tests.rule_examples import told

DESIGN = """\
components:
  train: {{kind: trainer}}
  phone: {{kind: device, update-delay: {{{delay}}}{more}}}
  hear: {{kind: model-server, in: phone}}
  cloud: {{kind: model-server}}
flows:
  calls:
    - phone -> {asked}: request / prediction
models:
  words: {{trained-by: train, served-by: hear, retrain: {{every: 14 d}}}}
"""


def told_of(
    delay: str = "p50: 3 d, p90: 30 d",
    more: str = ", supported-versions: 3",
    asked: str = "cloud",
) -> list[str]:
    return told(DESIGN.format(delay=delay, more=more, asked=asked), versions_cut_off)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {},
            "3 warning: 3 versions of phone are supported, and 4 run at once on the "
            "devices that are at most 30 d late: at least 10% run older ones",
            id="as often as the model on it is made",
        ),
        pytest.param(
            {"more": ", supported-versions: 4, update-interval: 7 d"},
            "3 warning: 4 versions of phone are supported, and 6 run at once on the "
            "devices that are at most 30 d late: at least 10% run older ones",
            id="as often as the device says",
        ),
        pytest.param(
            {"more": ", supported-versions: 1"},
            "3 warning: 1 versions of phone are supported, and 2 run at once on the "
            "devices that are at most 3 d late: at least 50% run older ones",
            id="half of them",
        ),
        pytest.param(
            {"more": ""},
            "3 info: 4 versions of phone run at once, and it does not say how many of "
            "them are supported",
            id="unsaid",
        ),
    ],
)
def test_versions_that_are_cut_off_are_found(
    stated: dict[str, str], expected: str
) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"more": ", supported-versions: 4"}, id="enough"),
        pytest.param({"more": ", supported-versions: 2..4"}, id="perhaps enough"),
        pytest.param({"delay": "p90: 20..30 d"}, id="perhaps late"),
        pytest.param(
            {"more": ", supported-versions: 1..2, update-interval: 14 d..60 d"},
            id="perhaps seldom",
        ),
        pytest.param({"asked": "hear", "more": ""}, id="a fleet that asks nobody"),
        pytest.param({"delay": "", "more": ""}, id="no delay stated"),
    ],
)
def test_what_is_supported_or_unknown_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []
