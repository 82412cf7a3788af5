"""Collects what is wrong with one file."""

from designkit.diagnostics import Severity, Span
from designkit.source.load_code import LoadCode
from designkit.source.node import Path
from designkit.source.reader import read
from designkit.source.report import MANY, DiagnosticLog, node_at

TEXT = """\
name: Small
models:
  ranker: {task: ranking}
tradeoffs:
  - chosen: a
    rejected: b
"""


def report_of(text: str) -> DiagnosticLog:
    root = read(text).root
    assert root is not None
    return DiagnosticLog("design.yaml", root)


def place_of(fault: LoadCode, path: Path) -> Span:
    report = report_of(TEXT)
    report.add(fault, path, "it is wrong")
    return report.found[0].span


def test_what_is_missing_is_told_at_the_name_of_what_lacks_it() -> None:
    missing = LoadCode.MISSING_KEY

    assert place_of(missing, ("models", "ranker", "output")) == Span(3, 3, 3, 9)
    assert place_of(missing, ("tradeoffs", 0, "because")) == Span(5, 5, 5, 11)
    assert place_of(missing, ("system",)) == Span(1, 1, 1, 5)


def test_what_is_wrong_is_told_at_its_value() -> None:
    assert place_of(LoadCode.WRONG_SHAPE, ("name",)) == Span(1, 7, 1, 12)


def test_the_same_thing_is_told_once() -> None:
    report = report_of(TEXT)
    for _ in range(3):
        report.add(LoadCode.ORPHAN, ("models", "ranker"), "it is alone")

    assert [found.message for found in report.found] == ["it is alone"]
    assert (report.found[0].name, report.found[0].element) == (
        "orphan",
        "models.ranker",
    )


def test_warnings_do_not_stop_a_design_from_loading() -> None:
    report = report_of(TEXT)
    report.add(LoadCode.ORPHAN, ("name",), "alone")
    assert report.found[0].severity is Severity.WARNING
    assert not report.stops_loading

    report.add(LoadCode.BAD_ID, ("name",), "no id")
    assert report.stops_loading


def test_a_report_is_long_after_many_findings() -> None:
    report = report_of(TEXT)
    for number in range(MANY + 1):
        assert not report.is_long
        report.add(LoadCode.BAD_ID, ("name",), f"fault {number}")

    assert report.is_long


def test_an_entry_that_is_renamed_keeps_its_place() -> None:
    report = report_of(TEXT)
    before = report.root.locate(("tradeoffs", 0, "rejected"), key=True)
    report.rename(("tradeoffs", 0, "rejected"), "refused")

    assert report.root.locate(("tradeoffs", 0, "refused"), key=True) == before
    assert node_at(report.root, ("tradeoffs", 0, "rejected")) is None
    assert node_at(report.root, ("models", "ranker", "task")) is not None


def test_renaming_what_is_not_there_changes_nothing() -> None:
    report = report_of(TEXT)
    root = report.root
    report.rename(("nothing", "here"), "other")

    assert report.root == root
