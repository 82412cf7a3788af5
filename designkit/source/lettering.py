"""Names the characters that look like others where a design is not read as it looks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from designkit.diagnostics import Diagnostic, Span
from designkit.model.design import Design
from designkit.model.figures import stated_quantities
from designkit.source.load_code import STOPPING, LoadCode
from designkit.source.node import YamlNode
from designkit.source.report import DiagnosticLog, node_at
from designkit.source.settling import Settled
from designkit.source.syntax_code import SyntaxCode
from designkit.text.lines import split_lines
from designkit.text.look_alikes import LookAlike, has_look_alikes, look_alikes

NAMING = STOPPING | {SyntaxCode.YAML_SYNTAX.value}
"""The codes of faults that a single wrong character can bring about."""

SIGNS = ":-,{["
"""After these, and at the start of a line, a space has a meaning in YAML."""


def name_look_alikes(
    found: Sequence[Diagnostic], texts: Mapping[str, str]
) -> list[Diagnostic]:
    """Say of each fault which character in it, or beside it, is not what it seems.

    `texts` are those of the files in which something was found.
    """
    odd = {file: split_lines(it) for file, it in texts.items() if has_look_alikes(it)}
    if not found or not odd:
        return list(found)
    return [
        _named(it, odd[it.file]) if it.code in NAMING and it.file in odd else it
        for it in found
    ]


def _named(found: Diagnostic, lines: Sequence[str]) -> Diagnostic:
    number = found.span.line
    line = lines[number - 1] if number <= len(lines) else ""
    odd = next(_in_span(line, found.span), None) or next(_of_structure(line), None)
    if odd is None and found.code == SyntaxCode.YAML_SYNTAX and number > 1:
        number -= 1  # a line that is not finished is noticed in the next one
        odd = next(_of_structure(lines[number - 1]), None)
    if odd is None:
        return found
    message = f"{found.message}; {odd.name} stands at {number}:{odd.index + 1}"
    meant = found.help if found.help.startswith("did") else ""
    return replace(
        found, message=message, help="; ".join(filter(None, (odd.advice, meant)))
    )


def _in_span(line: str, span: Span) -> Iterator[LookAlike]:
    end = len(line) if span.end_line > span.line else span.end_column - 1
    return (it for it in look_alikes(line) if span.column - 1 <= it.index < end)


def _of_structure(line: str) -> Iterator[LookAlike]:
    """Give what stands where a space would have a meaning."""
    for odd in look_alikes(line):
        before = line[: odd.index].rstrip()
        if not odd.plain.strip() and (not before or before[-1] in SIGNS):
            yield odd


def hint_at_look_alikes(settled: Settled[Design], report: DiagnosticLog) -> None:
    """Report the numbers that are read as they look, and not as they are written."""
    for path, _ in stated_quantities(settled.value):
        place = settled.place(path)
        node = _figure(node_at(report.root, place))
        odd = next(look_alikes(node.text), None) if node else None
        if node is not None and odd is not None:
            message = f"{odd.name} stands in {' '.join(node.text.split())}"
            help = f"it is read as it looks; {odd.advice}"
            report.add(LoadCode.LOOK_ALIKE, place, message, help=help, span=node.span)


def _figure(node: YamlNode | None) -> YamlNode | None:
    """Return the number of a tagged figure, or the whole of any other."""
    return (node.child("value") or node) if node else None
