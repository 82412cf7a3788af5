"""What every stage says of a fault keeps its order and cannot be changed."""

from dataclasses import FrozenInstanceError

import pytest

from designkit.diagnostics import Diagnostic, Related, Severity, Span

HERE = Span(3, 5, 3, 8)


def found(
    code: str, file: str, line: int, column: int, element: str = ""
) -> Diagnostic:
    span = Span(line, column, line, column + 1)
    return Diagnostic(code, "a-name", Severity.ERROR, "it is", file, span, element)


def test_errors_rank_above_warnings_and_warnings_above_notes() -> None:
    ranked = sorted(Severity, key=lambda severity: severity.rank, reverse=True)

    assert ranked == [Severity.ERROR, Severity.WARNING, Severity.INFO]


def test_a_severity_prints_as_its_word() -> None:
    assert [str(severity) for severity in Severity] == ["error", "warning", "info"]


def test_spans_order_by_where_they_start_and_then_end() -> None:
    spans = [Span(2, 1, 2, 2), Span(1, 9, 3, 1), Span(1, 9, 1, 10), Span(1, 2, 9, 9)]

    assert sorted(spans) == [
        Span(1, 2, 9, 9),
        Span(1, 9, 1, 10),
        Span(1, 9, 3, 1),
        Span(2, 1, 2, 2),
    ]


def test_findings_sort_by_file_then_place_then_code_then_element() -> None:
    in_order = [
        found("DK900", "a.yaml", 1, 1),
        found("DK001", "b.yaml", 2, 9),
        found("DK001", "b.yaml", 10, 1),
        found("DK001", "b.yaml", 10, 4, "gateway"),
        found("DK001", "b.yaml", 10, 4, "score"),
        found("DK002", "b.yaml", 10, 4, "gateway"),
    ]

    disordered = in_order[3:] + in_order[:3]

    assert sorted(disordered, key=lambda one: one.sort_key) == in_order


def test_a_finding_without_help_and_related_places_says_so_by_emptiness() -> None:
    finding = found("DK001", "a.yaml", 1, 1)

    assert (finding.element, finding.help, finding.related) == ("", "", ())


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (HERE, "line"),
        (Related(HERE, "here"), "message"),
        (found("D", "f", 1, 1), "code"),
    ],
)
def test_nothing_that_was_said_can_be_changed(value: object, field: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(value, field, None)
