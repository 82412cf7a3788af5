"""Ways back that are faster than devices take updates."""

import pytest

from designkit.checks.rules.release.rollback_waits_for_devices import (
    rollback_waits_for_devices,
)
from tests.rule_examples import told

DESIGN = """\
components:
  deploy: {{kind: deployer, rollback: auto{time}}}
  near: {{kind: store}}
  phone: {{kind: device, update-delay: {{{delay}}}{keeps}}}
  hear: {{kind: model-server, in: phone}}
  cloud: {{kind: model-server}}
flows:
  control: [deploy -> {to}: model]
"""


def told_of(
    time: str = ", rollback-time: 1 d",
    delay: str = "p50: 2 d, p90: 14 d",
    keeps: str = ", keeps-previous: false",
    to: str = "near -> hear",
) -> list[str]:
    text = DESIGN.format(time=time, delay=delay, keeps=keeps, to=to)
    return told(text, rollback_waits_for_devices)


@pytest.mark.parametrize(
    ("keeps", "severity"),
    [
        (", keeps-previous: false", "warning"),
        (", keeps-previous: none", "warning"),
        ("", "info"),
    ],
)
def test_a_way_back_that_is_an_update_is_found(keeps: str, severity: str) -> None:
    assert told_of(keeps=keeps) == [
        f"2 {severity}: deploy takes a version back in 1 d, and 10% of phone have an "
        "update after 14 d"
    ]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"keeps": ", keeps-previous: true"}, id="the old one is there"),
        pytest.param({"time": ", rollback-time: 14 d"}, id="as slow as updates"),
        pytest.param({"time": ", rollback-time: 1..20 d"}, id="perhaps as slow"),
        pytest.param({"time": ""}, id="no time stated"),
        pytest.param({"delay": ""}, id="no delay stated"),
        pytest.param({"to": "cloud"}, id="a release to servers"),
    ],
)
def test_a_way_back_that_needs_no_update_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []
