"""What the checker found, and what of it is accepted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from designkit.checks.report import FileReport
from designkit.diagnostics import Diagnostic
from designkit.documents.write_up.parts import Section, Table, cell, table
from designkit.model.design import Design
from designkit.model.reasons import Waiver
from designkit.text.counts import counted, counted_by_severity
from designkit.text.escape import markdown


@dataclass(frozen=True)
class Findings:
    """How much was found, and what."""

    summary: str
    table: Table | None


def findings(
    diagnostics: Sequence[Diagnostic], check: FileReport | None = None
) -> Section | None:
    """List what was found and not accepted, the worst first.

    Without a `check` nothing is said of rules that found nothing.
    """
    found = [item for item in diagnostics if not item.waived]
    if not found and check is None:
        return None
    body = Findings(_summary(found, check), _all(found))
    return Section("Findings", "_findings.md.j2", body)


def _summary(found: Sequence[Diagnostic], check: FileReport | None) -> str:
    said = counted_by_severity(found) or "No findings"
    return f"{said}: {_ran(check)}." if check else f"{said}."


def _ran(check: FileReport) -> str:
    told = (
        f"{counted(check.passed, 'rule')} passed",
        f"{check.not_applicable} not applicable",
        _findings(check.waived, "accepted"),
        _findings(check.baselined, "known before"),
    )
    return ", ".join(filter(None, told))


def _findings(count: int, what: str) -> str:
    return f"{counted(count, 'finding')} {what}" if count else ""


def _all(found: Iterable[Diagnostic]) -> Table | None:
    headings = ("Severity", "Rule", "Line", "Element", "Finding", "Help")
    worst_first = sorted(found, key=lambda item: (-item.severity.rank, item.sort_key))
    return table(headings, [_row(item) for item in worst_first])


def _row(found: Diagnostic) -> tuple[str, ...]:
    return (
        found.severity.value,
        _rule(found),
        str(found.span.line),
        markdown(found.element),
        cell(found.message),
        cell(found.help),
    )


def _rule(found: Diagnostic) -> str:
    return f"{markdown(found.code)} {markdown(found.name)}"


def accepted(design: Design, diagnostics: Sequence[Diagnostic]) -> Section | None:
    """List the findings that are accepted, and what is accepted beforehand."""
    found = [item for item in diagnostics if item.waived]
    spare = [w for w in design.waivers if not any(_is_for(w, item) for item in found)]
    rows = (
        *(_waived(design, item) for item in found),
        *(_waiver(item) for item in spare),
    )
    headings = ("Rule", "Line", "At", "Finding", "Accepted because", "Until")
    body = table(headings, rows)
    return Section("Accepted findings", "_table.md.j2", body) if body else None


def _waived(design: Design, found: Diagnostic) -> tuple[str, ...]:
    until = (waiver.until for waiver in design.waivers if _is_for(waiver, found))
    return (
        _rule(found),
        str(found.span.line),
        markdown(found.element),
        cell(found.message),
        cell(found.waived),
        cell(next(until, None)),
    )


def _waiver(waiver: Waiver) -> tuple[str, ...]:
    at, reason, until = cell(waiver.at), cell(waiver.reason), cell(waiver.until)
    return (cell(waiver.rule), "", at, "", reason, until)


def _is_for(waiver: Waiver, found: Diagnostic) -> bool:
    return waiver.rule in (found.code, found.name) and waiver.reason == found.waived
