"""How a value of each key is written, such as its author could mean.

A unit alone would mislead: a working day is no `100 ms`, and zones are no `30 M`. So
each key has a value in `examples.yaml`, which is a design, or in the entry of its kind.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path as FilePath

from designkit.catalog.kind import Attribute, Kind, Shape
from designkit.catalog.kinds import all_kinds, kind
from designkit.model.design import Design
from designkit.model.key_space import KeySpace
from designkit.quantities.units import EXAMPLES, Dimension
from designkit.source.keys import section_at
from designkit.source.node import Path, YamlNode
from designkit.source.parts import PARTS
from designkit.source.reader import read

FILE = FilePath(__file__).with_name("examples.yaml")
WIDEST = 76
"""Characters of a line of an example."""

MOST = 6
"""Keys of a section that is too long for a line."""

NEEDS_QUOTES = re.compile(r"""["'&*!|>%@`#\[{]|.*([,\[\]{}]|: | #)|\d\d:\d\d$|$""")


def example_of(section: str, key: str) -> str:
    """Return how the `key` of a section is written; nothing if no example is known.

    A section goes by the name of its model: Workload, Feature, Component, Flow.
    """
    return _by_section().get((section, key), "")


def attribute_example(kind: Kind, attribute: Attribute) -> str:
    """Return how an attribute of `kind` is written.

    It is what the kind shows, else what another kind shows of the same attribute,
    else any value of the right unit; of a text of any sort it is nothing.
    """
    own = _shown(kind).get(attribute.name)
    if own is not None:
        return in_one_line(own)
    if attribute.choices:
        first = attribute.choices[0]
        return f"[{first}]" if attribute.holds is Shape.LIST else first
    alike = _by_attribute().get((attribute.name, attribute.holds), "")
    held = attribute.holds
    return alike or (EXAMPLES[held] if isinstance(held, Dimension) else "")


def in_one_line(node: YamlNode) -> str:
    """Write a value in one line of YAML, as between braces."""
    if node.kind == "scalar":
        text = node.text or str(node.value)
        return f'"{text}"' if NEEDS_QUOTES.match(text) else text
    if node.kind == "sequence":
        return f"[{', '.join(map(in_one_line, node.items))}]"
    pairs = (f"{key}: {in_one_line(it)}" for key, it in node.entries.items())
    return f"{{{', '.join(pairs)}}}"


@cache
def _root() -> YamlNode:
    root = read(FILE.read_text(encoding="utf-8")).root
    if root is None:
        raise ValueError(f"{FILE.name} cannot be read")
    return root


def _shown(kind: Kind) -> Mapping[str, YamlNode]:
    """Return what a kind shows: among the examples, else in its entry."""
    given = read(kind.example).root if kind.example else None
    listed = _components().get(kind.name)
    return {**(given.entries if given else {}), **(listed.entries if listed else {})}


def _components() -> Mapping[str, YamlNode]:
    components = _root().child("components")
    return components.entries if components else {}


@cache
def _by_attribute() -> Mapping[tuple[str, Dimension | Shape], str]:
    found = dict[tuple[str, Dimension | Shape], str]()
    for one in all_kinds():
        shown = _shown(one)
        for item in one.attributes:
            if item.name in shown:
                text = in_one_line(shown[item.name])
                found.setdefault((item.name, item.holds), text)
    return found


@cache
def _by_section() -> Mapping[tuple[str, str], str]:
    found = dict[tuple[str, str], str]()
    for section, key, value in (*_walked(_root(), ()), *_apart()):
        found.setdefault((section, key), in_one_line(value))
    return found


def _walked(node: YamlNode, path: Path) -> Iterator[tuple[str, str, YamlNode]]:
    """Give the keys below `path` of which the models know the section."""
    section = section_at(Design, path)
    for key, value in node.entries.items():
        if section is not None:
            yield section.__name__, key, value
        if (*path, key) not in (("components",), ("flows",)):
            yield from _walked(value, (*path, key))
    for index, item in enumerate(node.items):
        yield from _walked(item, (*path, index))


