"""`designkit init` writes a starter, or copies a shipped design under a new name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.catalog.systems import SYSTEMS
from designkit.source.inputs import find_shipped

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""


def test_a_copy_has_a_new_name_and_is_otherwise_the_same(
    run: Run,
) -> None:
    ran = run("init", "my-fraud", "--from", "fraud")
    old = find_shipped("fraud").read_text(encoding="utf-8").splitlines()
    new = Path("my-fraud.yaml").read_text(encoding="utf-8").splitlines()
    shared = set(old) & set(new)

    assert ran == snapshot(
        (0, "my-fraud.yaml\n", "draw it: designkit render my-fraud.yaml\n")
    )
    assert [line for line in new if line not in shared] == snapshot(["name: My fraud"])
    assert [line for line in old if line not in shared] == snapshot(
        [
            "# yaml-language-server: $schema=../docs/schema/design.schema.json",
            "name: Card payment fraud",
        ]
    )


def test_a_copy_can_be_drawn(run: Run) -> None:
    run("init", "mine", "--from", "fraud")
    ran = run("render", "mine.yaml", "-f", "svg", "--view", "overview", "--strict")

    assert ran[:2] == (0, "build/mine/overview.svg\n")


def test_a_file_that_exists_is_left_alone(run: Run) -> None:
    Path("mine.yaml").write_text("precious")
    ran = run("init", "mine", "--from", "fraud")

    assert ran == snapshot(
        (2, "", "designkit: mine.yaml exists; --force overwrites it\n")
    )
    assert Path("mine.yaml").read_text() == "precious"


def test_force_overwrites(run: Run) -> None:
    Path("mine.yaml").write_text("old")
    ran = run("init", "mine", "--from", "fraud", "--force")

    assert ran[0] == 0
    assert "name: Mine\n" in Path("mine.yaml").read_text(encoding="utf-8")


def test_an_unknown_source_names_those_there_are(run: Run) -> None:
    ran = run("init", "mine", "--from", "frad")

    assert ran[:2] == (2, "")
    assert ran[2].startswith(
        "designkit: no shipped design is called 'frad'; did you mean fraud? There are"
    )


@pytest.mark.parametrize(
    "options",
    [
        pytest.param((), id="neither"),
        pytest.param(("--system", "generic", "--from", "fraud"), id="both"),
    ],
)
def test_it_starts_from_one_thing(run: Run, options: tuple[str, ...]) -> None:
    ran = run("init", "mine", *options)

    assert ran[:2] == (2, "")
    assert "give --system or --from, one of the two" in ran[2]
    assert not Path("mine.yaml").exists()


@pytest.mark.parametrize("name", ["pay", "pay.yaml"])
def test_a_starter_has_the_new_name_and_comments(run: Run, name: str) -> None:
    ran = run("init", name, "--system", "fraud-detection")
    lines = Path("pay.yaml").read_text(encoding="utf-8").splitlines()

    assert ran == snapshot((0, "pay.yaml\n", "draw it: designkit render pay.yaml\n"))
    assert [line for line in lines if line.startswith(("name:", "system:"))] == (
        snapshot(["name: Pay", "system: fraud-detection"])
    )
    assert lines[0].startswith("# Fraud detection, to make your own.")


def test_an_unknown_system_names_those_there_are(run: Run) -> None:
    ran = run("init", "mine", "--system", "fraud-detecton")

    assert ran[:2] == (2, "")
    assert ran[2].startswith(
        "designkit: no system is called 'fraud-detecton'; "
        "did you mean fraud-detection? There are recommendation, "
    )


@pytest.mark.parametrize("system", [item.name for item in SYSTEMS])
def test_every_starter_can_be_drawn(run: Run, system: str) -> None:
    run("init", "mine", "--system", system)
    ran = run("render", "mine.yaml", "-f", "svg", "--view", "overview", "--strict")

    assert ran[:2] == (0, "build/mine/overview.svg\n")
