"""Findings for editors and `grep`."""

from collections.abc import Iterator

from designkit.checks.many import shown_by_file
from designkit.checks.report import Report, reporter
from designkit.diagnostics import Diagnostic
from designkit.text.cells import safe


@reporter("concise")
def concise(report: Report) -> str:
    """One line a finding, for editors and `grep`; nothing waived."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for shown in shown_by_file(report):
        yield from map(_line, shown.findings)
        yield from (f"{safe(rest.file)}: {safe(rest.said)}" for rest in shown.rest)
    for file in report.files:
        if file.judged_in_part:
            yield f"{safe(file.file)}: {file.judged_in_part}"


def _line(found: Diagnostic) -> str:
    place = f"{safe(found.file)}:{found.span.line}:{found.span.column}"
    return f"{place}: {found.severity} {safe(found.code)} {safe(found.message)}"
