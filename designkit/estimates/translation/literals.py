"""Values of Python as JavaScript: numbers with all their digits, texts, lists."""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass

from designkit.estimates.translation.library import NORMAL, is_normal

Reference = Callable[[object], str]
"""What writes a function or a class of the project, by its name in JavaScript."""


def literal(value: object, refer: Reference) -> str | None:
    """Return `value` as JavaScript writes it, if it is one that can be written."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, str):
        return quoted(str(value))
    if isinstance(value, tuple | list):
        return _all("[", [literal(item, refer) for item in value], "]")
    if isinstance(value, Mapping):
        return _all("{", [_pair(*item, refer) for item in value.items()], "}")
    if is_normal(value):
        return NORMAL
    return _made(value, refer)


def quoted(text: str) -> str:
    """Return a text in quotes, in a form that can stand in a script of a page."""
    return json.dumps(text, ensure_ascii=False).replace("<", "\\u003c")


def _number(value: float) -> str:
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return "NaN" if math.isnan(value) else repr(value).removesuffix(".0")


def _all(start: str, parts: list[str | None], end: str) -> str | None:
    known = [part for part in parts if part is not None]
    return f"{start}{', '.join(known)}{end}" if len(known) == len(parts) else None


def _pair(key: object, value: object, refer: Reference) -> str | None:
    written = literal(value, refer)
    return f"{quoted(str(key))}: {written}" if written is not None else None


def _made(value: object, refer: Reference) -> str | None:
    """Return how an object is made again: by the class and its fields."""
    if not is_dataclass(value) or isinstance(value, type):
        return refer(value) if callable(value) else None
    given = [literal(getattr(value, each.name), refer) for each in fields(value)]
    return _all(f"new {refer(type(value))}(", given, ")")
