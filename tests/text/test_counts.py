from collections.abc import Sequence

import pytest

from designkit.diagnostics import Diagnostic, Severity, Span
from designkit.text.counts import counted, counted_by_severity


@pytest.mark.parametrize(
    ("count", "noun", "expected"),
    [
        (0, "flow", "0 flows"),
        (1, "flow", "1 flow"),
        (2, "flow", "2 flows"),
        (2, "info", "2 info"),
    ],
)
def test_a_noun_is_in_the_plural_where_there_is_not_exactly_one(
    count: int, noun: str, expected: str
) -> None:
    assert counted(count, noun) == expected


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((), ""),
        ((Severity.INFO,), "1 info"),
        (
            (Severity.INFO, Severity.WARNING, Severity.ERROR, Severity.WARNING),
            "1 error, 2 warnings, 1 info",
        ),
    ],
)
def test_findings_are_counted_the_worst_severity_first(
    levels: Sequence[Severity], expected: str
) -> None:
    assert counted_by_severity(map(finding, levels)) == expected


def finding(severity: Severity) -> Diagnostic:
    return Diagnostic("DK101", "no-labels", severity, "m", "f.yaml", Span(1, 1, 1, 2))
