"""What an element of a design is called, whatever is written above or below it."""

from collections.abc import Iterator
from hashlib import sha256

from designkit.source.node import Path, YamlNode

FLOWS = "flows"


def identity(root: YamlNode | None, path: Path) -> str:
    """Name what `path` leads to by ids, never by a place in a list.

    A flow is ``flows.app->score:request``, another item of a list its `id`, or the hash
    of its text where it has none.
    """
    return ".".join(_steps(root, path))


def flow_name(source: str, target: str, carries: str | None) -> str:
    """Name a flow as `identity` does."""
    return f"{FLOWS}.{source}->{target}:{carries}"


def _steps(root: YamlNode | None, path: Path) -> Iterator[str]:
    node = root
    is_flow = len(path) > 2 and path[0] == FLOWS and isinstance(path[2], int)
    for place, step in enumerate(path):
        node = node.child(step) if node else None
        if is_flow and place in (0, 2):
            yield _flow(node) if place else FLOWS
        elif isinstance(step, int):
            yield _item(node) if node else str(step)
        elif not (is_flow and (place == 1 or "->" in step)):
            yield step


def _flow(node: YamlNode | None) -> str:
    """Return a flow as it is written, without spaces and options."""
    if node is None:
        return ""
    if node.kind == "scalar":
        return node.text.replace(" ", "")
    ends, given = next(iter(node.entries.items()), ("", node))
    carries = given if given.kind == "scalar" else given.child("carries")
    return f"{ends}:{carries.text if carries else None}".replace(" ", "")


def _item(node: YamlNode) -> str:
    id = node.child("id")
    return id.text if id and id.kind == "scalar" else _hash(node)


def _hash(node: YamlNode) -> str:
    return "#" + sha256(_text(node).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _text(node: YamlNode) -> str:
    if node.kind == "scalar":
        return node.text
    if isinstance(node.value, tuple):
        return "\n".join(map(_text, node.value))
    return "\n".join(f"{key}:{_text(child)}" for key, child in node.entries.items())
