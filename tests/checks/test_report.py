from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.checks.report import Report, fingerprints, reporter
from designkit.diagnostics import Diagnostic
from tests.checks.reporters.samples import FULL, HOLE, OPEN


def test_a_reporter_is_made_of_a_function_and_the_first_line_of_its_docstring():
    @reporter("count")
    def count(report: Report) -> str:
        """How many findings there are.

        Nothing else.
        """
        return str(len(report.diagnostics))

    assert (count.name, count.summary) == ("count", "How many findings there are.")
    assert count.report(FULL) == "4"


def test_a_report_knows_the_pages_of_the_rules_that_ran():
    assert FULL.urls == {
        "DK306": "https://designkit.example/rules/ttl-hole",
        "DK110": "docs/rules/no-monitoring.md",
    }


def test_a_fingerprint_is_kept_when_lines_are_added_above():
    lower = replace(HOLE, span=replace(HOLE.span, line=9, end_line=9))

    assert list(fingerprints([lower])) == list(fingerprints([HOLE]))
    assert list(fingerprints([OPEN, HOLE]))[1] == next(fingerprints([HOLE]))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from([HOLE, OPEN, replace(HOLE, file="\ud800")])))
def test_no_two_findings_of_a_report_have_one_fingerprint(found: list[Diagnostic]):
    named = list(fingerprints(found))

    assert len(set(named)) == len(found)
