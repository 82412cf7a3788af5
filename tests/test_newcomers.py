"""What CONTRIBUTING says one adds by one file is added by this file alone."""

from pathlib import Path

import pytest

from tests.newcomer import Newcomer, newcomer

pytestmark = pytest.mark.slow

RULE = '''\
"""CODE no-summary."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("CODE", Severity.INFO)
def no_summary(facts: Facts) -> Iterator[Finding]:
    """A design should say in a sentence what the system does.

    Whoever opens the picture or the document reads this sentence first.

    Bad:
    ```yaml
    system: generic  # <- what is it for?
    components:
      app: {kind: client}
    ```

    Good:
    ```yaml
    summary: Tell each visitor where to park.
    components:
      app: {kind: client}
    ```

    Fix: Write a sentence under `summary`.

    Source: Ousterhout 2018, A Philosophy of Software Design, chapter 13.
    """
    if not facts.design.summary:
        yield Finding(("summary",), "nothing says what the system does")
'''

REPORTER = '''\
"""Findings for spreadsheets."""

from designkit.checks.report import Report, reporter


@reporter("tsv")
def tsv(report: Report) -> str:
    """One row a finding with its code, its file and its line, for spreadsheets."""
    rows = (f"{it.code}\\t{it.file}\\t{it.span.line}" for it in report.diagnostics)
    return "".join(f"{row}\\n" for row in ("code\\tfile\\tline", *rows))
'''


@pytest.fixture
def at_work(tmp_path: Path) -> Newcomer:
    return newcomer(tmp_path)


def test_a_rule_is_a_file(at_work: Newcomer) -> None:
    code = at_work.designkit("list", "rules", "--next", "DK1").strip()
    at_work.add(
        "designkit/checks/rules/completeness/no_summary.py", RULE.replace("CODE", code)
    )
    unindexed = at_work.designkit("check", "fraud", "--select", code)
    at_work.make_docs()
    failed = at_work.test(
        "tests/checks/rules/test_examples.py",
        "tests/checks/test_explanation.py",
        "tests/checks/test_rule_codes.py",
        "tests/checks/test_rule_index.py",
        "tests/cli/test_explain.py",
        "tests/cli/test_list.py",
    )

    assert failed == ""
    assert "rules: 1 passed, 0 not applicable" in unindexed
    assert at_work.designkit("check", "fraud", "--select", code) == unindexed
    assert at_work.designkit("explain", code).startswith(f"{code} no-summary\n")
    assert at_work.changed() == [
        "designkit/checks/rule-index.json",
        "docs/rules/README.md",
        "docs/rules/no-summary.md",
    ]


def test_a_code_that_is_taken_is_said_with_both_files_and_a_free_one(
    at_work: Newcomer,
) -> None:
    free = at_work.designkit("list", "rules", "--next", "DK5").strip()
    taken = "designkit/checks/rules/release/no_rollback.py"
    at_work.add(
        "designkit/checks/rules/release/no_summary.py", RULE.replace("CODE", "DK502")
    )
    said = at_work.designkit("check", "fraud")

    assert f"{at_work.root / taken}:" in said
    assert f"{at_work.root}/designkit/checks/rules/release/no_summary.py:10" in said
    assert f"two rules have the code DK502: {at_work.root}" in said
    assert f"; the next free code is {free}" in said


def test_a_report_format_is_a_file(at_work: Newcomer) -> None:
    at_work.add("designkit/checks/reporters/tsv.py", REPORTER)
    at_work.make_docs()
    failed = at_work.test("tests/checks/reporters", "tests/cli/test_check.py")

    assert failed == ""
    assert at_work.designkit("check", "fraud", "--format", "tsv").startswith(
        "code\tfile\tline\n"
    )
    assert at_work.changed() == []
