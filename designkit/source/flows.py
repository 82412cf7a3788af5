"""Flows as they are written: ``a -> b, c: event`` is two, a chain one an arrow."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, pairwise, product

from designkit.catalog.data_types import DATA_TYPES, data_type
from designkit.diagnostics import Span
from designkit.model.component import MODE_KEYS, Flow, Mode
from designkit.quantities.writing import shown
from designkit.source.absence import ABSENT, is_absent
from designkit.source.keys import keys_of, mend_key, mend_keys, report_unknown_key
from designkit.source.load_code import LoadCode
from designkit.source.node import Path, Plain, YamlNode
from designkit.source.report import DiagnosticLog, node_at
from designkit.text.suggestion import nearest

ID = re.compile(r"[a-z][a-z0-9-]*\Z")
BOTH_WAYS = "<->"
ARROW = re.compile("<?->")
ODD_ARROW = re.compile(
    r"[\u2190-\u21ff\u27f5-\u27ff]|<?[-=\u2010-\u2015]*[=\u2010-\u2015]>|<?(?<![a-z0-9-])-{2,}>|<-(?!>)"
)
"""What people write for an arrow: one sign, a longer or a fat one, one to the left."""

ARROWS = "write `a -> b`, or `a <-> b` for both ways"
EXAMPLE = "write it like `gateway -> score: request`"
ANSWER = "/"
"""What stands between the data type of a call and the one of its answer."""

ANSWERED = "write it under calls, like `gateway -> score: request / prediction`"
STRAY = "this is an option of a flow, and stands beside one"
BRACES = "put options in braces: `a -> b: {carries: event, note: …}`"
ALL_TYPES = "`designkit list data-types` shows them all"
MOST_FLOWS = 10_000
"""More flows than this are no design: ``a, b, … -> c, d, …`` multiplies quickly."""


@dataclass(frozen=True, slots=True)
class Word:
    """An id inside the text of a flow, with its place."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class WrittenFlow:
    """One arrow as written: its ends, its options, and the path it was written at.

    Of a `doubtful` one it is not known what it carries, since that was misspelt. An
    `answer` brings back what a call asked for.
    """

    source: Word
    target: Word
    mode: str
    options: Mapping[str, Plain]
    path: Path
    doubtful: bool = False
    answer: bool = False

    def plain(self) -> dict[str, Plain]:
        """Return it as the model of a flow takes it."""
        ends: dict[str, Plain] = {
            "source": self.source.id,
            "target": self.target.id,
            "mode": self.mode,
            "answer": self.answer,
        }
        return ends | dict(self.options)


_End = tuple[Word, ...]
_Pair = tuple[_End, _End]
"""What stands before and after an arrow."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a flow, with the places of the text and of the whole item."""

    text: str
    span: Span
    path: Path


def read_flows(report: DiagnosticLog) -> tuple[WrittenFlow, ...]:
    """Read the section `flows`, reporting what is no flow and no data type."""
    section = node_at(report.root, ("flows",))
    if section is None or is_absent(section):
        return ()
    if not isinstance(section.value, Mapping):
        help = f"group the flows by {', '.join(MODE_KEYS)}"
        report.add(LoadCode.WRONG_SHAPE, ("flows",), "flows is no mapping", help=help)
        return ()
    flows = tuple(islice(_of_modes(section, report), MOST_FLOWS + 1))
    if len(flows) > MOST_FLOWS:
        message = f"the flows up to here are more than {MOST_FLOWS:,}"
        help = "a list on both sides of an arrow stands for every pair"
        report.add(LoadCode.BAD_FLOW, flows[-1].path, message, help=help)
    return flows[:MOST_FLOWS]


def _of_modes(section: YamlNode, report: DiagnosticLog) -> Iterator[WrittenFlow]:
    for key, node in section.entries.items():
        mode = key
        if key not in MODE_KEYS:
            mode = mend_key(("flows", key), tuple(MODE_KEYS), report)
        if not mode:
            report_unknown_key(("flows", key), tuple(MODE_KEYS), report)
        elif isinstance(node.value, tuple):
            for index, item in enumerate(node.value):
                yield from _of_item(item, mode, ("flows", mode, index), report)
        elif not is_absent(node):
            message, help = f"{mode} is no list", "start each flow with a hyphen"
            path = ("flows", mode)
            report.add(LoadCode.WRONG_SHAPE, path, message, help=help)


