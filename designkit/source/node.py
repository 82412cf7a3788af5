"""The tree of a YAML document, in which every value knows where it is written.

A tree keeps the marks of the parser and makes a `Span` when asked: of a thousand
values a few are ever pointed at, and making all spans takes as long as parsing.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple, Protocol, TypeAlias

from designkit.diagnostics import Span
from designkit.source.scalar import Scalar
from designkit.text.spelled import as_spelled


class Mark(Protocol):
    """A place in a text, counted from 0, as a parser gives it."""

    @property
    def line(self) -> int:
        """Lines before it."""

    @property
    def column(self) -> int:
        """Characters before it in its line."""


class Stretch(Protocol):
    """Where a thing starts and ends; the events of a parser are such."""

    @property
    def start_mark(self) -> Mark | None:
        """The place of its first character."""

    @property
    def end_mark(self) -> Mark | None:
        """The place after its last character."""


class PartStretch(NamedTuple):
    """A stretch of a file that a design includes."""

    start_mark: Mark | None
    end_mark: Mark | None
    file: str


Kind: TypeAlias = Literal["mapping", "sequence", "scalar"]
"""The three shapes a value can have."""

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of mappings and indices of sequences, from the root."""

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | Scalar"
"""A value without places, as JSON has it."""

Content: TypeAlias = "dict[str, YamlNode] | tuple[YamlNode, ...] | Scalar"
"""What a node holds: entries, items or a scalar."""

NO_KEYS: Mapping[str, Stretch] = {}


class YamlNode(NamedTuple):
    """A value, where it is written and, for an alias or a merge, where it is used.

    `text` is a scalar as its author spelled it (`0.10`, `1e3`), without quotes.
    """

    kind: Kind
    value: Content
    text: str
    written: Stretch
    used: Stretch | None = None
    key_stretches: Mapping[str, Stretch] = NO_KEYS

    @property
    def span(self) -> Span:
        """Where the value is written."""
        return span_of(self.written)

    @property
    def used_at(self) -> Span | None:
        """Where the alias or the merge is that brought the value here."""
        return span_of(self.used) if self.used else None

    @property
    def keys(self) -> Mapping[str, Span]:
        """Where each key of a mapping is written, merged keys included."""
        return {key: span_of(place) for key, place in self.key_stretches.items()}

    @property
    def is_blank(self) -> bool:
        """Whether it is a value that nobody wrote, as after `key:`."""
        if self.kind != "scalar" or self.text:
            return False
        span = self.span
        return (span.line, span.column) == (span.end_line, span.end_column)

    def plain(self) -> Plain:
        """Give the value without places."""
        value = self.value
        if isinstance(value, dict):
            return {key: child.plain() for key, child in value.items()}
        if isinstance(value, tuple):
            return [child.plain() for child in value]
        return value

    def as_written(self) -> Plain:
        """Give the value without places; a number keeps the text it was spelled with.

        ``3.10`` is then a `Spelled`, and so fits where a text is wanted as it stands.
        """
        value = self.value
        if isinstance(value, dict):
            return {key: child.as_written() for key, child in value.items()}
        if isinstance(value, tuple):
            return [child.as_written() for child in value]
        if value is None or isinstance(value, str):
            return value
        return as_spelled(value, self.text)

    @property
    def entries(self) -> "Mapping[str, YamlNode]":
        """The values of a mapping by their keys; nothing for other kinds."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> "tuple[YamlNode, ...]":
        """The items of a sequence; nothing for other kinds."""
        return self.value if isinstance(self.value, tuple) else ()

    def child(self, step: str | int) -> "YamlNode | None":
        """Give the entry or item that a step leads to, if there is one."""
        if isinstance(self.value, dict):
            return self.value.get(str(step))
        if isinstance(self.value, tuple) and isinstance(step, int):
            return self.value[step] if 0 <= step < len(self.value) else None
        return None

    def locate(self, path: Path, *, key: bool = False) -> Span:
        """Locate a path, or the nearest thing on the way that was written down.

        Steps that are not in the document are passed over: a missing key has no
        place of its own, and pydantic puts the tags of unions into its paths. With
        `key`, a last step into a mapping gives the place of its key. The value of
        `a:` is not written, so it is found at its key in any case.
        """
        node, entry = self, self.written
        for step in path:
            if (child := node.child(step)) is not None:
                node, entry = child, node.key_stretches.get(str(step), child.written)
        return span_of(entry if key or node.is_blank else node.written)

    def use_of(self, path: Path) -> Span | None:
        """Find where a path enters, by an alias or a merge, text written elsewhere.

        Of nested uses it is the outermost, which lies in the path's own place.
        """
        node, used = self, self.used
        for step in path:
            node = node.child(step) or node
            used = used or node.used
        return span_of(used) if used else None


def span_of(stretch: Stretch) -> Span:
    """Count from 1 what a parser counts from 0."""
    start, end = stretch.start_mark, stretch.end_mark
    assert start is not None  # marks are optional only in the types of PyYAML
    assert end is not None
    file = stretch.file if isinstance(stretch, PartStretch) else ""
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1, file)
