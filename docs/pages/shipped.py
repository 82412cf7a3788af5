"""What the shipped designs say, for examples that come from a real design."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from designkit.model.component import Component
from designkit.model.design import Design
from designkit.source.inputs import shipped
from designkit.source.loader import load_file
from designkit.source.node import Plain

MOST = 60
"""Characters of an example that stands in a table."""

Steps = tuple[str, ...]
"""A path in a design; ``*`` stands for any id and for any place in a list."""


@dataclass(frozen=True)
class Shipped:
    """A shipped design: its name, what it is, and what its file says."""

    name: str
    design: Design
    plain: dict[str, Plain]

    @property
    def path(self) -> str:
        """The file, from the root of the project."""
        return f"designs/{self.name}.yaml"


@dataclass(frozen=True)
class Use:
    """A component of a shipped design, and what its file says of it."""

    shipped: Shipped
    component: Component
    plain: dict[str, Plain]


@cache
def designs() -> tuple[Shipped, ...]:
    """Return every shipped design."""
    return tuple(_load())


def uses(kind: str) -> tuple[Use, ...]:
    """Return every component of `kind` in the shipped designs."""
    return tuple(
        Use(each, component, _mapping(_mapping(each.plain["components"])[component.id]))
        for each in designs()
        for component in each.design.of_kind(kind)
    )


def example(path: Steps) -> str:
    """Return a short value that a shipped design has at `path`, as it is written."""
    for each in designs():
        for value in _values(each.plain, path):
            if text := in_short(untagged(value)):
                return text
    return ""


def untagged(value: Plain) -> Plain:
    """Return a figure without its tag, and anything else as it is."""
    if isinstance(value, dict) and "value" in value:
        return value["value"]
    return value


def in_short(value: Plain) -> str:
    """Return `value` in one short line of YAML; nothing if it is long or empty."""
    text = _in_one_line(value)
    return text if len(text) <= MOST else ""


def _load() -> Iterator[Shipped]:
    for name, path in shipped().items():
        loaded = load_file(path, f"designs/{path.name}")
        if loaded.design is None or loaded.root is None:
            raise SystemExit(f"designs/{path.name} does not load")
        yield Shipped(name, loaded.design, _mapping(loaded.root.plain()))


def _mapping(value: Plain) -> dict[str, Plain]:
    if not isinstance(value, dict):
        raise TypeError(f"a mapping was expected, not {value!r}")
    return value


def _values(value: Plain, path: Steps) -> Iterator[Plain]:
    if not path:
        yield value
    elif path[0] == "*":
        for item in _items(value):
            yield from _values(item, path[1:])
    elif isinstance(value, dict) and path[0] in value:
        yield from _values(value[path[0]], path[1:])


def _items(value: Plain) -> Iterable[Plain]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _in_one_line(value: Plain) -> str:
    if isinstance(value, dict):
        items = {key: _in_one_line(untagged(inner)) for key, inner in value.items()}
        texts = [f"{key}: {text}" for key, text in items.items()]
        return f"{{{', '.join(texts)}}}" if texts and all(items.values()) else ""
    if isinstance(value, list):
        texts = [_in_one_line(item) for item in value]
        return f"[{', '.join(texts)}]" if texts and all(texts) else ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else ""
