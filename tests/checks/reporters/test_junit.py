from xml.etree.ElementTree import Element, fromstring

import pytest
from inline_snapshot import snapshot

from designkit.checks.report import Report
from designkit.checks.reporters.junit import junit
from designkit.text.escape import plain
from tests.checks.reporters.samples import CLEAN, FULL, NOTHING, hostile
from tests.hostile import every_hostile_text

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"classname", "name"},
    "failure": {"type", "message"},
    "skipped": {"message"},
}
"""What we write of what junit-10.xsd allows: there is no ``line`` in it."""

CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "skipped"},
    "failure": set[str](),
    "skipped": set[str](),
}


def root(report: Report) -> Element:
    return fromstring(junit.report(report))


def counted(element: Element, tag: str) -> str:
    return str(len(list(element.iter(tag))))


def test_each_design_is_a_suite_and_each_finding_a_test():
    assert junit.report(FULL) == snapshot("""\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="designkit" tests="5" failures="3" errors="0">
  <testsuite name="designs/pay.yaml" tests="4" failures="3" skipped="1" errors="0">
    <testcase classname="designs/pay.yaml" name="DK110 no-monitoring: components">
      <skipped message="waived: the platform watches it" />
    </testcase>
    <testcase classname="designs/pay.yaml" name="DK117 nobody-owns-it: line 3">
      <failure type="info" message="3 components have no owner">designs/pay.yaml:3:1: 3 components have no owner</failure>
    </testcase>
    <testcase classname="designs/pay.yaml" name="DK306 ttl-hole: components.score.ttl">
      <failure type="error" message="ttl 1 d is shorter than a refresh (1 d + 30 min)">designs/pay.yaml:4:31: ttl 1 d is shorter than a refresh (1 d + 30 min)
Keep them twice as long: `ttl: 2 d`.</failure>
    </testcase>
    <testcase classname="designs/pay.yaml" name="DK758 no-auth: components.gate">
      <failure type="warning" message="gate lets everybody in">designs/pay.yaml:6:3: gate lets everybody in</failure>
    </testcase>
  </testsuite>
  <testsuite name="designs/clean.yaml" tests="1" failures="0" skipped="0" errors="0">
    <testcase classname="designs/clean.yaml" name="no findings" />
  </testsuite>
</testsuites>
""")


def test_a_design_without_findings_is_a_test_that_passes():
    (facts,) = root(CLEAN).iter("testcase")

    assert facts.attrib == {"classname": "designs/clean.yaml", "name": "no findings"}
    assert list(facts) == []


@pytest.mark.parametrize("report", [FULL, CLEAN, NOTHING, hostile("x")])
def test_only_what_the_schema_allows_is_written_and_counts_are_right(report: Report):
    for element in root(report).iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag]
        assert {child.tag for child in element} <= CHILDREN[element.tag]
        if "tests" in element.attrib:
            assert element.get("tests") == counted(element, "testcase")
            assert element.get("failures") == counted(element, "failure")
            assert element.get("errors") == "0"
        if "skipped" in element.attrib:
            assert element.get("skipped") == counted(element, "skipped")


@every_hostile_text
def test_hostile_texts_stay_texts(text: str):
    found = root(hostile(text))
    (failure,) = found.iter("failure")

    assert [it.tag for it in found.iter()] == [
        it.tag for it in root(hostile("x")).iter()
    ]
    assert failure.get("message") == plain(f"unknown key {text}")
