"""What each format says of findings that it does not show."""

import json as parser
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from designkit.checks.many import MOST_SHOWN
from designkit.checks.report import FileReport, Report
from designkit.checks.reporters import find_reporter
from tests.checks.reporters.samples import ACCEPTED, HOLE, PAY

FILE = FileReport("designs/pay.yaml", PAY, (HOLE,) * (MOST_SHOWN + 5))
MANY = Report((FILE,), (), "1.0")
SAID = "… and 5 more of DK306 ttl-hole"


@pytest.mark.parametrize(
    ("format", "last"),
    [
        ("concise", f"designs/pay.yaml: {SAID}"),
        ("text", f"designs/pay.yaml: {SAID}"),
        ("markdown", SAID),
        ("github", f"::notice file=designs/pay.yaml::{SAID}"),
    ],
)
def test_formats_for_people_end_with_a_count(format: str, last: str):
    said = find_reporter(format).report(MANY)

    assert said.splitlines()[-1] == last
    assert said.count("shorter than a refresh") == MOST_SHOWN


@pytest.mark.parametrize("format", ["concise", "text", "markdown", "github"])
def test_findings_that_are_waived_do_not_fill_the_place_of_others(format: str):
    mixed = replace(FILE, diagnostics=(*((ACCEPTED,) * 9), *FILE.diagnostics))

    said = find_reporter(format).report(replace(MANY, files=(mixed,)))

    assert said.count("shorter than a refresh") == MOST_SHOWN


def test_json_lists_what_is_left_out():
    said = parser.loads(find_reporter("json").report(MANY))

    assert len(said["findings"]) == MOST_SHOWN
    assert said["left_out"] == [
        {"file": "designs/pay.yaml", "code": "DK306", "count": 5}
    ]


def test_sarif_lists_what_is_left_out_among_the_properties_of_the_run():
    (run,) = parser.loads(find_reporter("sarif").report(MANY))["runs"]

    assert len(run["results"]) == MOST_SHOWN
    assert run["properties"] == {
        "leftOut": [{"file": "designs/pay.yaml", "code": "DK306", "count": 5}]
    }


def test_junit_says_it_in_the_output_of_the_suite():
    (suite,) = ET.fromstring(find_reporter("junit").report(MANY))

    assert suite.get("tests") == str(MOST_SHOWN)
    assert suite.findtext("system-out") == SAID


def test_gitlab_has_no_room_for_a_count():
    assert len(parser.loads(find_reporter("gitlab").report(MANY))) == MOST_SHOWN
