"""Explanations as text for people, as Markdown and as JSON."""

import json
import textwrap
from collections.abc import Iterator, Sequence

from designkit.checks.explanation import Explanation, by_stage, markdown_of
from designkit.text.choices import one_of

WIDEST = 88
"""Cells of a line of prose; longer ones are hard to read."""

FORMATS = ("text", "markdown", "json")
INDENT = "    "
GAP = "  "
NARROWEST = 30


def tell_explanation(item: Explanation, format: str, *, cells: int, bold: bool) -> str:
    """Return one explanation in `format`, as text for a terminal `cells` wide.

    Raises:
        NotFoundError: no format is called that.
    """
    match one_of("format", format, FORMATS):
        case "json":
            return as_json((item,))
        case "markdown":
            return as_markdown(item)
        case _:
            return as_text(item, cells=cells, bold=bold)


def tell_explanations(
    items: Sequence[Explanation], format: str, *, cells: int = 0, bold: bool = False
) -> str:
    """Return a list of explanations in `format`; 0 `cells` are as wide as it comes.

    Raises:
        NotFoundError: no format is called that.
    """
    match one_of("format", format, FORMATS):
        case "json":
            return as_json(items)
        case "markdown":
            return list_as_markdown(items)
        case _:
            return list_as_text(items, cells=cells, bold=bold)


def as_text(item: Explanation, *, cells: int, bold: bool = False) -> str:
    """Return one explanation for a terminal that is `cells` wide."""
    page, wide = item.page, min(cells, WIDEST)
    facts = f"{item.matters}; stage: {item.stage}; systems: {item.asked}"
    parts = (
        f"{_bold(f'{item.code} {item.name}', bold)}\n{_wrapped(facts, wide)}",
        _wrapped(page.summary, wide),
        _wrapped(page.why, wide),
        _example("Bad", page.bad, bold),
        _example("Good", page.good, bold),
        _labelled("What to do", page.fix, wide, bold),
        _labelled("Source", page.source, wide, bold),
        f"{_bold('Page', bold)}: {item.url}" if item.url else "",
    )
    return "\n\n".join(part for part in parts if part)


def list_as_text(
    items: Sequence[Explanation], *, cells: int = 0, bold: bool = False
) -> str:
    """Return a table for each stage: code, severity, name and summary.

    Lines are broken to fit `cells`; 0 is as wide as it comes, a line an entry.
    """
    name = max((len(item.name) for item in items), default=0)
    tables = (
        "\n".join((_bold(stage, bold), *_rows(found, name, cells)))
        for stage, found in by_stage(items).items()
    )
    return "\n\n".join(tables)


def as_markdown(item: Explanation) -> str:
    """Return one explanation as a page of Markdown."""
    return "\n\n".join((f"# {item.name}", *markdown_of(item)))


def list_as_markdown(items: Sequence[Explanation]) -> str:
    """Return a table for each stage in Markdown."""
    head = "| Code | Severity | Rule | |\n| --- | --- | --- | --- |"
    tables = (
        "\n".join((f"## {stage.capitalize()}\n\n{head}", *map(_cells, found)))
        for stage, found in by_stage(items).items()
    )
    return "\n\n".join(("# Rules", *tables))


def as_json(items: Sequence[Explanation]) -> str:
    """Return explanations as an object with a version and the list `rules`."""
    listed = [
        {
            "code": item.code,
            "name": item.name,
            "severity": item.severity.value,
            "raised": {where: level.value for where, level in item.raised.items()},
            "stage": item.stage,
            "systems": item.systems,
            "summary": item.summary,
            "why": item.page.why,
            "bad": item.page.bad,
            "good": item.page.good,
            "fix": item.page.fix,
            "source": item.page.source,
            "url": item.url,
        }
        for item in items
    ]
    return json.dumps({"version": 1, "rules": listed}, indent=2)


def _rows(items: Sequence[Explanation], name: int, cells: int) -> Iterator[str]:
    for item in items:
        level = f"{item.severity.value:7}"
        left = GAP + GAP.join((item.code, level, f"{item.name:{name}}", ""))
        summary = item.summary
        wide = max(NARROWEST, cells - len(left)) if cells else len(summary)
        lines = textwrap.wrap(summary, wide, break_on_hyphens=False)
        yield left + f"\n{' ' * len(left)}".join(lines)


def _cells(item: Explanation) -> str:
    row = (item.code, item.severity.value, f"`{item.name}`", item.summary)
    return f"| {' | '.join(row)} |"


def _wrapped(text: str, cells: int) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(
        textwrap.fill(each, cells, break_long_words=False, break_on_hyphens=False)
        for each in paragraphs
    )


def _labelled(label: str, text: str, cells: int, bold: bool) -> str:
    if not text:
        return ""
    wrapped = _wrapped(f"{label}: {text}", cells)
    return _bold(label, bold) + wrapped.removeprefix(label)


def _example(label: str, text: str, bold: bool) -> str:
    if not text:
        return ""
    return f"{_bold(label, bold)}:\n\n{textwrap.indent(text, INDENT).rstrip()}"


def _bold(text: str, is_wanted: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if is_wanted else text
