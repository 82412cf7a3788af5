"""Findings as Markdown, for a comment on a change or the summary of a job."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from designkit.checks.many import Shown, shown
from designkit.checks.report import FileReport, Report, StageLine, reporter
from designkit.diagnostics import Diagnostic, Severity
from designkit.text import escape

SUMMARY = ("Design", "Errors", "Warnings", "Info", "Waived", "Rules passed")
FINDINGS = ("Line", "Severity", "Rule", "Finding", "What to do")
WAIVED = ("Line", "Rule", "Accepted", "Why")
COVERAGE = ("Stage", "Present", "Findings", "Passed / applicable")


@reporter("markdown")
def markdown(report: Report) -> str:
    """Tables for a comment or a job summary: what was found, what was looked at."""
    summary = _table(SUMMARY, map(_counts, report.files))
    parts = [part for file in report.files for part in _parts(file)]
    blocks = ("# designkit check", summary or "Nothing was checked.", *parts)
    return "\n\n".join(blocks) + "\n"


def _counts(file: FileReport) -> tuple[str, ...]:
    levels = Counter(found.severity for found in file.diagnostics if not found.waived)
    waived = sum(bool(found.waived) for found in file.diagnostics)
    counts = (*(levels[level] for level in Severity), waived, file.passed)
    return (escape.markdown(file.file), *map(str, counts))


def _parts(file: FileReport) -> Iterator[str]:
    """Give the blocks of one design, if there is anything to say about it."""
    found = shown(item for item in file.diagnostics if not item.waived)
    waived = shown(item for item in file.diagnostics if item.waived)
    findings = (_finding(file, item) for item in found.findings)
    accepted = (_waived(file, item) for item in waived.findings)
    blocks = (
        _table(FINDINGS, findings),
        *_counted(found),
        escape.markdown(file.judged_in_part),
        _table(WAIVED, accepted),
        *_counted(waived),
        _table(COVERAGE, map(_stage, file.coverage)),
    )
    if any(blocks):
        yield f"## {escape.markdown(file.file)}"
    yield from filter(None, blocks)


def _counted(found: Shown) -> Iterator[str]:
    return (escape.markdown(rest.said) for rest in found.rest)


def _finding(file: FileReport, found: Diagnostic) -> tuple[str, ...]:
    return (
        escape.table_cell(file.line_of(found)),
        found.severity.value,
        _rule(found, file.address_of(found)),
        escape.table_cell(found.message),
        escape.table_cell(found.help),
    )


def _waived(file: FileReport, found: Diagnostic) -> tuple[str, ...]:
    return (
        escape.table_cell(file.line_of(found)),
        _rule(found, file.address_of(found)),
        escape.table_cell(found.message),
        escape.table_cell(found.waived),
    )


def _rule(found: Diagnostic, url: str) -> str:
    name = escape.markdown(f"{found.code} {found.name}")
    return escape.markdown_link(name, url) if "://" in url else name


def _stage(line: StageLine) -> tuple[str, ...]:
    return (
        escape.markdown(line.stage),
        "yes" if line.present else "no",
        str(line.findings),
        f"{line.passed} / {line.applicable}",
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(row) for row in rows]
    return "\n".join((_row(head), _row(["---"] * len(head)), *lines)) if lines else ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
