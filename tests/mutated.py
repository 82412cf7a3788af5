"""Shipped designs, shortened to what rules read, and what becomes of them when mutated.

Prose, sources and the tags of figures are left out: nothing judges them, and a design
loads five times as fast without.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path as FilePath

from designkit.checks.checker import Checked, check
from designkit.checks.rules import all_rules
from designkit.files import bundled
from designkit.model.component import MODE_KEYS, Flow
from designkit.source.loader import Loaded, load_file, load_text

DESIGNS = ("ad-click", "fraud", "recommendation", "search-ranking")

Tree = dict  # a YAML document without places

PROSE = frozenset(
    {
        *("clarifications", "failure-modes", "questions", "requirements"),
        *("scenarios", "sources", "summary", "tradeoffs"),
    }
)
"""Sections that nobody but a reader reads."""

WORDS = frozenset({"name", "note", "owner", "technology", "why"})
"""Keys of a component, a feature, a model or a flow that are for readers."""

NAMED = {
    "features": ("online-by", "offline-by", "data-from"),
    "models": ("trained-by", "served-by"),
    "datasets": ("built-by",),
}
"""Where sections name components."""


@cache
def shipped(name: str) -> Loaded:
    return load_file(FilePath(bundled("designs")) / f"{name}.yaml")


@cache
def _short(name: str) -> Tree:
    loaded = shipped(name)
    assert loaded.root is not None
    assert loaded.design is not None
    tree = {k: v for k, v in loaded.root.plain().items() if k not in PROSE}
    for section in ("components", "features", "models", "datasets"):
        tree[section] = {
            id: {key: value for key, value in part.items() if key not in WORDS}
            for id, part in tree[section].items()
        }
    tree["flows"] = written(loaded.design.flows)
    return untagged(tree)


def short(name: str) -> Tree:
    """Return the tree of a shipped design, shortened; it is the caller's to change."""
    return deepcopy(_short(name))


def untagged(part):
    """Leave of each figure its value."""
    if isinstance(part, dict):
        if "value" in part:
            return part["value"]
        return {key: untagged(value) for key, value in part.items()}
    return [untagged(item) for item in part] if isinstance(part, list) else part


def written(flows: Sequence[Flow]) -> Tree:
    """Write flows as a design does, one arrow an item."""
    return {
        key: [_item(flow) for flow in flows if flow.mode is mode]
        for key, mode in MODE_KEYS.items()
    }


def _item(flow: Flow) -> Tree:
    options = flow.model_dump(by_alias=True, exclude_none=True)
    ends = f"{options.pop('source')} -> {options.pop('target')}"
    after = list(options.pop("after"))
    said = {k: str(v) for k, v in options.items() if k not in ("mode", "note")}
    return {ends: said | ({"after": after} if after else {})}


def load(tree: Tree, name: str) -> Loaded:
    return load_text(json.dumps(tree, ensure_ascii=False), f"{name}.yaml")


def checked(tree: Tree, name: str, *, strict: bool = False) -> Checked:
    return check(load(tree, name), all_rules(), strict=strict)


def without(name: str, gone: str) -> Tree:
    """Return a design without a component and without all that names it."""
    tree, design = short(name), shipped(name).design
    assert design is not None
    del tree["components"][gone]
    tree["flows"] = written([flow for flow in design.flows if gone not in flow.ends])
    for section, keys in NAMED.items():
        for part in tree[section].values():
            _forget(part, keys, gone)
    return tree


def _forget(part: Tree, keys: Iterable[str], gone: str) -> None:
    for key in keys:
        named = part.pop(key, None)
        if isinstance(named, list):
            named = [id for id in named if id != gone]
        if named and named != gone:
            part[key] = named


def flows_of(tree: Tree) -> Iterator[tuple[str, Tree]]:
    """Give each arrow of a shortened tree with its options, in the order of flows."""
    for items in tree["flows"].values():
        for item in items:
            yield from item.items()
