"""Designs with every id replaced by a neutral one, or with their keys in another order."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace

from designkit.handouts.fault_hunt.flow_tree import ENDS, closed, opened
from designkit.source.loader import Loaded, load_tree
from designkit.source.node import YamlNode

REFERENCES: Mapping[str, str] = {
    "accepted-by": "components",
    "after": "components",
    "at": "components",
    "built-by": "components",
    "covers": "components",
    "data-from": "components",
    "datasets": "datasets",
    "in": "components",
    "judge": "components",
    "latency-includes": "components",
    "members": "components",
    "offline-by": "components",
    "online-by": "components",
    "read-by": "components",
    "served-by": "components",
    "source": "components",
    "target": "components",
    "trained-by": "components",
    "used-by": "models",
    "written-by": "components",
}
"""The keys by which parts are named, and the section that holds what they name."""

PARTS = ("components", "features", "models", "datasets")
"""The sections whose ids are replaced; sources are named by the tags of figures."""

Names = Mapping[str, Mapping[str, str]]


def new_names(loaded: Loaded, seed: int) -> Names:
    """Call components c1, c2 …, models m1 …, in an order that means nothing."""
    assert loaded.design is not None, loaded.diagnostics
    return {section: _numbered(loaded, section, seed) for section in PARTS}


def _numbered(loaded: Loaded, section: str, seed: int) -> Mapping[str, str]:
    ids = list(getattr(loaded.design, section))
    numbers = random.Random(seed).sample(range(1, len(ids) + 1), len(ids))
    return {id: f"{section[0]}{n}" for id, n in zip(ids, numbers, strict=True)}


def renamed(loaded: Loaded, names: Names) -> Loaded:
    """Load a design in which every id is another, and every other text as it was."""
    root = opened(loaded)
    promises = {old: new for some in names.values() for old, new in some.items()}
    entries = {}
    for key, section in root.entries.items():
        changed = _references(section, names, is_flow=key == "flows")
        if key in PARTS:
            changed = _keys(changed, names[key])
        if key == "objectives" and changed.child("freshness"):
            fresh = _keys(changed.entries["freshness"], promises)
            changed = changed._replace(value={**changed.entries, "freshness": fresh})
        entries[key] = changed
    return load_tree(replace(loaded, text=""), closed(root._replace(value=entries)))


def _references(node: YamlNode, names: Names, *, is_flow: bool) -> YamlNode:
    """Replace ids where parts are named, all the way down."""
    if node.items:
        items = (_references(item, names, is_flow=is_flow) for item in node.items)
        return node._replace(value=tuple(items))
    if not node.entries:
        return node
    entries = {
        key: _replaced(child, names[REFERENCES[key]])
        if key in REFERENCES and not child.entries and (is_flow or key not in ENDS)
        else _references(child, names, is_flow=is_flow)
        for key, child in node.entries.items()
    }
    return node._replace(value=entries)


def _replaced(node: YamlNode, names: Mapping[str, str]) -> YamlNode:
    if node.items:
        return node._replace(value=tuple(_replaced(it, names) for it in node.items))
    new = names.get(node.text)
    return node._replace(value=new, text=new) if new else node


def _keys(node: YamlNode, names: Mapping[str, str]) -> YamlNode:
    entries = {names.get(key, key): child for key, child in node.entries.items()}
    places = {names.get(key, key): at for key, at in node.key_stretches.items()}
    return node._replace(value=entries, key_stretches=places)


def reordered(loaded: Loaded, seed: int) -> Loaded:
    """Load a design in which the keys of every mapping stand in another order."""
    assert loaded.root is not None
    order = random.Random(seed)
    return load_tree(replace(loaded, text=""), _shuffled(loaded.root, order.sample))


Sampling = Callable[[list[str], int], list[str]]


def _shuffled(node: YamlNode, sample: Sampling) -> YamlNode:
    if node.items:
        return node._replace(value=tuple(_shuffled(it, sample) for it in node.items))
    keys = sample(list(node.entries), len(node.entries))
    if not keys:
        return node
    return node._replace(value={k: _shuffled(node.entries[k], sample) for k in keys})