def _of_item(
    item: YamlNode, key: str, path: Path, report: DiagnosticLog
) -> Iterator[WrittenFlow]:
    """Give the flows of one item of a list: a text, or a text and its options."""
    mode = MODE_KEYS[key].value
    if isinstance(item.value, Mapping):
        for text, value in item.value.items():
            at = (*path, text)
            if text in keys_of(Flow):
                span = item.keys[text]
                report.add(LoadCode.BAD_FLOW, at, STRAY, help=BRACES, span=span)
                continue
            pairs = _pairs(_Text(text, item.keys[text], at), report)
            options, doubtful = _options(value, mode, at, report)
            for flow in _arrows(pairs, mode, options, at):
                yield replace(flow, doubtful=doubtful) if doubtful else flow
    elif isinstance(item.value, str):
        pairs = _pairs(_Text(item.value, item.span, path), report)
        yield from _arrows(pairs, mode, {}, path)
    else:
        report.add(LoadCode.BAD_FLOW, path, "this is no flow", help=EXAMPLE)


def _options(
    value: YamlNode, mode: str, path: Path, report: DiagnosticLog
) -> tuple[dict[str, Plain], bool]:
    """Return the options of a flow, and whether its data type was wrong.

    Options are the data type alone, or a mapping of them.
    """
    if isinstance(value.value, Mapping):
        value = mend_keys(path, keys_of(Flow), report) or value
    plain = value.as_written()
    options: dict[str, Plain] = plain if isinstance(plain, dict) else {"carries": plain}
    right: dict[str, Plain] = {
        key: option
        for key, option in options.items()
        if _is_option(key, option, mode, (*path, key), report)
    }
    stated: dict[str, Plain] = {
        key: option
        for key, option in right.items()
        if option is not None and option != ABSENT
    }
    if word := report.words.types.get(str(stated.get("carries"))):
        stated |= {"carries": word.like, "own_type": str(stated["carries"])}
    return stated, "carries" in options and "carries" not in right


def _is_option(
    key: str, value: Plain, mode: str, path: Path, report: DiagnosticLog
) -> bool:
    if key not in keys_of(Flow):
        report_unknown_key(path, keys_of(Flow), report)
        return False
    blank = value is None or value == ABSENT
    return blank or key != "carries" or _is_carried(value, mode, path, report)


def _is_carried(carries: Plain, mode: str, path: Path, report: DiagnosticLog) -> bool:
    """Report what is no data type; a call may have a second one, of its answer."""
    if isinstance(carries, dict | list):
        message, help = "a flow carries one data type", "write a flow for each"
        report.add(LoadCode.WRONG_SHAPE, path, message, help=help)
        return False
    types = parted(str(carries))
    if len(types) > (2 if mode == Mode.CALL else 1):
        message = "only a call has an answer, and only one"
        report.add(LoadCode.WRONG_SHAPE, path, message, help=ANSWERED)
        return False
    wrong = [name for name in types if not _is_data_type(name, path, report)]
    return not wrong


def parted(carries: str) -> tuple[str, ...]:
    """Return what a flow carries, and what its answer does if it states one."""
    return tuple(part.strip() for part in carries.split(ANSWER))


def _is_data_type(carries: str, path: Path, report: DiagnosticLog) -> bool:
    found = carries in report.words.types or data_type(carries) is not None
    if not found:
        message = f"unknown data type {shown(carries)}"
        names = [*(item.name for item in DATA_TYPES), *report.words.types]
        help = report.suggest(carries, names, ALL_TYPES)
        report.add(LoadCode.UNKNOWN_DATA_TYPE, path, message, help=help)
    return found


def _arrows(
    pairs: tuple[_Pair, ...],
    mode: str,
    options: Mapping[str, Plain],
    path: Path,
) -> Iterator[WrittenFlow]:
    """Give one flow for each arrow of a chain and each pair of its ends.

    A call with an answer is two: what is asked, and what comes back.
    """
    first, *answer = parted(str(options.get("carries") or ""))
    there = {**options, "carries": first} if answer else options
    for sources, targets in pairs:
        for source, target in product(sources, targets):
            yield WrittenFlow(source, target, mode, there, path)
            for type in answer:
                back = {"carries": type}
                yield WrittenFlow(target, source, mode, back, path, answer=True)


