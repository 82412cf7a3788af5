from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.checks.report import Report, fingerprints, reporter
from designkit.diagnostics import Diagnostic
from tests.checks.reporters.samples import FULL, HOLE, OPEN
from tests.hostile import every_hostile_text


def test_a_reporter_is_made_of_a_function_and_the_first_line_of_its_docstring():
    @reporter("count")
    def count(report: Report) -> str:
        """How many findings there are.

        Nothing else.
        """
        return str(len(report.diagnostics))

    assert (count.name, count.summary) == ("count", "How many findings there are.")
    assert count.report(FULL) == "4"


def test_a_finding_has_a_page_or_a_command_that_tells_of_it():
    plain = FULL.files[0]
    online = replace(plain, docs_url="https://wiki/dk")

    assert plain.page_of(HOLE) == "designkit explain ttl-hole"
    assert online.page_of(HOLE) == "https://wiki/dk/rules/ttl-hole.md"
    assert replace(FULL, files=(plain, online)).docs_url == "https://wiki/dk"


def test_a_fingerprint_is_kept_when_lines_are_added_above():
    lower = replace(HOLE, span=replace(HOLE.span, line=9, end_line=9))

    assert list(fingerprints([lower])) == list(fingerprints([HOLE]))
    assert list(fingerprints([OPEN, HOLE]))[1] == next(fingerprints([HOLE]))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from([HOLE, OPEN, replace(HOLE, file="\ud800")])))
def test_no_two_findings_of_a_report_have_one_fingerprint(found: list[Diagnostic]):
    named = list(fingerprints(found))

    assert len(set(named)) == len(found)


def test_a_report_of_a_file_is_a_table_in_a_notebook():
    assert [file._repr_html_() for file in FULL.files] == snapshot(
        [
            """\
<table>
<caption>designs/pay.yaml: 1 error, 1 warning, 1 info</caption>
<thead><tr><th></th><th>Line</th><th>Rule</th><th>Finding</th><th>What helps</th></tr></thead>
<tbody>
<tr><td>info</td><td>3</td><td>DK117 nobody-owns-it</td><td>3 components have no owner</td><td></td></tr>
<tr><td>error</td><td>4</td><td>DK306 ttl-hole</td><td>ttl 1 d is shorter than a refresh (1 d + 30 min)</td><td>Keep them twice as long: `ttl: 2 d`.</td></tr>
<tr><td>warning</td><td>6</td><td>DK758 no-auth</td><td>gate lets everybody in</td><td></td></tr>
</tbody>
</table>\
""",
            """\
<table>
<caption>designs/clean.yaml: no findings</caption>
<thead><tr><th></th><th>Line</th><th>Rule</th><th>Finding</th><th>What helps</th></tr></thead>
<tbody>
</tbody>
</table>\
""",
        ]
    )


@every_hostile_text
def test_no_text_of_a_finding_is_markup(text: str):
    found = replace(HOLE, message=text, help=text)
    report = replace(FULL.files[0], file=text, diagnostics=(found,))
    table = ET.fromstring(report._repr_html_())

    assert [len(cell) for cell in table.iter("td")] == [0] * 5
