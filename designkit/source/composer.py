"""Builds the tree of a document from the events of a YAML parser.

Events, because a parser of events cannot overflow the stack, and because built
objects have forgotten aliases, merges and the first of two equal keys.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from designkit.diagnostics import Related
from designkit.source.characters import unseen_escape
from designkit.source.node import Mark, Stretch, YamlNode, span_of
from designkit.source.scalar import resolve
from designkit.source.syntax import explain
from designkit.source.syntax_code import SyntaxCode
from designkit.source.syntax_problem import SyntaxProblem
from designkit.text.lines import split_lines

MOST_NODES = 50_000  # after aliases are followed
MOST_LEVELS = 64
LONGEST_NAME = 60  # shown in a message
COMMA = "a comma ends a value in braces: quote the whole value, or leave the comma out"


class EventSource(Protocol):
    """A parser that is asked for one event after the other."""

    def get_event(self) -> Event | None:
        """Give the next event, or nothing at the end of the text."""


EventParser: TypeAlias = Callable[[str], EventSource]
"""Opens a text; the pure parser of PyYAML and the one of libyaml both fit."""

FASTEST: EventParser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(
    text: str, parser: EventParser
) -> tuple[YamlNode | None, list[SyntaxProblem]]:
    """Build the tree of the first document, and say what is wrong on the way."""
    composer = _Composer(text, parser(text))
    try:
        return composer.document(), composer.problems
    except _RefusedError as refused:
        problem = refused.problem
    except yaml.MarkedYAMLError as error:
        problem = _refused_before(error, text, parser) or explain(error, composer.lines)
    except (yaml.YAMLError, ValueError, OverflowError):  # pure parser: "\UFFFFFFFF"
        message = "a number or an escape after this is out of range"
        at = span_of(composer.reached)
        problem = SyntaxProblem(SyntaxCode.YAML_SYNTAX, message, at)
    return None, [*composer.problems, problem]


def _refused_before(
    error: yaml.MarkedYAMLError, text: str, parser: EventParser
) -> SyntaxProblem | None:
    """Read what stands before an error again, and say which of our limits it breaks.

    A parser looks ahead of its events, and may meet a limit of its own out there.
    """
    index = getattr(error.problem_mark, "index", 0)
    before = text[:index]
    try:
        _Composer(before, parser(before)).document()
    except _RefusedError as refused:
        return refused.problem
    except (yaml.YAMLError, ValueError, OverflowError):
        return None
    return None


class _RefusedError(Exception):
    """Ends the reading, because the rest should not be read."""

    def __init__(self, problem: SyntaxProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Place(NamedTuple):
    """A mark of our own, where the parser has none."""

    line: int
    column: int


class _Reach(NamedTuple):
    """A stretch of our own."""

    start_mark: Mark | None
    end_mark: Mark | None


_START = _Reach(_Place(0, 0), _Place(0, 0))


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A finished value with an anchor, and what each use of it costs."""

    node: YamlNode
    nodes: int
    levels: int


class _Merge(NamedTuple):
    """A `<<` key and what stands behind it."""

    key: Stretch
    value: YamlNode


