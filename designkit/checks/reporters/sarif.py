"""Findings as SARIF 2.1.0, the format of code scanning.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from designkit.checks.many import shown
from designkit.checks.report import FileReport, Report, RulePage, fingerprints, reporter
from designkit.diagnostics import Diagnostic, Related, Severity, Span
from designkit.text.escape import json_text, plain

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
MARKUP = str.maketrans({"\\": r"\\", "[": r"\[", "]": r"\]", "{": "{{", "}": "}}"})
FINGERPRINT = "designkit/v2"

Part = dict[str, object]
"""An object of the format."""


@reporter("sarif")
def sarif(report: Report) -> str:
    """SARIF 2.1.0, for code scanning; what is waived is suppressed with its reason."""
    occurring = {found.code for found in report.diagnostics}
    told = (it for it in report.rules if report.all_rules or it.code in occurring)
    rules = sorted(told, key=lambda rule: rule.code)
    driver = {
        "name": "designkit",
        "version": report.version,
        "rules": [_rule(rule, report.docs_url) for rule in rules],
    }
    kept = shown(sorted(report.diagnostics, key=lambda item: item.sort_key))
    partly = [file for file in report.files if file.judged_in_part]
    counted = {"leftOut": [rest.plain for rest in kept.rest]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        **({"invocations": [_invocation(partly)]} if partly else {}),
        "results": list(_results(kept.findings, [rule.code for rule in rules])),
        **({"properties": counted} if kept.rest else {}),
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _invocation(partly: Sequence[FileReport]) -> Part:
    """Say which files were judged in part (3.20.21)."""
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            {
                "level": "note",
                "message": {"text": plain(file.judged_in_part).translate(MARKUP)},
                "locations": [
                    {"physicalLocation": {"artifactLocation": _artifact(file.file)}}
                ],
            }
            for file in partly
        ],
    }


def _rule(rule: RulePage, docs_url: str) -> Part:
    """Describe a rule; the standard wants an absolute URI of its page, or none."""
    page = plain(rule.help or rule.summary)
    described: Part = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": plain(rule.summary)},
        "fullDescription": {"text": plain(rule.summary)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.stage]},
    }
    is_ours = bool(rule.url) and "://" in docs_url
    address = f"{docs_url}/rules/{rule.name}.md"
    return described | ({"helpUri": address} if is_ours else {})


def _results(found: Sequence[Diagnostic], codes: list[str]) -> Iterator[Part]:
    indices = {code: index for index, code in enumerate(codes)}
    for item, fingerprint in zip(found, fingerprints(found), strict=True):
        yield {
            **_result(item, indices),
            "partialFingerprints": {FINGERPRINT: fingerprint},
        }


def _result(found: Diagnostic, indices: Mapping[str, int]) -> Part:
    index = indices.get(found.code)
    location: Part = {"physicalLocation": _physical(found.file, found.span)}
    if found.element:
        location["logicalLocations"] = [{"fullyQualifiedName": plain(found.element)}]
    return {
        "ruleId": found.code,
        **({} if index is None else {"ruleIndex": index}),
        "level": LEVELS[found.severity],
        "message": {"text": _message(found)},
        "locations": [location],
        "relatedLocations": [
            _related(number, item, found.file_of(item))
            for number, item in enumerate(found.related, 1)
        ],
        "suppressions": [_suppression(found.waived)] if found.waived else [],
    }


def _message(found: Diagnostic) -> str:
    """Join message and help, so that neither holds a placeholder or a link (3.11)."""
    text = plain(f"{found.message}\n{found.help}".strip())
    return text.translate(MARKUP)


def _related(number: int, related: Related, file: str) -> Part:
    return {
        "id": number,
        "physicalLocation": _physical(file, related.span),
        "message": {"text": plain(related.message).translate(MARKUP)},
    }


def _physical(file: str, span: Span) -> Part:
    return {
        "artifactLocation": _artifact(file),
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def _artifact(file: str) -> Part:
    return {"uri": quote(file, errors="replace")}


def _suppression(reason: str) -> Part:
    """Say that the design itself accepts the finding, and why."""
    return {"kind": "inSource", "status": "accepted", "justification": plain(reason)}
