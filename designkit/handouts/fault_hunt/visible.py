"""What of a design a sheet shows, and so what may be wrong on it.

Reasons, notes and the tags of figures stay away: an author explains what is there, and
an explanation that nothing fits any more points at what was changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from designkit.quantities.fields import TAGS
from designkit.source.changing import without
from designkit.source.loader import Loaded, load_tree
from designkit.source.node import Path, YamlNode

SECTIONS = (
    *("problem", "workload", "objectives", "components", "flows", "features"),
    *("models", "datasets", "evaluation", "experiment", "privacy"),
)
"""The sections of which a sheet shows what they state, in its order."""

PARTED = ("components", "flows", "features", "models", "datasets")
"""The sections that are many parts, each of which states things of its own."""

REASONS = (
    *("clarifications", "failure-modes", "questions", "requirements", "scenarios"),
    *("sources", "summary", "tradeoffs"),
)
"""The sections that only explain."""

EXPLAINING = frozenset(
    {"bias", "framing", "ladder", "non-goals", "note", "trap", "why", "why-ml"}
)
"""The keys that only explain, wherever they stand."""

NAMING = frozenset({"kind", "mode", "name", "source", "target", "technology"})
"""The keys by which a part is known; a sheet shows them beside what it states."""

HIDDEN = frozenset(
    {
        *("auth", "contract", "default", "definition", "dtype", "ethics", "format"),
        *("funnel", "growth", "licence", "on-call", "owner", "reference"),
        *("route", "runbook", "salt", "schema", "severity"),
    }
)
"""The keys for which a sheet has no room; nothing is changed there either."""


FREE = (("objectives", "freshness"), ("workload", "funnel"))
"""The mappings whose keys are names that the author chose."""


@dataclass(frozen=True, slots=True)
class ShownValue:
    """Something that a part or a section states: its path and its value."""

    path: Path
    node: YamlNode

    @property
    def key(self) -> str:
        """What it is that is stated."""
        return str(self.path[-1])


def statements(root: YamlNode) -> Iterator[ShownValue]:
    """Give what an opened tree states and a sheet shows, each with all below it."""
    for section in SECTIONS:
        for path, part in parts_of(root, section):
            yield from _below(path, part)


def parts_of(root: YamlNode, section: str) -> Iterator[tuple[Path, YamlNode]]:
    """Give the parts of a section with their paths; one that is whole is its own."""
    node = root.child(section)
    return _parts((section,), node) if node else iter(())


def _parts(path: Path, node: YamlNode) -> Iterator[tuple[Path, YamlNode]]:
    if path[0] not in PARTED:
        yield path, node
        return
    for key, child in node.entries.items():
        yield (*path, key), child
    for index, item in enumerate(node.items):
        yield (*path, index), item


def _below(path: Path, node: YamlNode) -> Iterator[ShownValue]:
    for key, child in node.entries.items():
        if path in FREE or key not in HIDDEN | NAMING | EXPLAINING:
            yield ShownValue((*path, key), child)
            yield from _below((*path, key), child)


def without_reasons(loaded: Loaded) -> Loaded:
    """Load a design again without what would give a fault away.

    That is every text that only explains, and where figures come from. The parts, what
    they state and the flows are the same. One that does not load comes back as it is.
    """
    if loaded.root is None or loaded.design is None:
        return loaded
    gone: list[Path] = [(section,) for section in REASONS]
    for section in SECTIONS:
        node = loaded.root.child(section)
        gone += _told(node, (section,)) if node else ()
    return load_tree(loaded, _untagged(without(loaded.root, gone)))


def _told(node: YamlNode, path: Path) -> Iterable[Path]:
    """Give the paths of what only explains below `node`; an id is no such key."""
    is_named = path in FREE or (len(path) == 1 and path[0] in PARTED)
    for key, child in node.entries.items():
        if key in EXPLAINING and not is_named:
            yield (*path, key)
        else:
            yield from _told(child, (*path, key))
    for index, item in enumerate(node.items):
        yield from _told(item, (*path, index))


def _untagged(node: YamlNode) -> YamlNode:
    """Leave of each figure its value."""
    if node.items:
        return node._replace(value=tuple(map(_untagged, node.items)))
    entries = node.entries
    if "value" in entries and not entries.keys().isdisjoint(TAGS):
        return entries["value"]
    if not entries:
        return node
    return node._replace(value={k: _untagged(child) for k, child in entries.items()})