class _Composer:
    """The state of reading one text; `level` counts the collections around."""

    def __init__(self, text: str, source: EventSource) -> None:
        self.text = text
        self.next_event = source.get_event
        self.problems: list[SyntaxProblem] = []
        self.anchors: dict[str, _Anchored | None] = {}  # None while it is open
        self.nodes = 0
        self.deepest = 0
        self.reached: Stretch = _START

    def document(self) -> YamlNode | None:
        root = None
        while (event := self.next_event()) is not None:
            if isinstance(event, DocumentStartEvent) and root is not None:
                self.report_second_document(event)
                break
            if isinstance(event, NodeEvent):
                root = self.node(event, 0)
        if root is None or root.is_blank:
            self.report(SyntaxCode.EMPTY_DOCUMENT, "the file holds no design", _START)
            return None
        return root

    def node(self, event: NodeEvent, level: int) -> YamlNode:
        if isinstance(event, ScalarEvent) and event.anchor is event.tag is None:
            return self.scalar(event)  # most values, so it comes first
        if isinstance(event, AliasEvent):
            return self.alias(event, level)
        if event.anchor is not None:
            return self.anchored(event, event.anchor, level)
        return self.content(event, level)

    def alias(self, event: AliasEvent, level: int) -> YamlNode:
        name = event.anchor or ""
        target = self.anchors.get(name)
        if target is None:
            self.report_alias(name, event)
            return YamlNode("scalar", None, f"*{name}", event, event)
        self.spend(target.nodes, event)
        self.descend(level + target.levels, event)
        return target.node._replace(used=event)

    def anchored(self, event: NodeEvent, name: str, level: int) -> YamlNode:
        before, outside = self.nodes, self.deepest
        self.anchors[name] = None
        self.deepest = level
        node = self.content(event, level)
        if self.anchors[name] is None:  # else an anchor within took the name over
            levels = self.deepest - level
            self.anchors[name] = _Anchored(node, self.nodes - before, levels)
        self.deepest = max(outside, self.deepest)
        return node

    def content(self, event: NodeEvent, level: int) -> YamlNode:
        assert isinstance(event, ScalarEvent | CollectionStartEvent)
        if event.tag is not None and event.tag != "!":
            self.report_tag(event.tag, event)
        if isinstance(event, ScalarEvent):
            return self.scalar(event)
        self.reached = event
        self.spend(1, event)
        self.descend(level + 1, event)
        if isinstance(event, MappingStartEvent):
            return self.mapping(event, level + 1)
        return self.sequence(event, level + 1)

    def scalar(self, event: ScalarEvent) -> YamlNode:
        text = event.value
        self.spend(1, event)
        if not event.style:  # None from the pure parser, "" from libyaml
            return YamlNode("scalar", text if event.tag else resolve(text), text, event)
        if event.style == '"' and (problem := unseen_escape(text, event)):
            self.problems.append(problem)
        if event.style in "|>":
            return YamlNode("scalar", text, text, self.without_blank_end(event))
        return YamlNode("scalar", text, text, event)

    def without_blank_end(self, event: ScalarEvent) -> Stretch:
        """End a block of text after its last word, not on the line below."""
        span = span_of(event)
        last, line = span.end_line, self.lines[span.end_line - 1]
        line = line[: span.end_column - 1]
        while last > span.line and not line.strip():
            last -= 1
            line = self.lines[last - 1]
        return _Reach(event.start_mark, _Place(last - 1, len(line.rstrip())))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return split_lines(self.text)

    def sequence(self, start: CollectionStartEvent, level: int) -> YamlNode:
        items: list[YamlNode] = []
        while isinstance(event := self.next_event(), NodeEvent):
            items.append(self.node(event, level))
        last = _end(items[-1]) if items else None
        return YamlNode("sequence", tuple(items), "", _reach(start, event, last))

    def mapping(self, start: CollectionStartEvent, level: int) -> YamlNode:
        key: Stretch
        entries: dict[str, YamlNode] = {}
        keys: dict[str, Stretch] = {}
        merges: list[_Merge] = []
        last: Mark | None = None
        while isinstance(event := self.next_event(), NodeEvent):
            if isinstance(event, ScalarEvent) and _is_simple(event):
                name, key = event.value, event
            else:
                name, key = self.key(event, level)
            following = self.next_event()
            assert isinstance(following, NodeEvent)  # the parser adds a missing value
            value = self.node(following, level)
            if value.is_blank:  # the parsers disagree on where nothing is
                value = value._replace(written=_Reach(key.end_mark, key.end_mark))
            last = _end(value)
            if name == "<<" and isinstance(event, ScalarEvent) and not event.style:
                merges.append(_Merge(key, value))
            elif name in entries:
                advice = COMMA if start.flow_style and value.is_blank else ""
                self.report_duplicate(name, keys[name], key, advice)
            elif name:
                entries[name], keys[name] = value, key
        if merges:
            self.merge(merges, entries, keys)
        written = _reach(start, event, last)
        return YamlNode("mapping", entries, "", written, None, keys)

    def key(self, event: NodeEvent, level: int) -> tuple[str, Stretch]:
        """Read a key; what cannot be one is reported and gives no name."""
        node = self.node(event, level)
        name, here = node.text, node.used or node.written
        if not name:
            message = "a key must be a name, not a list, a mapping or nothing"
            self.report(SyntaxCode.BAD_KEY, message, here)
        return name, here

    def merge(
        self,
        merges: list[_Merge],
        entries: dict[str, YamlNode],
        keys: dict[str, Stretch],
    ) -> None:
        """Add what `<<` brings: own keys win wherever it stands, then earlier ones."""
        for again in merges[1:]:
            self.report_duplicate("<<", merges[0].key, again.key)
        for merge in merges:
            for source in self.sources(merge):
                for name, child in source.entries.items():
                    if name not in entries:
                        used = source.used or merge.key
                        entries[name] = child._replace(used=used)
                        keys[name] = source.key_stretches[name]

    def sources(self, merge: _Merge) -> Iterator[YamlNode]:
        listed = merge.value.value
        for source in listed if isinstance(listed, tuple) else (merge.value,):
            if source.kind == "mapping":
                yield source
            elif source.used != source.written:  # else an alias reported already
                message = "`<<` takes a mapping or a list of mappings"
                self.report(SyntaxCode.BAD_KEY, message, source.used or merge.key)

    def spend(self, nodes: int, here: Stretch) -> None:
        self.nodes += nodes
        if self.nodes > MOST_NODES:
            message = f"the file holds more than {MOST_NODES:,} values"
            advice = "an alias counts with all that it stands for"
            raise _refused(message, here, advice)

    def descend(self, level: int, here: Stretch) -> None:
        if level > MOST_LEVELS:
            message = f"values are nested more than {MOST_LEVELS} levels deep"
            raise _refused(message, here)
        self.deepest = max(self.deepest, level)

    def report(
        self, fault: SyntaxCode, message: str, here: Stretch, *, advice: str = ""
    ) -> None:
        self.problems.append(SyntaxProblem(fault, message, span_of(here), advice))

    def report_duplicate(
        self, name: str, first: Stretch, again: Stretch, advice: str = ""
    ) -> None:
        message = f"the key `{_shown(name)}` is given already"
        advice = advice or "keep one of the two"
        if name == "<<":
            advice = "give one `<<` a list of what to merge"
        related = (Related(span_of(first), "first given here"),)
        problem = SyntaxProblem(
            SyntaxCode.DUPLICATE_KEY, message, span_of(again), advice, related
        )
        self.problems.append(problem)

    def report_alias(self, name: str, here: Stretch) -> None:
        message = f"no anchor `&{_shown(name)}` stands before this alias"
        if name in self.anchors:
            message = f"the alias `*{_shown(name)}` stands within its own anchor"
        advice = "quote the value if its `*` is meant as text"
        self.report(SyntaxCode.UNDEFINED_ALIAS, message, here, advice=advice)

    def report_tag(self, tag: str, here: Stretch) -> None:
        name = _shown(tag.replace("tag:yaml.org,2002:", "!!"))
        message = f"a design has no tags, and `{name}` is one"
        advice = "take it away, or quote the value if its `!` is meant as text"
        self.report(SyntaxCode.YAML_TAG, message, here, advice=advice)

    def report_second_document(self, event: DocumentStartEvent) -> None:
        message = "a second document starts here, and a file holds one design"
        advice = "move it to a file of its own"
        self.report(SyntaxCode.SECOND_DOCUMENT, message, event, advice=advice)


def _refused(message: str, here: Stretch, advice: str = "") -> _RefusedError:
    return _RefusedError(
        SyntaxProblem(SyntaxCode.TOO_LARGE, message, span_of(here), advice)
    )


def _is_simple(event: ScalarEvent) -> bool:
    return bool(event.value) and not event.style and event.anchor is event.tag is None


def _end(node: YamlNode) -> Mark | None:
    return (node.used or node.written).end_mark


def _reach(
    start: CollectionStartEvent, end: Event | None, last: Mark | None
) -> Stretch:
    """Find where a collection is; libyaml ends it where the next thing starts."""
    if start.flow_style and end is not None:
        return _Reach(start.start_mark, end.end_mark)
    return _Reach(start.start_mark, last or start.end_mark)


def _shown(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME] + "…"
