"""A component is not there."""

from collections.abc import Iterator
from dataclasses import replace

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator
from designkit.source.node import Path, YamlNode

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


@mutation_operator(together=1)
def component_left_out(draft: Draft) -> Iterator[Mutation]:
    """A part is missing, with all that names it."""
    places: dict[str, list[Path]] = {}
    for name, path in _named(draft.root, ()):
        places.setdefault(name, []).append(path)
    for id, component in draft.design.components.items():
        flows = enumerate(draft.design.flows)
        joined = (("flows", number) for number, flow in flows if id in flow.ends)
        change = draft.left_out(("components", id), *joined, *places.get(id, ()))
        what = f"{component.title} ({component.kind}) was left out with its flows"
        owners = draft.owners(("components", id))
        yield replace(change, what=what, before=component.title, owners=owners)


def _named(node: YamlNode, path: Path) -> Iterator[tuple[str, Path]]:
    """Give what is named, with the place: alone, or among others in a list."""
    for key, child in node.entries.items():
        if key not in NAMING:
            yield from _named(child, (*path, key))
        elif len(child.items) > 1:
            yield from (
                (one.text, (*path, key, n)) for n, one in enumerate(child.items)
            )
        else:
            yield from ((one.text, (*path, key)) for one in child.items or (child,))
    for index, item in enumerate(node.items):
        yield from _named(item, (*path, index))
