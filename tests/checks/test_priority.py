"""What matters most comes first, and a report can be held to it."""

from dataclasses import replace

from designkit.checks.priority import STAGES, by_priority, mend_first, ordered
from designkit.checks.report import FileReport, Report
from designkit.checks.rule_index import rule_entries
from designkit.diagnostics import Diagnostic, Severity, Span

WARNING, ERROR = Severity.WARNING, Severity.ERROR


def finding(
    code: str, severity: Severity, line: int, element: str = "components.a"
) -> Diagnostic:
    span = Span(line, 1, line, 2)
    name = {"DK119": "no-training", "DK110": "no-monitoring"}.get(code, code.lower())
    return Diagnostic(code, name, severity, "m", "d.yaml", span, element)


NUMBER = finding("DK103", ERROR, 1, "workload")
STAGE = finding("DK119", ERROR, 9, "components")
OTHER_STAGE = finding("DK110", ERROR, 9, "components")
MILD = finding("DK101", WARNING, 2)
AGAIN = finding("DK103", ERROR, 3, "objectives")
WAIVED = replace(finding("DK502", ERROR, 1), waived="on purpose")
EVERY = (NUMBER, MILD, AGAIN, STAGE, OTHER_STAGE, WAIVED)


def test_a_missing_stage_comes_before_a_missing_number_and_errors_before_all() -> None:
    assert by_priority(EVERY) == (STAGE, OTHER_STAGE, NUMBER, AGAIN, MILD)


def test_three_rules_are_mended_first() -> None:
    assert mend_first(EVERY) == (STAGE, OTHER_STAGE, NUMBER)


def report() -> Report:
    return Report((FileReport("d.yaml", "", EVERY),), (), "1")


def test_a_report_is_ordered_by_severity_or_by_place() -> None:
    assert ordered(report(), "severity").diagnostics == (*by_priority(EVERY), WAIVED)
    assert ordered(report(), "place").diagnostics == EVERY


def test_only_the_top_is_kept_and_the_rest_is_counted() -> None:
    kept = ordered(report(), "place", 2)

    assert kept.diagnostics == (STAGE, OTHER_STAGE, WAIVED)
    assert kept.left == 3


def test_the_six_stages_are_called_as_their_rules_are() -> None:
    names = {rule.name for rule in rule_entries()}

    assert set(STAGES) <= names
