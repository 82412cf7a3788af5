"""Puts the parts that a design includes into its document.

A part adds what a design may have many of: sections by id, and lists. What is said
once, such as a name, stands in the design.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import get_origin

from designkit.diagnostics import Diagnostic, Related
from designkit.model.design import Design
from designkit.source.absence import is_absent
from designkit.source.composer import MOST_NODES
from designkit.source.load_code import LoadCode
from designkit.source.node import PartStretch, Stretch, YamlNode, span_of
from designkit.source.part_files import (
    MOST_PART_BYTES,
    MOST_PARTS,
    PART_KEY,
    Folder,
    PartRefusedError,
    folder_of,
)
from designkit.source.project import shown_path
from designkit.source.reader import read
from designkit.source.report import DiagnosticLog, from_problem
from designkit.source.syntax_code import SyntaxCode
from designkit.source.syntax_problem import SyntaxProblem
from designkit.text.suggestion import suggest

INCLUDE = "include"
EXTRA = "x-"
"""How a key at the top begins that is the author's own: nothing reads it."""

NOWHERE = "a text has no directory from which paths count"
FROM_FILE = "load it from a file; from stdin, name its file with --stdin-filename"


@dataclass(frozen=True, slots=True)
class Part:
    """A file that a design includes, called `file` in messages."""

    file: str
    text: str
    root: YamlNode | None = None


