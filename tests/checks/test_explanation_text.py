from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from designkit.checks.explanation import Explanation, explanations
from designkit.checks.explanation_text import as_text, list_as_markdown, list_as_text
from designkit.checks.rule import Page
from designkit.diagnostics import Severity

HOLE = Explanation(
    code="DK306",
    name="ttl-hole",
    severity=Severity.WARNING,
    stage="consistency",
    read=lambda: Page(
        summary="Values should outlive their refresh, by a margin.",
        why="Between two refreshes the values are gone.\n\nNobody sees an error.",
        bad="ttl: 1 d  # <-\n",
        good="ttl: 2 d\n",
        fix="Keep values for two refreshes, and a third one for tier 1.",
        source="",
    ),
    systems=("fraud-detection",),
    raised={"tier 1": Severity.ERROR},
)
OTHER = replace(HOLE, code="DK401", name="no-slices", stage="evaluation")


def test_a_person_gets_bold_labels_and_lines_that_fit():
    assert as_text(HOLE, cells=48, bold=True) == snapshot("""\
\x1b[1mDK306 ttl-hole\x1b[0m
warning, error for tier 1; stage: consistency;
systems: fraud-detection

Values should outlive their refresh, by a
margin.

Between two refreshes the values are gone.

Nobody sees an error.

\x1b[1mBad\x1b[0m:

    ttl: 1 d  # <-

\x1b[1mGood\x1b[0m:

    ttl: 2 d

\x1b[1mWhat to do\x1b[0m: Keep values for two refreshes, and a
third one for tier 1.

\x1b[1mPage\x1b[0m: docs/rules/ttl-hole.md\
""")


def test_the_list_has_a_table_for_each_stage():
    assert list_as_text((HOLE, OTHER)) == snapshot("""\
consistency
  DK306  warning  ttl-hole   Values should outlive their refresh, by a margin.

evaluation
  DK401  warning  no-slices  Values should outlive their refresh, by a margin.\
""")


def test_the_list_is_broken_to_fit_a_terminal():
    assert list_as_text((HOLE,), cells=64) == snapshot("""\
consistency
  DK306  warning  ttl-hole  Values should outlive their refresh,
                            by a margin.\
""")


def test_the_list_in_markdown_has_a_table_for_each_stage():
    assert list_as_markdown((HOLE, OTHER)) == snapshot("""\
# Rules

## Consistency

| Code | Severity | Rule | |
| --- | --- | --- | --- |
| DK306 | warning | `ttl-hole` | Values should outlive their refresh, by a margin. |

## Evaluation

| Code | Severity | Rule | |
| --- | --- | --- | --- |
| DK401 | warning | `no-slices` | Values should outlive their refresh, by a margin. |\
""")


@pytest.mark.parametrize("item", explanations(), ids=lambda item: item.name)
@pytest.mark.parametrize("cells", [60, 200])
def test_prose_fits_the_terminal_and_is_never_wider_than_a_page(
    item: Explanation, cells: int
):
    prose = [
        line
        for line in as_text(item, cells=cells).splitlines()
        if not line.startswith("    ") and " " in line
    ]

    assert [line for line in prose if len(line) > min(cells, 88)] == []