def _apart() -> Iterator[tuple[str, str, YamlNode]]:
    """Give the keys of components, of flows and of what an attribute holds."""
    for flow in _mappings(_root().child("flows")):
        for key, value in flow.entries.items():
            yield "Flow", key, value
    for name, component in _components().items():
        of = kind(name)
        for key, value in component.entries.items():
            attribute = of.attribute(key) if of else None
            if attribute is None:
                yield "Component", key, value
            else:
                yield from _within(attribute, value)


def _mappings(node: YamlNode | None) -> Iterator[YamlNode]:
    """Give what each flow is written with, where that is more than a data type."""
    for group in node.entries.values() if node else ():
        for flow in group.items:
            yield from (it for it in flow.entries.values() if it.kind == "mapping")


def _within(
    attribute: Attribute, value: YamlNode
) -> Iterator[tuple[str, str, YamlNode]]:
    """Give the keys of what an attribute holds, if it holds a mapping."""
    holds = attribute.holds
    if holds is Shape.TABLES:
        for table in value.entries.values():
            yield from ((KeySpace.__name__, k, it) for k, it in table.entries.items())
    elif isinstance(holds, Shape) and holds in PARTS:
        yield from ((PARTS[holds].__name__, k, it) for k, it in value.entries.items())


def example_at(path: Path, section: str) -> str:
    """Return how the key at the end of `path` is written, which is in a section.

    A step ``*`` is an id, a name or a place in a list, as the examples have one.
    """
    node: YamlNode | None = _root()
    for step in path:
        node = _below(node, step)
    known = path[0] not in ("components", "flows")
    return in_one_line(node) if node and known else example_of(section, str(path[-1]))


def flow_of(data_type: str) -> str:
    """Return a flow that carries a data type, in its group; nothing if none does."""
    flows = _root().child("flows")
    for group, listed in flows.entries.items() if flows else ():
        for node in listed.items:
            for ends, said in node.entries.items():
                carried = said.child("carries") or said
                if data_type in carried.text.split(" / "):
                    return f"flows:\n  {group}:\n    - {ends}: {carried.text}"
    return ""


def stating(key: str) -> str:
    """Return the kind of a component of the examples that states `key`."""
    listed = _components().items()
    return next((name for name, it in listed if key in it.entries), "service")


def shown_at(path: Path, value: str) -> str:
    """Write `value` at `path` of a design, in the lines of YAML that lead to it.

    A step ``*`` is as the examples have it; a long value shows its first keys.
    """
    lines, indent, bullet = list[str](), "", ""
    node: YamlNode | None = _root()
    for step in path[:-1]:
        if node and step == "*" and node.kind == "sequence":
            bullet = "- "
        else:
            lines.append(f"{indent}{bullet}{_named(node, step)}:")
            indent, bullet = f"{indent}{'  ' if bullet else ''}  ", ""
        node = _below(node, step)
    return "\n".join((*lines, *_stated(f"{indent}{bullet}{path[-1]}:", value)))


def _below(node: YamlNode | None, step: str | int) -> YamlNode | None:
    if node and step == "*" and node.kind == "sequence":
        return node.child(0)
    return node.child(_named(node, step)) if node else None


def _named(node: YamlNode | None, step: str | int) -> str | int:
    return next(iter(node.entries), "some") if node and step == "*" else step


def _stated(start: str, value: str, most: int = MOST) -> Iterator[str]:
    """Write a value behind its key: in its line, else the first that it holds below."""
    line = f"{start} {value}"
    node = None if len(line) <= WIDEST else read(value).root
    if node is None or node.kind == "scalar":
        yield line
        return
    yield start
    indent = " " * (len(start) - len(start.lstrip(" -")) + 2)
    for key, inner in tuple(node.entries.items())[:most]:
        yield from _stated(f"{indent}{key}:", in_one_line(inner), max(2, most // 2))
    for item in node.items[: most // 2]:
        yield from _listed(f"{indent}- ", item)


def _listed(bullet: str, item: YamlNode) -> Iterator[str]:
    """Write an item of a list: in its line, else each of its keys in one."""
    if item.kind != "mapping":
        yield f"{bullet}{in_one_line(item)}"
    for index, (key, inner) in enumerate(item.entries.items()):
        yield from _stated(
            f"{' ' * len(bullet) if index else bullet}{key}:", in_one_line(inner)
        )