@dataclass(frozen=True, slots=True)
class Included:
    """A document with its parts in it, and what is wrong with these.

    It is not `whole` where a part could not be read: then nobody knows what is missing.
    """

    root: YamlNode
    parts: tuple[Part, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    whole: bool = True


def part_sections() -> tuple[str, ...]:
    """Return the sections that a part may have: those by id, and those that are lists.

    Waivers of a part accept what is found in it, and nothing else.
    """
    many = (tuple, dict, Mapping)
    fields = Design.model_fields.items()
    return tuple(
        field.alias or name
        for name, field in fields
        if get_origin(field.annotation) in many and name != INCLUDE
    )


def include(root: YamlNode, file: str, place: FilePath | None) -> Included:
    """Put the parts that `root` includes into it; they lie relative to `place`.

    Raises:
        SettingsError: the settings of the project cannot be read.
    """
    listed = root.child(INCLUDE)
    if listed is None or is_absent(listed):
        return Included(root)
    including = _Including(DiagnosticLog(file, root), root)
    if place is None:
        including.refuse((INCLUDE,), PartRefusedError(NOWHERE, FROM_FILE))
    else:
        including.read_all(listed, folder_of(place))
    return including.done


class _Including:
    """The state of including: what was read so far, and what is wrong with it."""

    def __init__(self, log: DiagnosticLog, root: YamlNode) -> None:
        self.log, self.root = log, root
        self.problems: list[Diagnostic] = []
        self.parts: dict[FilePath, Part] = {}
        self.whole = True
        self.bytes = self.nodes = 0

    @property
    def done(self) -> Included:
        problems = (*self.log.found, *self.problems)
        return Included(self.root, tuple(self.parts.values()), problems, self.whole)

    def refuse(self, path: tuple[str | int, ...], why: PartRefusedError) -> None:
        self.whole = False
        self.log.add(LoadCode.BAD_INCLUDE, path, why.message, help=why.help)

    def read_all(self, listed: YamlNode, folder: Folder) -> None:
        items = listed.items or (listed,)
        for index, item in enumerate(items):
            path = (INCLUDE, index) if listed.items else (INCLUDE,)
            try:
                self.read_one(item, index, folder)
            except PartRefusedError as refused:
                self.refuse(path, refused)
            if index >= MOST_PARTS:
                return

    def read_one(self, item: YamlNode, index: int, folder: Folder) -> None:
        if index >= MOST_PARTS:
            help = "put some of them into one file"
            raise PartRefusedError(
                f"a design includes at most {MOST_PARTS} files", help
            )
        if not isinstance(item.value, str):
            raise PartRefusedError("this is no path", "write one like common.yaml")
        found = folder.find(item.value)
        if found in self.parts:
            message = f"{item.value} is included already"
            raise PartRefusedError(message, "name it once")
        data = folder.read(item.value, found, MOST_PART_BYTES - self.bytes)
        self.bytes += len(data)
        if self.bytes > MOST_PART_BYTES:
            message = f"the parts up to here hold more than {MOST_PART_BYTES:,} bytes"
            raise PartRefusedError(message)
        shown = shown_path(folder.place / item.value)
        self.parts[found] = self.read_text(_decoded(data, item.value), shown)

    def read_text(self, text: str, file: str) -> Part:
        """Read a part, and put it into the document."""
        reading = read(text)
        self.problems += [from_problem(it, file) for it in reading.problems]
        if reading.root is None or reading.problems:
            self.whole = False
            return Part(file, text)
        root = self.placed(reading.root, file)
        if self.nodes > MOST_NODES:
            raise PartRefusedError(f"the parts hold more than {MOST_NODES:,} values")
        self.add(root, file)
        return Part(file, text, root)

    def placed(self, node: YamlNode, file: str) -> YamlNode:
        """Return a node that knows its file."""
        self.nodes += 1
        value = node.value
        if isinstance(value, dict):
            value = {key: self.placed(child, file) for key, child in value.items()}
        elif isinstance(value, tuple):
            value = tuple(self.placed(child, file) for child in value)
        keys = {key: _in(file, at) for key, at in node.key_stretches.items()}
        used = _in(file, node.used) if node.used else None
        written = _in(file, node.written)
        return node._replace(
            value=value, written=written, used=used, key_stretches=keys
        )

    def add(self, part: YamlNode, file: str) -> None:
        """Add the sections of a part; report what is none."""
        own, known = DiagnosticLog(file, part), part_sections()
        for key, section in part.entries.items():
            if key in known:
                self.root = self.merged(self.root, part, key, section, (key,))
            elif key != PART_KEY and not key.startswith(EXTRA):
                own.add(
                    LoadCode.BAD_INCLUDE,
                    (key,),
                    _misplaced(key),
                    help=suggest(key, known, f"a part has: {', '.join(sorted(known))}"),
                    key=True,
                )
        self.problems += own.found

    def merged(
        self,
        into: YamlNode,
        part: YamlNode,
        key: str,
        node: YamlNode,
        path: tuple[str, ...],
    ) -> YamlNode:
        """Return a mapping with the entry `key` of the same one in a part."""
        there = into.entries.get(key)
        if there is None or (there.value is None and len(path) == 1):
            keys = {**into.key_stretches, key: part.key_stretches[key]}
            return into._replace(value={**into.entries, key: node}, key_stretches=keys)
        joined = self.joined(there, node, path)
        if joined is None:
            self.report_duplicate(into, part, path)
            return into
        return into._replace(value={**into.entries, key: joined})

    def joined(
        self, there: YamlNode, node: YamlNode, path: tuple[str, ...]
    ) -> YamlNode | None:
        """Return two lists as one, or two sections; nothing else goes together."""
        if isinstance(there.value, tuple) and isinstance(node.value, tuple):
            is_section = len(path) == 1 or path[0] == "flows"
            value = (*there.value, *node.value)
            return there._replace(value=value) if is_section else None
        is_mapping = isinstance(there.value, dict) and isinstance(node.value, dict)
        if len(path) > 1 or not is_mapping:
            return None
        for key, child in node.entries.items():
            there = self.merged(there, node, key, child, (*path, key))
        return there

    def report_duplicate(
        self, into: YamlNode, part: YamlNode, path: tuple[str, ...]
    ) -> None:
        first = span_of(into.key_stretches[path[-1]])
        again = span_of(part.key_stretches[path[-1]])
        place = f"{first.file or self.log.file}:{first.line}:{first.column}"
        problem = SyntaxProblem(
            SyntaxCode.DUPLICATE_KEY,
            f"{'.'.join(path)} is given already, at {place}",
            again,
            "keep one of the two, or give one another id",
            (Related(first, "first given here"),),
        )
        self.problems.append(from_problem(problem, self.log.file))


def _misplaced(key: str) -> str:
    if key == INCLUDE:
        return "a part includes nothing: only a design does"
    return f"{key} is no section of a part"


def _decoded(data: bytes, written: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{written} is not UTF-8 text: byte {error.start}"
        raise PartRefusedError(message, "save the file as UTF-8") from error


def _in(file: str, stretch: Stretch) -> PartStretch:
    return PartStretch(stretch.start_mark, stretch.end_mark, file)
