"""Findings for programs, with all that is known of each."""

from designkit.checks.many import shown
from designkit.checks.report import FileReport, Report, reporter
from designkit.diagnostics import Diagnostic, Related, Span
from designkit.text.escape import json_text


@reporter("json")
def json(report: Report) -> str:
    """For programs: an object with a version and the list of findings."""
    kept = shown(sorted(report.diagnostics, key=lambda item: item.sort_key))
    pairs = ((file, item) for file in report.files for item in file.diagnostics)
    addresses = {item: file.address_of(item) for file, item in pairs}
    listed = [_finding(item, addresses[item]) for item in kept.findings]
    counted = {"left_out": [rest.plain for rest in kept.rest]} if kept.rest else {}
    partly = [_in_part(file) for file in report.files if file.judged_in_part]
    judged = {"judged_in_part": partly} if partly else {}
    return json_text({"version": 1, "findings": listed, **counted, **judged}) + "\n"


def _in_part(file: FileReport) -> dict[str, object]:
    return {
        "file": file.file,
        "unread": file.unread,
        "stopped": list(file.stopped),
        "message": file.judged_in_part,
    }


def _finding(found: Diagnostic, url: str) -> dict[str, object]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "file": found.file,
        **_place(found.span),
        "element": found.element,
        "message": found.message,
        "help": found.help,
        "url": url,
        "related": [_related(found, item) for item in found.related],
        "waived": found.waived or None,
    }


def _related(found: Diagnostic, related: Related) -> dict[str, object]:
    """Return a second place; its file is told where it is another one."""
    file = found.file_of(related)
    elsewhere = {} if file == found.file else {"file": file}
    return {**elsewhere, **_place(related.span), "message": related.message}


def _place(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
