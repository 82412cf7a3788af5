"""What the checker found, and what of it is accepted."""

from collections.abc import Iterable, Iterator, Sequence

from designkit.checks.report import FileReport
from designkit.diagnostics import Diagnostic
from designkit.documents.paper import Block, Paragraph
from designkit.documents.write_up.blocks import present, shown, table
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.model.design import Design
from designkit.model.reasons import Waiver
from designkit.text.counts import counted, counted_by_severity

FINDING_COLUMNS = ("Severity", "Rule", "Line", "Element", "Finding", "Help")


def findings(of: WriteUpInputs) -> Iterator[Block]:
    """List what was found and not accepted, the worst first.

    Where nothing was checked nothing is said of rules that found nothing.
    """
    found = [item for item in of.found if not item.waived]
    if found or of.check:
        yield Paragraph(summary(found, of.check))
        yield from present(table(FINDING_COLUMNS, finding_rows(found)))


def summary(found: Sequence[Diagnostic], check: FileReport | None) -> str:
    """Count what was found, and what the check did besides, in one sentence."""
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


def finding_rows(found: Iterable[Diagnostic]) -> list[tuple[str, ...]]:
    """Tell each finding in the cells of `FINDING_COLUMNS`, the worst first."""
    worst_first = sorted(found, key=lambda item: (-item.severity.rank, item.sort_key))
    return [_row(item) for item in worst_first]


def _row(found: Diagnostic) -> tuple[str, ...]:
    return (
        found.severity.value,
        _rule(found),
        str(found.span.line),
        found.element,
        shown(found.message),
        shown(found.help),
    )


def _rule(found: Diagnostic) -> str:
    return f"{found.code} {found.name}"


def accepted(of: WriteUpInputs) -> Iterator[Block]:
    """List the findings that are accepted, and what is accepted beforehand."""
    design = of.design
    found = [item for item in of.found if item.waived]
    spare = [w for w in design.waivers if not any(_is_for(w, item) for item in found)]
    rows = (
        *(_waived(design, item) for item in found),
        *(_waiver(item) for item in spare),
    )
    headings = ("Rule", "Line", "At", "Finding", "Accepted because", "Until")
    yield from present(table(headings, rows))


def _waived(design: Design, found: Diagnostic) -> tuple[str, ...]:
    until = (waiver.until for waiver in design.waivers if _is_for(waiver, found))
    return (
        _rule(found),
        str(found.span.line),
        found.element,
        shown(found.message),
        shown(found.waived),
        shown(next(until, None)),
    )


def _waiver(waiver: Waiver) -> tuple[str, ...]:
    at, reason, until = shown(waiver.at), shown(waiver.reason), shown(waiver.until)
    return (shown(waiver.rule), "", at, "", reason, until)


def _is_for(waiver: Waiver, found: Diagnostic) -> bool:
    return waiver.rule in (found.code, found.name) and waiver.reason == found.waived
