"""A component is not there."""

from collections.abc import Iterator
from dataclasses import replace

from designkit.faults.change import Change
from designkit.faults.draft import Draft
from designkit.faults.mistake import mistake
from designkit.source.node import Node, Path

NAMING = (
    "at",
    "built-by",
    "covers",
    "offline-by",
    "online-by",
    "served-by",
    "trained-by",
)
"""The keys by which components are named elsewhere."""


@mistake(together=1)
def component_left_out(draft: Draft) -> Iterator[Change]:
    """A part is missing, with all that names it."""
    for id, component in draft.design.components.items():
        flows = enumerate(draft.design.flows)
        joined = (("flows", number) for number, flow in flows if id in flow.ends)
        named = _named(draft.root, id, ())
        change = draft.left_out(("components", id), *joined, *named)
        what = f"{component.title} ({component.kind}) was left out with its flows"
        owners = draft.owners(("components", id))
        yield replace(change, what=what, before=component.title, owners=owners)


def _named(node: Node, id: str, path: Path) -> Iterator[Path]:
    """Give the paths at which `id` is named: alone, or among others in a list."""
    for key, child in node.entries.items():
        texts = [item.text for item in child.items]
        if key in NAMING and id in (child.text, *(texts if len(texts) == 1 else ())):
            yield (*path, key)
        elif key in NAMING:
            yield from ((*path, key, n) for n, text in enumerate(texts) if text == id)
        else:
            yield from _named(child, id, (*path, key))
    for index, item in enumerate(node.items):
        yield from _named(item, id, (*path, index))
