"""The shipped designs: what each is about, read without loading it."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.source.inputs import shipped
from designkit.source.node import YamlNode
from designkit.source.reader import read


@dataclass(frozen=True, slots=True)
class ShippedDesign:
    """A design that comes with designkit: what it is called, and what it says first."""

    name: str
    title: str
    system: str
    summary: str


def shipped_designs() -> Iterator[ShippedDesign]:
    """Give the shipped designs, by name."""
    for name, path in shipped().items():
        root = read(path.read_text(encoding="utf-8")).root
        title, system, summary = (_text(root, k) for k in ("name", "system", "summary"))
        yield ShippedDesign(name, title, system, summary)


def _text(root: YamlNode | None, key: str) -> str:
    return str(node.value) if root and (node := root.child(key)) else ""
