"""What is found in a part that a design includes: its file, its waivers, its baseline."""

import json
from pathlib import Path

from inline_snapshot import snapshot

import designkit as dk
from designkit.checks.baseline import write_baseline
from designkit.checks.reporters import find_reporter
from designkit.diagnostics import Diagnostic
from tests.source.test_including import DESIGN, PART, project

FLOW = "    - desk -> gateway: request\n"
DUPLICATE = PART.replace(FLOW, FLOW * 2)
"""A part that says a flow twice: DK034, found in the part."""


def checked(path: Path, baseline: Path | None = None) -> dk.FileReport:
    return dk.check(
        dk.load(path),
        select=["DK034", "stale-waiver", "waiver-without-reason", "unknown-rule"],
        baseline=baseline,
    )


def told(report: dk.FileReport) -> list[str]:
    return [_told(found) for found in report.diagnostics]


def _told(found: Diagnostic) -> str:
    waived = f" waived: {found.waived}" if found.waived else ""
    place = f"{found.file}:{found.span.line}"
    return f"{place} {found.code} {found.element}{waived}"


def with_lines(*lines: str) -> str:
    return DUPLICATE + "\n".join(lines) + "\n"


def test_a_finding_in_a_part_has_its_file(tmp_path: Path):
    assert told(checked(project(tmp_path, common=DUPLICATE))) == snapshot(
        ["platform/common.yaml:7 DK034 flows.desk->gateway:request"]
    )


def test_a_comment_in_a_part_speaks_for_its_line_there(tmp_path: Path):
    waived = f"{FLOW.rstrip()}  # designkit: ignore[DK034] twice on purpose\n"
    part = DUPLICATE.replace(FLOW, waived, 1)
    assert told(checked(project(tmp_path, common=part))) == snapshot(
        [
            "platform/common.yaml:7 DK034 flows.desk->gateway:request waived: twice on purpose"
        ]
    )


def test_a_comment_of_a_design_says_nothing_of_the_same_line_in_a_part(tmp_path: Path):
    path = project(tmp_path, common=DUPLICATE)
    (line,) = (it.span.line for it in checked(path).diagnostics)
    rows = path.read_text().splitlines()
    rows[line - 1] += "  # designkit: ignore[DK034] not this one"
    path.write_text("\n".join(rows))
    assert told(checked(path)) == snapshot(
        [
            "designs/pay.yaml:7 DK040 waivers.DK034",
            "platform/common.yaml:7 DK034 flows.desk->gateway:request",
        ]
    )


def test_a_waiver_in_a_part_covers_what_is_in_it(tmp_path: Path):
    part = with_lines("waivers:", "  - {rule: DK034, reason: ours}")
    assert told(checked(project(tmp_path, common=part))) == snapshot(
        ["platform/common.yaml:7 DK034 flows.desk->gateway:request waived: ours"]
    )


def test_a_waiver_in_a_part_covers_nothing_elsewhere(tmp_path: Path):
    part = f"{PART}waivers:\n  - {{rule: DK034, reason: ours}}\n"
    design = f"{DESIGN}    - app -> gateway: request\n"
    assert told(checked(project(tmp_path, design, common=part))) == snapshot(
        [
            "designs/pay.yaml:9 DK034 flows.app->gateway:request",
            "platform/common.yaml:11 DK040 waivers.DK034",
        ]
    )


def test_a_waiver_in_a_design_covers_its_parts(tmp_path: Path):
    design = f"{DESIGN}waivers:\n  - {{rule: DK034, reason: ours}}\n"
    assert told(checked(project(tmp_path, design, common=DUPLICATE))) == snapshot(
        ["platform/common.yaml:7 DK034 flows.desk->gateway:request waived: ours"]
    )


def test_a_baseline_knows_what_is_in_parts(tmp_path: Path):
    path, known = project(tmp_path, common=DUPLICATE), tmp_path / "known.json"
    known.write_text(write_baseline(checked(path).diagnostics))
    assert json.loads(known.read_text())["findings"] == snapshot(
        [
            {
                "file": "platform/common.yaml",
                "code": "DK034",
                "element": "flows.desk->gateway:request",
            }
        ]
    )
    report = checked(path, known)
    assert (report.diagnostics, report.baselined, report.fixed) == ((), 1, ())


def test_what_is_gone_from_a_part_may_be_of_another_design(tmp_path: Path):
    path, known = project(tmp_path, common=DUPLICATE), tmp_path / "known.json"
    known.write_text(write_baseline(checked(path).diagnostics))
    (tmp_path / "platform" / "common.yaml").write_text(PART)
    assert checked(path, known).fixed == ()


def test_every_report_names_the_file_of_the_part(tmp_path: Path):
    report = dk.Report((checked(project(tmp_path, common=DUPLICATE)),), (), "1")
    for name in ("concise", "github", "gitlab", "json", "junit", "sarif", "text"):
        assert "platform/common.yaml" in find_reporter(name).report(report)
    assert find_reporter("markdown").report(report) == snapshot("""\
# designkit check

| Design | Errors | Warnings | Info | Waived | Rules passed |
| --- | --- | --- | --- | --- | --- |
| designs/pay.yaml | 0 | 1 | 0 | 0 | 15 |

## designs/pay.yaml

| Line | Severity | Rule | Finding | What to do |
| --- | --- | --- | --- | --- |
| platform/common.yaml:7 | warning | DK034 duplicate-flow | desk -> gateway: request is written 2 times | keep one of them |

| Stage | Present | Findings | Passed / applicable |
| --- | --- | --- | --- |
| completeness | yes | 0 | 1 / 9 |
| wiring | yes | 0 | 6 / 6 |
| consistency | no | 0 | 2 / 2 |
| labels | no | 0 | 5 / 5 |
| evaluation | no | 0 | 0 / 0 |
| release | no | 0 | 0 / 0 |
| serving | yes | 0 | 0 / 0 |
| language | yes | 0 | 1 / 1 |
| monitoring | no | 0 | 0 / 0 |
| governance | no | 0 | 0 / 1 |
| domain | yes | 0 | 0 / 0 |
""")


def test_programs_are_told_the_file_of_each_second_place(tmp_path: Path):
    part = PART.replace("desk", "app")
    report = dk.Report((checked(project(tmp_path, common=part)),), (), "1")
    sarif = json.loads(find_reporter("sarif").report(report))
    results = [it for it in sarif["runs"][0]["results"] if it["ruleId"] == "DK002"]
    (second,) = results[0]["relatedLocations"]
    place = second["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "designs/pay.yaml"}
    listed = json.loads(find_reporter("json").report(report))["findings"]
    (found,) = (it for it in listed if it["code"] == "DK002")
    assert found["related"][0]["file"] == "designs/pay.yaml"
