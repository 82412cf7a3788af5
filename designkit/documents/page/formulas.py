"""The formulas of a page as its script: those that its figures need, and no others."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypedDict

from designkit.files import bundled

NAME = re.compile(r"(?<![\w$.\"])[A-Za-z_]\w*(?:\$\w+)+(?![\w$])")
"""What the table calls a function or a class: its module and its name."""


class Translated(TypedDict, total=False):
    """What the table says of a formula; see `docs/architecture.md`."""

    name: str
    js: str
    given: str
    needs: list[str]


@cache
def table() -> Mapping[str, Translated]:
    """Return all formulas by their keys, as JavaScript."""
    path = bundled("templates") / "page" / "formulas.json"
    found: Mapping[str, Translated] = json.loads(path.read_text("utf-8"))
    return found


def script(keys: Iterable[str]) -> str:
    """Return the script of the formulas under `keys`, with all that they need.

    It sets ``designkitFormulas``, a function of the runtime. That gives an object, in
    which what stands under a key makes, of an object of what is bound, the function
    itself. It takes one object of values by their names; what writes a number takes its
    values in their order.

    Raises:
        KeyError: there is no formula under a key.
    """
    asked = sorted(set(keys))
    known = [table()[key] for key in _needed(asked)]
    parts = [f"const {it['name']} = {it['js']};" for it in known if "js" in it]
    given = ",\n".join(f"{json.dumps(key)}: {table()[key]['given']}" for key in asked)
    body = _shortened("\n".join((*parts, f"return {{\n{given}\n}};")))
    return f"globalThis.designkitFormulas = (R) => {{\n{body}\n}};\n"


def _shortened(script: str) -> str:
    """Return `script` with short names: those of the table begin with their module."""
    found = dict.fromkeys(NAME.findall(script))
    short = {name: f"f{number}" for number, name in enumerate(found)}
    return NAME.sub(lambda match: short[match[0]], script)


def _needed(keys: Iterable[str]) -> tuple[str, ...]:
    """Return these keys and those of all that they need, in their order."""
    found, wanted = set[str](), [*keys]
    while wanted:
        key = wanted.pop()
        if key not in found:
            found.add(key)
            wanted += table()[key].get("needs", [])
    return tuple(sorted(found))
