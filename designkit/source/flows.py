"""Flows as they are written: ``a -> b, c: event`` is two flows, a chain one an arrow."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

from designkit.catalog.data_types import DATA_TYPES
from designkit.diagnostics import Span
from designkit.model.component import MODE_KEYS
from designkit.source.fault import LoadFault
from designkit.source.node import Node, Path, Plain
from designkit.source.report import Report
from designkit.source.suggestion import suggest

ID = re.compile(r"[a-z][a-z0-9-]*\Z")
EXAMPLE = "write it like `gateway -> score: request`"


@dataclass(frozen=True, slots=True)
class Word:
    """An id inside the text of a flow, with its place."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class WrittenFlow:
    """One arrow as written: its ends, its options, and the path it was written at."""

    source: Word
    target: Word
    mode: str
    options: Mapping[str, Plain]
    path: Path

    def plain(self) -> dict[str, Plain]:
        """Return it as the model of a flow takes it."""
        ends: dict[str, Plain] = {
            "source": self.source.id,
            "target": self.target.id,
            "mode": self.mode,
        }
        return ends | dict(self.options)


def read_flows(report: Report) -> tuple[WrittenFlow, ...]:
    """Read the section `flows`, reporting what is no flow and no data type."""
    section = report.root.child("flows")
    if section is None or section.is_blank or section.value == "none":
        return ()
    if not isinstance(section.value, Mapping):
        keys = ", ".join(MODE_KEYS)
        report.add(LoadFault.WRONG_SHAPE, ("flows",), f"flows are grouped by {keys}")
        return ()
    return tuple(_of_modes(section.value, report))


def _of_modes(modes: Mapping[str, Node], report: Report) -> Iterator[WrittenFlow]:
    for key, node in modes.items():
        if key not in MODE_KEYS:
            report.add(
                LoadFault.UNKNOWN_KEY,
                ("flows", key),
                f"unknown key {key!r} in flows",
                help=suggest(key, MODE_KEYS),
                key=True,
            )
        elif isinstance(node.value, tuple):
            for index, item in enumerate(node.value):
                yield from _of_item(item, key, ("flows", key, index), report)
        elif not node.is_blank and node.value != "none":
            report.add(
                LoadFault.WRONG_SHAPE, ("flows", key), f"{key} is a list of flows"
            )


def _of_item(item: Node, key: str, path: Path, report: Report) -> Iterator[WrittenFlow]:
    if isinstance(item.value, Mapping):
        for text, value in item.value.items():
            options = _options(value, (*path, text), report)
            ends = _ends(text, item.keys[text], (*path, text), report)
            yield from _arrows(ends, key, options, (*path, text))
    elif isinstance(item.value, str):
        yield from _arrows(_ends(item.value, item.span, path, report), key, {}, path)
    else:
        report.add(LoadFault.BAD_FLOW, path, "this is no flow", help=EXAMPLE)


def _options(value: Node, path: Path, report: Report) -> dict[str, Plain]:
    """Return the options of a flow: its data type alone, or a mapping of them."""
    plain = value.plain()
    options = plain if isinstance(plain, dict) else {"carries": plain}
    carries = options.get("carries")
    if carries is None:
        return {name: option for name, option in options.items() if name != "carries"}
    at = (*path, "carries")
    names = [data_type.name for data_type in DATA_TYPES]
    if carries not in names:
        message = f"unknown data type {str(carries)!r}"
        help = suggest(str(carries), names)
        report.add(LoadFault.UNKNOWN_DATA_TYPE, at, message, help=help)
        return {name: option for name, option in options.items() if name != "carries"}
    return options


def _arrows(
    ends: tuple[tuple[Word, ...], ...],
    key: str,
    options: Mapping[str, Plain],
    path: Path,
) -> Iterator[WrittenFlow]:
    """Give one flow for each arrow of a chain and each pair of its ends."""
    mode = MODE_KEYS[key].value
    for sources, targets in pairwise(ends):
        for source, target in product(sources, targets):
            yield WrittenFlow(source, target, mode, options, path)


def _ends(
    text: str, span: Span, path: Path, report: Report
) -> tuple[tuple[Word, ...], ...]:
    """Split ``a -> b, c`` into its ends; report what is not an id."""
    words = tuple(
        tuple(_words(part, offset, text, span)) for part, offset in _parts(text)
    )
    if len(words) < 2 or not all(words):
        report.add(
            LoadFault.BAD_FLOW, path, f"{text!r} is no flow", help=EXAMPLE, span=span
        )
        return ()
    for word in (word for end in words for word in end if not ID.match(word.id)):
        message = f"{word.id!r} is no id: use small letters, digits and hyphens"
        report.add(LoadFault.BAD_ID, path, message, span=word.span)
    return tuple(tuple(word for word in end if ID.match(word.id)) for end in words)


def _parts(text: str) -> Iterator[tuple[str, int]]:
    offset = 0
    for part in text.split("->"):
        yield part, offset
        offset += len(part) + len("->")


def _words(part: str, offset: int, text: str, span: Span) -> Iterator[Word]:
    for match in re.finditer(r"[^,\s](?:[^,]*[^,\s])?", part):
        start = offset + match.start()
        yield Word(match[0], _inside(span, text, start, start + len(match[0])))


def _inside(span: Span, text: str, start: int, end: int) -> Span:
    """Return the place of ``text[start:end]``; the whole if it was quoted or broken."""
    if span.line != span.end_line or span.end_column - span.column != len(text):
        return span
    return Span(span.line, span.column + start, span.line, span.column + end)


def read_steps(report: Report) -> dict[int, list[tuple[WrittenFlow, Path]]]:
    """Read the steps of every scenario, by the index of the scenario."""
    scenarios = report.root.child("scenarios")
    if scenarios is None or not isinstance(scenarios.value, tuple):
        return {}
    found: dict[int, list[tuple[WrittenFlow, Path]]] = {}
    for index, scenario in enumerate(scenarios.value):
        steps = scenario.child("steps")
        items = steps.value if steps and isinstance(steps.value, tuple) else ()
        found[index] = [
            (flow, flow.path)
            for number, item in enumerate(items)
            for flow in _of_step(item, ("scenarios", index, "steps", number), report)
        ]
    return found


def _of_step(item: Node, path: Path, report: Report) -> Iterator[WrittenFlow]:
    """Give the flows of one step; a note stands where a data type stands in a flow."""
    if isinstance(item.value, Mapping):
        for text, note in item.value.items():
            ends = _ends(text, item.keys[text], (*path, text), report)
            options = {"note": note.plain()}
            yield from _arrows(ends, "calls", options, (*path, text))
    elif isinstance(item.value, str):
        yield from _arrows(
            _ends(item.value, item.span, path, report), "calls", {}, path
        )
    else:
        report.add(LoadFault.BAD_FLOW, path, "this is no step", help=EXAMPLE)
