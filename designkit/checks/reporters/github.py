"""Findings as annotations of GitHub: workflow commands that a runner obeys.

The commands and their escapes: https://docs.github.com/actions/reference/workflow-commands
"""

from collections.abc import Iterator

from designkit.checks.many import Rest, shown_by_file
from designkit.checks.report import Report, reporter
from designkit.diagnostics import Diagnostic, Severity
from designkit.text.cells import safe

COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


@reporter("github")
def github(report: Report) -> str:
    """Workflow commands, which GitHub shows in the change; nothing waived."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for shown in shown_by_file(report):
        yield from map(_command, shown.findings)
        yield from map(_counted, shown.rest)
    for file in report.files:
        if file.judged_in_part:
            yield _notice(file.file, file.judged_in_part)


def _counted(rest: Rest) -> str:
    return _notice(rest.file, rest.said)


def _notice(file: str, said: str) -> str:
    return f"::notice file={_property(file)}::{safe(said).translate(DATA)}"


def _command(found: Diagnostic) -> str:
    """Write one command; it has columns only where it spans a single line."""
    span = found.span
    place: dict[str, object] = {"file": found.file, "line": span.line}
    if span.line == span.end_line:
        place["col"] = span.column
    place["endLine"] = span.end_line
    if span.line == span.end_line:
        place["endColumn"] = span.end_column
    place["title"] = f"{found.code} {found.name}"
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    said = [safe(found.message), safe(found.help)]
    message = "\n".join(filter(None, said)).translate(DATA)
    return f"::{COMMANDS[found.severity]} {properties}::{message}"


def _property(value: object) -> str:
    return safe(str(value)).translate(PROPERTY)
