"""What a design says it does not have: ``rollback: none``.

There are three states: a value is there, it is said to be absent, or nothing is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.model.design import BY_ID
from designkit.source.node import Path, Plain, YamlNode

ABSENT = "none"


def is_absent(node: YamlNode) -> bool:
    """Whether a node says ``none``, or nothing."""
    return node.value is None or _says_none(node.plain())


@dataclass(frozen=True, slots=True)
class Blank:
    """A key that was taken out, because it says ``none`` or nothing."""

    path: Path
    says_none: bool


def take_blank(plain: Plain, path: Path = ()) -> Iterator[Blank]:
    """Take out the keys that say ``none`` or nothing, and give them.

    An id with nothing behind it stays: what it names must be described or left out.
    So does all of a tagged figure, which is one value.
    """
    if isinstance(plain, list):
        for index, item in enumerate(plain):
            yield from take_blank(item, (*path, index))
    if not isinstance(plain, dict) or "value" in plain:
        return
    named = len(path) == 1 and path[0] in BY_ID
    for key, value in tuple(plain.items()):
        if not named and (value is None or _says_none(value)):
            del plain[key]
            yield Blank((*path, key), value is not None)
        else:
            yield from take_blank(value, (*path, key))


def _says_none(value: Plain) -> bool:
    """Whether it is ``none``, or a list of nothing else."""
    return value == ABSENT or value == [ABSENT]
