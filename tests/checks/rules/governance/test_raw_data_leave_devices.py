"""Raw personal data that leave the devices on which a model is trained."""

import pytest

from designkit.checks.rules.governance.raw_data_leave_devices import (
    raw_data_leave_devices,
)
from tests.rule_examples import told

DESIGN = """\
components:
  phone: {kind: device, pii: personal}
  hear: {kind: model-server, in: phone}
  door: {kind: service}
  log: {kind: event-log}
  lake: {kind: lake}
  dataset: {kind: dataset-builder}
  train: {kind: trainer, clients-per-round: 500}
  server: {kind: trainer}
flows:
  streams: [%s]
  batches:
    - phone -> train: model
    - train -> phone: model
"""
LEAVES = (
    "{} warning: train learns on phone so that data stay there, and personal rows of "
    "phone reach {}"
)


@pytest.mark.parametrize(
    ("flows", "line", "where"),
    [
        pytest.param("phone -> log: event", 5, "log", id="kept"),
        pytest.param("phone -> door -> log: event", 5, "log", id="through a service"),
        pytest.param("hear -> log: event", 5, "log", id="by what runs on it"),
        pytest.param(
            "phone -> log: event, log -> lake: event", 5, "log", id="told once"
        ),
        pytest.param("phone -> server: dataset", 9, "server", id="trained on"),
    ],
)
def test_rows_that_leave_are_found(flows: str, line: int, where: str) -> None:
    found = told(DESIGN % flows, raw_data_leave_devices)

    assert found == [LEAVES.format(line, where)]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        pytest.param("phone -> log: metric", "", id="numbers, no rows"),
        pytest.param("phone -> door: event", "", id="kept by nobody"),
        pytest.param("phone -> door -> log: event", "door: {kind: service", id="cut"),
        pytest.param("phone -> log: event", "log: {kind: event-log", id="of nobody"),
    ],
)
def test_what_stays_or_is_of_nobody_passes(text: str, to: str) -> None:
    design = DESIGN % text

    found = told(design.replace(to, f"{to}, pii: none") if to else design, RULE)

    assert found == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(", clients-per-round: 500", "", id="not federated"),
        pytest.param(", pii: personal", "", id="machines, not people"),
        pytest.param("phone -> train: model", "door -> train: model", id="others"),
    ],
)
def test_only_devices_of_people_that_take_part_are_asked(old: str, new: str) -> None:
    design = (DESIGN % "phone -> log: event").replace(old, new)
    if "door" in new:
        design = design.replace("train -> phone", "train -> door")

    assert told(design, RULE) == []


RULE = raw_data_leave_devices
