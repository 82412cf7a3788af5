"""Examples and runs that can be had again."""

import pytest

from designkit.checks.rules.completeness.irreproducible import irreproducible
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  build: {kind: dataset-builder}
  train: {kind: trainer}
""",
            [
                "2 info: the examples of build cannot be had again",
            ],
            id="no word",
        ),
        pytest.param(
            """\
components:
  build: {kind: dataset-builder, versioned: false}
  train: {kind: trainer}
""",
            [
                "2 warning: the examples of build cannot be had again",
            ],
            id="not kept",
        ),
        pytest.param(
            """\
components:
  build: {kind: dataset-builder, versioned: true}
  train: {kind: trainer, seed-pinned: false}
""",
            [
                "3 info: train cannot repeat a run: nothing fixes its chance",
            ],
            id="kept, with chance",
        ),
        pytest.param(
            """\
components:
  build: {kind: dataset-builder, versioned: true}
  train: {kind: trainer}
""",
            [],
            id="kept",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, irreproducible) == expected


FEDERATED = """\
components:
  phone: {kind: device}
  build: {kind: dataset-builder, in: PLACE}
  learn: {kind: trainer}
  server: {kind: service}
datasets:
  typed: {built-by: build, versioned: false}
"""


def test_examples_that_stay_on_devices_are_kept_by_nobody() -> None:
    assert told(FEDERATED.replace("PLACE", "phone"), irreproducible) == []


def test_examples_inside_a_service_are_asked_for() -> None:
    assert len(told(FEDERATED.replace("PLACE", "server"), irreproducible)) == 1


@pytest.mark.parametrize(("host", "found"), [("phone", 0), ("server", 1)])
def test_a_run_on_a_device_is_not_asked_for_its_seed(host: str, found: int) -> None:
    text = FEDERATED.replace("PLACE", "phone").replace(
        "learn: {kind: trainer}",
        f"learn: {{kind: trainer, in: {host}, seed-pinned: false}}",
    )

    assert len(told(text, irreproducible)) == found
