"""Small designs in which one thing is wrong, or looks wrong, and what is right of each.

A file of `small/` holds a design without its head, and what is right of it: the rules
that find something, those that are silent, how often or at which level one speaks, the
worst that is said of a promise, and figures in base units. A variant is the same design
with texts replaced.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from designkit.checks.checker import check
from designkit.checks.rules import all_rules
from designkit.diagnostics import Diagnostic
from designkit.source.loader import Loaded, load_text

HERE = Path(__file__).parent / "small"
HEAD = "designkit: 1\nname: Small\nsystem: generic\n"
KEYS = {"finds", "silent", "counts", "levels", "worst", "figures"}


@dataclass(frozen=True)
class Small:
    """A small design, and what is right of it."""

    name: str
    text: str
    right: Mapping[str, list | dict]

    @property
    def loaded(self) -> Loaded:
        """The design, with what is wrong with its text."""
        return load_text(self.text, "small.yaml")

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """What any rule says of it."""
        return _found(self.text)


def small_designs() -> Iterator[Small]:
    """Yield every small design, and each of its variants after it."""
    for path in sorted(HERE.glob("*.yaml")):
        said = yaml.safe_load(path.read_text("utf-8"))
        text = HEAD + said["design"]
        yield Small(path.stem, text, _right(said))
        for number, variant in enumerate(said.get("variants", ()), 1):
            changed = _changed(text, variant["change"])
            yield Small(f"{path.stem}-{number}", changed, _right(variant))


def _right(said: Mapping[str, list | dict]) -> Mapping[str, list | dict]:
    unknown = said.keys() - KEYS - {"right", "design", "variants", "change"}
    assert not unknown, unknown
    return {key: value for key, value in said.items() if key in KEYS}


def _changed(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@cache
def _found(text: str) -> tuple[Diagnostic, ...]:
    return check(load_text(text, "small.yaml"), all_rules()).diagnostics
