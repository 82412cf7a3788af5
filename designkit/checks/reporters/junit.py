"""Findings as JUnit XML, which most CI servers show as a table of tests.

The schema: junit-10.xsd of the xUnit plugin of Jenkins.
"""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from designkit.checks.many import shown
from designkit.checks.report import FileReport, Report, reporter
from designkit.diagnostics import Diagnostic
from designkit.text.escape import plain


@reporter("junit")
def junit(report: Report) -> str:
    """JUnit XML: a suite for each design, in which each finding is a failed test.

    A design without findings is a test that passes; what is waived is skipped.
    """
    root = Element("testsuites", {"name": "designkit"})
    root.extend(_suite(file) for file in report.files)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, 0)) for suite in root)))
    indent(root)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}\n{tostring(root, encoding='unicode')}\n"


def _suite(file: FileReport) -> Element:
    kept = shown(file.diagnostics)
    cases = tuple(_cases(replace(file, diagnostics=kept.findings)))
    suite = Element("testsuite", {"name": plain(file.file), "tests": str(len(cases))})
    for count, tag in (("failures", "failure"), ("skipped", "skipped")):
        suite.set(count, str(sum(facts.find(tag) is not None for facts in cases)))
    suite.set("errors", "0")
    suite.extend(cases)
    said = [*(rest.said for rest in kept.rest), file.judged_in_part]
    if any(said):
        SubElement(suite, "system-out").text = plain("\n".join(filter(None, said)))
    return suite


def _cases(file: FileReport) -> Iterator[Element]:
    if all(found.waived for found in file.diagnostics):
        yield _case(file.file, "no findings")
    for found in file.diagnostics:
        facts = _case(found.file, _name(found))
        if found.waived:
            SubElement(facts, "skipped", {"message": plain(f"waived: {found.waived}")})
        else:
            _fail(facts, found)
        yield facts


def _case(file: str, name: str) -> Element:
    return Element("testcase", {"classname": plain(file), "name": plain(name)})


def _name(found: Diagnostic) -> str:
    where = found.element or f"line {found.span.line}"
    return f"{found.code} {found.name}: {where}"


def _fail(facts: Element, found: Diagnostic) -> None:
    told = {"type": found.severity.value, "message": plain(found.message)}
    failure = SubElement(facts, "failure", told)
    place = f"{found.file}:{found.span.line}:{found.span.column}"
    failure.text = plain(f"{place}: {found.message}\n{found.help}".strip())