def _pairs(item: _Text, report: DiagnosticLog) -> tuple[_Pair, ...]:
    """Split ``a -> b, c`` into the ends of its arrows; report what is not an id.

    ``a <-> b`` is an arrow there and one back.
    """
    if odd := ODD_ARROW.search(item.text):
        message = f"{odd.group()} is no arrow"
        span = _inside(item, *odd.span())
        report.add(LoadCode.BAD_FLOW, item.path, message, help=ARROWS, span=span)
        return ()
    ends = tuple(tuple(_words(part, at, item)) for part, at in _parts(item.text))
    if len(ends) < 2 or not all(ends):
        message = f"{shown(item.text)} is no flow"
        report.add(LoadCode.BAD_FLOW, item.path, message, help=EXAMPLE, span=item.span)
        return ()
    right = (tuple(w for w in end if _is_id(w, item.path, report)) for end in ends)
    return tuple(_along(ARROW.findall(item.text), tuple(right)))


def _along(arrows: Iterable[str], ends: tuple[_End, ...]) -> Iterator[_Pair]:
    for arrow, (left, right) in zip(arrows, pairwise(ends), strict=True):
        yield left, right
        if arrow == BOTH_WAYS:
            yield right, left


def _is_id(word: Word, path: Path, report: DiagnosticLog) -> bool:
    """Whether `word` may name a component; one that is declared is judged there."""
    components = node_at(report.root, ("components",))
    declared = components.entries if components else {}
    if ID.match(word.id) or word.id in declared:
        return True
    near = "" if report.is_long else nearest(word.id, declared)
    help = f"did you mean {near}?" if near else EXAMPLE
    message = f"{shown(word.id)} is no id: use small letters, digits and hyphens"
    report.add(LoadCode.BAD_ID, path, message, help=help, span=word.span)
    return False


def _parts(text: str) -> Iterator[tuple[str, int]]:
    offset = 0
    for arrow in ARROW.finditer(text):
        yield text[offset : arrow.start()], offset
        offset = arrow.end()
    yield text[offset:], offset


def _words(part: str, offset: int, item: _Text) -> Iterator[Word]:
    """Give the words between the commas of `part`, which starts at `offset`."""
    for name in part.split(","):
        word = name.strip()
        start = offset + len(name) - len(name.lstrip())
        if word:
            yield Word(word, _inside(item, start, start + len(word)))
        offset += len(name) + len(",")


def _inside(item: _Text, start: int, end: int) -> Span:
    """Return the place of a part of a text; the whole where it is not as it was typed.

    A quoted text starts one column later; an escape or a folded line moves the rest.
    """
    span = item.span
    quotes = span.end_column - span.column - len(item.text)
    if span.line != span.end_line or quotes not in (0, 2):
        return span
    left = span.column + quotes // 2
    return replace(span, column=left + start, end_column=left + end)


def read_steps(report: DiagnosticLog) -> dict[int, list[WrittenFlow]]:
    """Read the steps of every scenario, by the index of the scenario."""
    scenarios = node_at(report.root, ("scenarios",))
    if scenarios is None or not isinstance(scenarios.value, tuple):
        return {}
    return {
        index: list(islice(_of_scenario(scenario, index, report), MOST_FLOWS))
        for index, scenario in enumerate(scenarios.value)
    }


def _of_scenario(
    scenario: YamlNode, index: int, report: DiagnosticLog
) -> Iterator[WrittenFlow]:
    steps = scenario.child("steps")
    items = steps.value if steps and isinstance(steps.value, tuple) else ()
    for number, item in enumerate(items):
        yield from _of_step(item, ("scenarios", index, "steps", number), report)


def _of_step(
    item: YamlNode, path: Path, report: DiagnosticLog
) -> Iterator[WrittenFlow]:
    """Give the flows of one step; a note stands where a data type stands in a flow."""
    if isinstance(item.value, Mapping):
        for text, note in item.value.items():
            pairs = _pairs(_Text(text, item.keys[text], (*path, text)), report)
            yield from _arrows(
                pairs, "call", {"note": note.as_written()}, (*path, text)
            )
    elif isinstance(item.value, str):
        pairs = _pairs(_Text(item.value, item.span, path), report)
        yield from _arrows(pairs, "call", {}, path)
    else:
        report.add(LoadCode.BAD_FLOW, path, "this is no step", help=EXAMPLE)
