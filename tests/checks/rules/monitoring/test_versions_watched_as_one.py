"""Fleets of several versions that are watched as one."""

import pytest

from designkit.checks.rules.monitoring.versions_watched_as_one import (
    versions_watched_as_one,
)
from tests.rule_examples import told

DESIGN = """\
components:
  phone: {{kind: device{delay}}}
  hear: {{kind: model-server, in: phone}}
  log: {{kind: prediction-log}}
  watch: {{kind: monitor, watch: [prediction]{slices}}}
  quality: {{kind: monitor, watch: [data]{others}}}
flows:
  streams:
    - hear -> {to}: prediction
"""


def told_of(
    delay: str = ", update-delay: {p90: 14 d}",
    slices: str = ", slices: [country]",
    others: str = ", slices: [version]",
    to: str = "log -> watch",
) -> list[str]:
    text = DESIGN.format(delay=delay, slices=slices, others=others, to=to)
    return told(text, versions_watched_as_one)


@pytest.mark.parametrize(
    ("slices", "severity"),
    [
        (", slices: [country]", "warning"),
        (", slices: none", "warning"),
        ("", "info"),
    ],
)
def test_versions_in_one_number_are_found(slices: str, severity: str) -> None:
    assert told_of(slices=slices) == [
        f"5 {severity}: watch does not tell the versions of phone apart"
    ]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"slices": ", slices: [country, app version]"}, id="by version"),
        pytest.param({"to": "log -> watch, quality"}, id="by one of two"),
        pytest.param({"delay": ""}, id="no delay stated"),
        pytest.param({"to": "log"}, id="no monitor sees them"),
    ],
)
def test_versions_told_apart_or_unwatched_are_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []
