"""Findings as a Code Quality report of GitLab.

The format: https://docs.gitlab.com/ci/testing/code_quality/
"""

from designkit.checks.many import shown_by_file
from designkit.checks.report import Report, fingerprints, reporter
from designkit.diagnostics import Diagnostic, Severity
from designkit.text.escape import json_text, plain

SEVERITIES = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


@reporter("gitlab")
def gitlab(report: Report) -> str:
    """Code Quality JSON, which GitLab shows in the change; nothing waived."""
    kept = [item for file in shown_by_file(report) for item in file.findings]
    found = sorted(kept, key=lambda item: item.sort_key)
    named = zip(found, fingerprints(found), strict=True)
    return json_text([_entry(item, name) for item, name in named]) + "\n"


def _entry(found: Diagnostic, fingerprint: str) -> dict[str, object]:
    lines = {"begin": found.span.line, "end": found.span.end_line}
    return {
        "description": plain(found.message),
        "check_name": f"{found.code} {found.name}",
        "fingerprint": fingerprint,
        "severity": SEVERITIES[found.severity],
        "location": {"path": found.file, "lines": lines},
    }
