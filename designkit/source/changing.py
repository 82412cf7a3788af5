"""Changes the tree of a document, as if it had been written so in the first place."""

from collections.abc import Iterable

from designkit.source.node import Path, Stretch, YamlNode
from designkit.source.scalar import resolve


def with_value(root: YamlNode, path: Path, text: str) -> YamlNode:
    """Return `root` with `text` at `path`, as YAML reads it without quotes.

    Whatever stood there is replaced, and mappings that lack are made on the way. What
    is new has the place of the nearest thing above it.
    """
    return _put(root, path, text, root.written)


def _put(node: YamlNode | None, path: Path, text: str, place: Stretch) -> YamlNode:
    here = node.written if node else place
    if not path:
        return YamlNode("scalar", resolve(text), text, here)
    step, rest = path[0], path[1:]
    if node is not None and isinstance(node.value, tuple) and isinstance(step, int):
        items = (
            _put(item, rest, text, here) if number == step else item
            for number, item in enumerate(node.value)
        )
        return node._replace(value=tuple(items))
    entries = node.entries if node else {}
    child = _put(entries.get(str(step)), rest, text, here)
    keys = dict(node.key_stretches) if node else {}
    return YamlNode(
        "mapping",
        {**entries, str(step): child},
        "",
        here,
        node.used if node else None,
        {**keys, str(step): keys.get(str(step), here)},
    )


def without(root: YamlNode, paths: Iterable[Path]) -> YamlNode:
    """Return `root` without what stands at `paths`, which count before anything goes.

    A path that leads to nothing takes nothing away.
    """
    below: dict[str | int, list[Path]] = {}
    for path in paths:
        below.setdefault(path[0], []).append(path[1:])
    if isinstance(root.value, tuple):
        items = enumerate(root.value)
        kept = (_left(item, below.get(at, ())) for at, item in items)
        return root._replace(value=tuple(item for item in kept if item is not None))
    if not isinstance(root.value, dict):
        return root
    entries = {
        key: left
        for key, child in root.entries.items()
        if (left := _left(child, below.get(key, ()))) is not None
    }
    places = {key: at for key, at in root.key_stretches.items() if key in entries}
    return root._replace(value=entries, key_stretches=places)


def _left(node: YamlNode, rests: Iterable[Path]) -> YamlNode | None:
    """Return what is left of a node; nothing if it goes itself."""
    paths = tuple(rests)
    if () in paths:
        return None
    return without(node, paths) if paths else node
