from inline_snapshot import snapshot

from designkit.checks.reporters.markdown import markdown
from tests.checks.reporters.samples import CLEAN, FULL, NOTHING, hostile
from tests.hostile import every_hostile_text
from tests.markdown_tokens import block_structure, inline_tokens, links


def test_a_report_has_a_summary_and_the_tables_of_each_design():
    assert markdown.report(FULL) == snapshot("""\
# designkit check

| Design | Errors | Warnings | Info | Waived | Rules passed |
| --- | --- | --- | --- | --- | --- |
| designs/pay.yaml | 1 | 1 | 1 | 1 | 12 |
| designs/clean.yaml | 0 | 0 | 0 | 0 | 13 |

## designs/pay.yaml

| Line | Severity | Rule | Finding | What to do |
| --- | --- | --- | --- | --- |
| 3 | info | DK117 nobody-owns-it | 3 components have no owner |  |
| 4 | error | DK306 ttl-hole | ttl 1 d is shorter than a refresh (1 d + 30 min) | Keep them twice as long: `ttl: 2 d`. |
| 6 | warning | DK758 no-auth | gate lets everybody in |  |

| Line | Rule | Accepted | Why |
| --- | --- | --- | --- |
| 3 | DK110 no-monitoring | monitoring is missing: nothing watches this system | the platform watches it |

| Stage | Present | Findings | Passed / applicable |
| --- | --- | --- | --- |
| completeness | yes | 1 | 12 / 13 |
| consistency | yes | 10 | 0 / 10 |
| monitoring | no | 0 | 0 / 0 |
""")


def test_a_clean_design_is_a_line_of_the_summary():
    assert markdown.report(CLEAN) == snapshot("""\
# designkit check

| Design | Errors | Warnings | Info | Waived | Rules passed |
| --- | --- | --- | --- | --- | --- |
| designs/clean.yaml | 0 | 0 | 0 | 0 | 0 |
""")


def test_a_run_without_designs_says_so():
    assert markdown.report(NOTHING) == "# designkit check\n\nNothing was checked.\n"


@every_hostile_text
def test_hostile_texts_stay_in_their_cells(text: str):
    shown = markdown.report(hostile(text))

    assert block_structure(shown) == block_structure(markdown.report(hostile("x")))
    assert {it.type for it in inline_tokens(shown)} & {"html_inline", "image"} == set()
    assert all(it.startswith(("http", "#", "mailto:")) for it in links(shown))
