"""Puts a value into the tree of a document, as if it had been written there."""

from designkit.source.node import Node, Path, Stretch
from designkit.source.scalar import resolve


def with_value(root: Node, path: Path, text: str) -> Node:
    """Return `root` with `text` at `path`, as YAML reads it without quotes.

    Whatever stood there is replaced, and mappings that lack are made on the way. What
    is new has the place of the nearest thing above it.
    """
    return _put(root, path, text, root.written)


def _put(node: Node | None, path: Path, text: str, place: Stretch) -> Node:
    here = node.written if node else place
    if not path:
        return Node("scalar", resolve(text), text, here)
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
    return Node(
        "mapping",
        {**entries, str(step): child},
        "",
        here,
        node.used if node else None,
        {**keys, str(step): keys.get(str(step), here)},
    )
