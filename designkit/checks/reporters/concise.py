"""Findings for editors and `grep`."""

from designkit.checks.report import Report, reporter
from designkit.diagnostics import Diagnostic
from designkit.text.cells import safe


@reporter("concise")
def concise(report: Report) -> str:
    """One line a finding, for editors and `grep`; nothing waived."""
    found = (item for item in report.diagnostics if not item.waived)
    return "".join(f"{_line(item)}\n" for item in found)


def _line(found: Diagnostic) -> str:
    place = f"{safe(found.file)}:{found.span.line}:{found.span.column}"
    return f"{place}: {found.severity} {safe(found.code)} {safe(found.message)}"
