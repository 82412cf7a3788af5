"""What formulas use of Python's library, and what stands for it in the page."""

import builtins
import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Stand:
    """What stands for a function in JavaScript, and its parameters in their order."""

    name: str
    parameters: tuple[str, ...] = ("x",)


NORMAL = "R.normal"
"""The standard normal distribution."""

FUNCTIONS: Mapping[object, Stand] = MappingProxyType(
    {
        abs: Stand("Math.abs"),
        divmod: Stand("R.divmod", ("a", "b")),
        enumerate: Stand("R.enumerate", ("iterable", "start")),
        int: Stand("R.int"),
        len: Stand("R.len"),
        list: Stand("R.list"),
        range: Stand("R.range", ("start", "stop")),
        round: Stand("R.round"),
        sorted: Stand("R.sorted", ("iterable", "reverse")),
        str: Stand("R.str"),
        sum: Stand("R.sum"),
        tuple: Stand("R.list"),
        math.ceil: Stand("R.ceil"),
        math.erfc: Stand("R.erfc"),
        math.exp: Stand("R.exp"),
        math.exp2: Stand("R.exp2"),
        math.expm1: Stand("R.expm1"),
        math.floor: Stand("R.floor"),
        math.fsum: Stand("R.fsum"),
        math.isclose: Stand("R.isclose", ("a", "b", "rel_tol", "abs_tol")),
        math.isfinite: Stand("Number.isFinite"),
        math.lgamma: Stand("R.lgamma"),
        math.log: Stand("R.log"),
        math.log10: Stand("R.log10"),
        math.log1p: Stand("R.log1p"),
        math.log2: Stand("R.log2"),
        math.pow: Stand("R.mathPow", ("x", "y")),
        math.prod: Stand("R.prod"),
        math.sqrt: Stand("R.sqrt"),
    }
)
"""What takes values in a fixed order, and gives what Python's function gives."""

EXTREMES: Mapping[object, tuple[str, str]] = MappingProxyType(
    {builtins.min: ("Math.min", "R.least"), builtins.max: ("Math.max", "R.most")}
)
"""What takes either several values or one list of them."""

METHODS: Mapping[str, str] = MappingProxyType(
    {
        "values": "Object.values({0})",
        "items": "Object.entries({0})",
        "keys": "Object.keys({0})",
        "append": "{0}.push({1})",
        "endswith": "{0}.endsWith({1})",
        "get": "R.get({0}, {all})",
        "join": "R.list({1}).join({0})",
        "removeprefix": "R.removePrefix({0}, {1})",
        "replace": "{0}.split({1}).join({2})",
        "rstrip": "R.rstrip({0}, {1})",
        "startswith": "{0}.startsWith({1})",
    }
)
"""Methods of texts and dictionaries: the object is 0, what it is given 1 and so on."""

LISTS = ("R.list(", "R.range(", "R.enumerate(", "R.zip(", "R.sorted(", "Object.", "[")
"""How an expression begins that gives a list."""

TRUTHS = (all, any, bool, math.isfinite)
"""What gives true or false."""


def is_normal(value: object) -> bool:
    """Whether a value is the standard normal distribution."""
    return isinstance(value, NormalDist) and value == NormalDist()
