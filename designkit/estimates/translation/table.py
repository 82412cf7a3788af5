"""The table of formulas: what the page computes with, under the keys of Python."""

import ast
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from designkit.estimates.translation.classes import data_class
from designkit.estimates.translation.functions import function, given
from designkit.estimates.translation.given import formulas, texts
from designkit.estimates.translation.references import name_of
from designkit.estimates.translation.scope import NameScope, scope_of
from designkit.estimates.translation.sources import Definition, definition


@dataclass(frozen=True)
class Entry:
    """What stands under a key.

    `name` and `js` are how others call it, and what it is: empty for what stands in a
    function. `given` makes, of an object of what is bound, what a figure is given: a
    function of one object of values, or one of a number that writes it.
    """

    key: str
    name: str
    js: str
    given: str
    needs: tuple[str, ...]

    @property
    def data(self) -> dict[str, object]:
        """What the file says of it; what is empty is left out."""
        parts = {"name": self.name, "js": self.js, "given": self.given}
        known: dict[str, object] = {key: text for key, text in parts.items() if text}
        return known | ({"needs": [*self.needs]} if self.needs else {})


def text() -> str:
    """Return the file of all formulas, in the order of their keys.

    Raises:
        UntranslatableError: a formula is outside of what can be translated.
    """
    data = {entry.key: entry.data for entry in table(formulas(), texts())}
    lines = (f"{json.dumps(key)}: {_shown(value)}" for key, value in data.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def table(figures: Iterable[str], units: Iterable[str]) -> tuple[Entry, ...]:
    """Return the entries of these keys, and of all that they need, by their keys."""
    asked = dict.fromkeys(figures, True) | dict.fromkeys(units, False)
    found, wanted = dict[str, Entry](), [*asked]
    while wanted:
        key = wanted.pop()
        if key not in found:
            found[key] = entry(key, asked.get(key))
            wanted += found[key].needs
    names = Counter(it.name for it in found.values() if it.name)
    assert not names or max(names.values()) == 1, names  # two modules of one name
    return tuple(found[key] for key in sorted(found))


def entry(key: str, is_figure: bool | None = None) -> Entry:
    """Return the entry of a key: of a figure, of a text, or of what others need."""
    item = definition(key)
    scope = scope_of(item)
    name = "" if item.outer else name_of(key)
    js = _js(item, scope) if name else ""
    makes = "" if is_figure is None else given(item, scope, name, by_name=is_figure)
    return Entry(key, name, js, makes, tuple(sorted(scope.needs - {key})))


def _js(item: Definition, scope: NameScope) -> str:
    if isinstance(item.node, ast.ClassDef):
        return data_class(item, getattr(item.module, item.name), scope)
    return function(item, scope)
