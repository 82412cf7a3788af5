"""Findings for people who read a terminal."""

from collections.abc import Iterator, Sequence

from designkit.checks.many import Shown, shown
from designkit.checks.priority import FIRST, mend_first
from designkit.checks.report import FileReport, Report, StageLine, reporter
from designkit.diagnostics import Diagnostic
from designkit.source.excerpt import excerpt
from designkit.text.cells import safe
from designkit.text.counts import counted
from designkit.text.lines import split_lines

GAP = "  "
HEAD = ("stage", "present", "findings", "passed / applicable")


@reporter("text")
def text(report: Report) -> str:
    """For people: each finding with its lines, then what was looked at."""
    blocks = [block for file in report.files for block in _blocks(file, report)]
    blocks += _closing(report)
    return "".join(f"{block}\n" for block in _spaced(blocks))


def _spaced(blocks: Sequence[str]) -> Iterator[str]:
    """Put an empty line between blocks."""
    for number, block in enumerate(blocks):
        yield block if number == len(blocks) - 1 else f"{block}\n"


def _blocks(file: FileReport, report: Report) -> Iterator[str]:
    texts = file.texts
    lines = {name: split_lines(text) for name, text in texts.items()}
    kept = shown(found for found in file.diagnostics if not found.waived)
    for found in kept.findings:
        yield excerpt(
            lines[found.file],
            found,
            others=texts,
            see=file.page_of(found),
            colour=report.colour,
            width=report.width,
        )
    yield from _counted(kept)
    accepted = shown(found for found in file.diagnostics if found.waived)
    if accepted.findings:
        waived = map(_waived, accepted.findings)
        yield "\n".join((*waived, *_counted(accepted)))
    if file.judged_in_part:
        yield f"{safe(file.file)}: {file.judged_in_part}"
    if file.coverage and report.coverage:
        yield f"coverage of {safe(file.file)}\n{_table(file.coverage)}"


def _counted(found: Shown) -> Iterator[str]:
    return (f"{safe(rest.file)}: {safe(rest.said)}" for rest in found.rest)


def _closing(report: Report) -> Iterator[str]:
    """Say how much was left out, and what to mend first where there is much."""
    if report.left:
        yield f"and {counted(report.left, 'finding')} more"
    first = mend_first(report.diagnostics) if report.first else ()
    if len(first) == FIRST and len(report.diagnostics) > FIRST:
        lines = [f"{GAP}{n}. {_in_a_line(item)}" for n, item in enumerate(first, 1)]
        yield "\n".join(("what to mend first", *lines))


def _in_a_line(found: Diagnostic) -> str:
    place = f"{safe(found.file)}:{found.span.line}"
    return f"{place}: {safe(found.message)} ({found.code} {found.name})"


def _waived(found: Diagnostic) -> str:
    place = f"{safe(found.file)}:{found.span.line}:{found.span.column}"
    rule = f"{safe(found.code)} {safe(found.name)}"
    return f"waived: {place}: {rule}: {safe(found.waived)}"


def _table(lines: Sequence[StageLine]) -> str:
    """Align the columns: words to the left, numbers to the right."""
    rows = [HEAD, *map(_cells, lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_row(row, widths) for row in rows)


def _cells(line: StageLine) -> tuple[str, str, str, str]:
    present = "yes" if line.present else "no"
    share = f"{line.passed} / {line.applicable}"
    return safe(line.stage), present, str(line.findings), share


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    stage, present, *numbers = cells
    left = (stage.ljust(widths[0]), present.ljust(widths[1]))
    right = map(str.rjust, numbers, widths[2:])
    return f"{GAP}{GAP.join((*left, *right))}"
