"""A design that does not load in part is judged in the rest, and nothing is made up."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from designkit.analysis.facts import Facts
from designkit.checks.batch import CheckOptions, check_one
from designkit.checks.checker import check
from designkit.checks.report import FileReport
from designkit.checks.rule import Finding
from designkit.checks.rules import all_rules
from designkit.source.loader import load_text
from designkit.source.settings import Settings
from tests.judgement.judging import HERE, NAMES, faults, text_of
from tests.misspelt import found_in, misspelt

DESIGNS = sorted((Path(__file__).parents[2] / "designs").glob("*.yaml"))
FEW = 40
"""Of so many names one is misspelt where the test is to be fast."""

SKETCH = """\
designkit: 1
name: Sketch
system: generic
components:
  app: {kind: client}
  gate: {kind: gateway, timeout: 1 s}
  score: {kind: model-server}
  lake: {kind: lake}
flows:
  calls:
    - app -> gate: request
    - gate -> score: request
  streams:
    - gate -> lake: event
"""


def checked(text: str) -> FileReport:
    return check_one(load_text(text), CheckOptions(), Settings())


def names(text: str) -> set[str]:
    return {found.name for found in checked(text).diagnostics}


def made_up(
    text: str, every: int, place: Path | None = None
) -> list[tuple[str, int, object]]:
    """Return what is found in a design with a misspelt name, and not without."""
    truth = found_in(text, place)
    return [
        (spoilt.word, spoilt.line, false)
        for spoilt in islice(misspelt(text, place), 0, None, every)
        for false in found_in(spoilt.text, place) - truth
    ]


every_design = pytest.mark.parametrize("path", DESIGNS, ids=lambda path: path.stem)


@every_design
def test_a_misspelt_name_brings_no_false_finding(path: Path) -> None:
    assert made_up(path.read_text("utf-8"), FEW) == []


@pytest.mark.slow
@every_design
def test_no_misspelt_name_brings_a_false_finding(path: Path) -> None:
    assert made_up(path.read_text("utf-8"), 1) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_no_misspelt_name_in_another_system_brings_a_false_finding(name: str) -> None:
    assert made_up(text_of(name), 1, HERE) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_with_a_misspelt_name_no_fault_brings_a_false_finding(name: str) -> None:
    for fault in faults(name):
        spoilt = text_of(name).replace(fault.old, fault.new)
        assert made_up(spoilt, 15, HERE) == []


@every_design
def test_missing_monitoring_is_told_though_much_else_is_not_read(path: Path) -> None:
    text = path.read_text("utf-8")
    blind = re.sub(r"kind: monitor\b", "kind: lake", text)  # has not its keys
    typo = blind.replace("gateway -> ", "gatewya -> ", 1)

    assert load_text(typo).design is None
    assert {"unknown-id", "no-monitoring"} <= names(typo)
    assert "no-monitoring" not in names(text.replace("gateway -> ", "gatewya -> ", 1))


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        pytest.param("gate -> lake", "gate -> lkae", True, id="a flow has a typo"),
        pytest.param("timeout: 1 s", "timeout: 1 x", True, id="a number has no unit"),
        pytest.param("timeout: 1 s", "timeuot: 1 s", True, id="a key is misspelt"),
        pytest.param("{kind: lake}", "12", False, id="a part is no part"),
        pytest.param("kind: lake", "kind: laek", True, id="a kind is surely another"),
        pytest.param(
            "kind: lake", "kind: watcher", False, id="a kind may be a monitor"
        ),
        pytest.param("gate -> lake", "gate -> watcher", False, id="a part is missing"),
    ],
)
def test_what_is_missing_is_told_unless_what_was_not_read_may_be_it(
    old: str, new: str, is_told: bool
) -> None:
    assert ("no-monitoring" in names(SKETCH.replace(old, new))) is is_told


def test_who_gets_what_cannot_be_read_is_no_dead_end() -> None:
    stream = "  streams:\n    - score -> lake: prediction\n    - lake -> gate: event\n"
    text = SKETCH.partition("  streams:")[0] + stream

    assert "orphan" not in names(text.replace("lake -> gate", "laek -> gate"))
    assert "dead-end" not in names(text.replace("lake -> gate", "lake -> gaet"))


def test_a_design_whose_misspelt_keys_are_clear_is_judged_whole() -> None:
    report = checked(SKETCH.replace("timeout: 1 s", "timeuot: 1 s"))

    assert (report.loads, report.unread, report.judged_in_part) == (False, 0, "")


def test_a_report_says_what_was_not_judged() -> None:
    report = checked(SKETCH.replace("gate -> lake", "gate -> lkae"))

    assert report.unread == 1
    assert report.stopped
    assert report.judged_in_part == (
        f"judged in part: 1 thing could not be read; {len(report.stopped)} rules "
        "asked for it and went no further"
    )


def test_what_cannot_be_read_comes_first() -> None:
    found = checked(SKETCH.replace("gate -> lake", "gate -> lkae")).diagnostics

    assert [item.stops for item in found] == [True] + [False] * (len(found) - 1)
    assert len(found) > 1


def test_a_file_that_is_no_yaml_is_not_judged() -> None:
    report = checked(SKETCH + "tier: [1\n")

    assert [found.name for found in report.diagnostics] == ["yaml-syntax"]
    assert (report.passed, report.stopped, report.judged_in_part) == (0, (), "")


def test_a_key_that_is_given_twice_has_no_value() -> None:
    twice = SKETCH.replace("timeout: 1 s", "timeout: 1 s, timeout: 2 s")

    assert {"duplicate-key", "no-monitoring"} <= names(twice)
    assert checked(twice).unread == 1


def lakes_and_timeouts(facts: Facts) -> Iterator[Finding]:
    for lake in facts.of_kind("lake"):
        yield Finding(("components", lake.id), "a lake")
    gate = facts.design.components["gate"]
    yield Finding(("components", "gate"), f"{gate.timeout}")


def test_a_new_rule_gives_what_it_found_before_it_asked_for_what_is_unknown() -> None:
    some = next(rule for rule in all_rules() if rule.name == "no-monitoring")
    rule = replace(some, name="lakes", check=lakes_and_timeouts)
    loaded = load_text(SKETCH.replace("timeout: 1 s", "timeout: 1 x"))
    ran = check(loaded, (rule,))

    assert [it.message for it in ran.diagnostics if it.name == "lakes"] == ["a lake"]
    assert [(verdict.stopped, verdict.crashed) for verdict in ran.verdicts] == [
        (True, False)
    ]


def test_a_waiver_of_a_rule_that_went_no_further_is_not_stale() -> None:
    waiver = "waivers:\n  - {rule: dead-end, at: lake, reason: it is read by hand}\n"

    assert "stale-waiver" in names(
        SKETCH.replace("gate -> lake", "lake -> gate") + waiver
    )
    assert "stale-waiver" not in names(
        SKETCH.replace("gate -> lake", "gate -> lkae") + waiver
    )


def test_a_waiver_accepts_what_is_found_in_part_of_a_design() -> None:
    waiver = "waivers:\n  - {rule: no-monitoring, reason: a sketch}\n"
    report = checked(SKETCH.replace("gate -> lake", "gate -> lkae") + waiver)

    assert [it.name for it in report.diagnostics if it.waived] == ["no-monitoring"]
