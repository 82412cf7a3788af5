"""What lies outside of the translation is refused: with its place, and what it is."""

import pytest

from designkit.estimates.translation.refusal import UntranslatableError
from designkit.estimates.translation.table import entry, table
from tests.estimates.translation.sketched import Sketch, sketch

__all__ = ("sketch",)

HEAD = """import math
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache


"""
REFUSED = {
    "def f(a):\n    return a or 1": (8, "no translation where it is no truth: a"),
    "def f(a):\n    return print(a)": (8, "no translation: print(a)"),
    "def f(a):\n    return math.gamma(a)": (8, "no translation: math.gamma(a)"),
    "def f(a):\n    return sorted(a, key=1)": (8, "no parameter key"),
    "def f(a):\n    return max(a, key=abs)": (8, "no translation: max(a, key=abs)"),
    "def f(a):\n    return sum(a, 1)": (8, "no translation: sum(a, 1)"),
    "def f(a):\n    return round(a, 2)": (8, "no translation: round(a, 2)"),
    "def f(a):\n    return zip(a, a)": (8, "no translation: zip(a, a)"),
    "def f(a):\n    return [1] + a": (8, "no translation: [1] + a"),
    "def f(a):\n    return a == (1, 2)": (8, "no translation: (1, 2)"),
    "def f(a):\n    return a @ a": (8, "no translation: a @ a"),
    "def f(a):\n    return ~a": (8, "no translation: ~a"),
    "def f(a):\n    return f'{a!r}'": (8, "no translation: a"),
    "def f(a):\n    return a.replace('b')": (8, "no translation: a.replace('b')"),
    "def f(a):\n    return {b for b in a}": (8, "no translation: {b for b in a}"),
    "def f(a):\n    return [c for b in a for c in b]": (
        *(8, "several loops: [c for b in a for c in b]"),
    ),
    "def f(a):\n    return max(*a)": (8, "no translation: *a"),
    "def f(a):\n    return a(b=1)": (8, "only places here, no names: a(b=1)"),
    "def f(a):\n    return nowhere": (8, "nothing is called nowhere"),
    "def f(*a):\n    return a": (7, "no translation: *a"),
    "def f(a):\n    b = c = a\n    return b": (8, "no translation: b = c = a"),
    "def f(a):\n    first, *rest = a\n    return first": (8, "no variable: *rest"),
    "def f(a):\n    a.b = 1": (8, "no variable: a.b"),
    "def f(a):\n    for b in range(0, a, 2):\n        pass": (
        *(8, "no translation: for b in range(0, a, 2): pass"),
    ),
    "def f(a):\n    raise KeyError(a)": (8, "no translation: raise KeyError(a)"),
    "def f(a):\n    try:\n        return a\n    except KeyError:\n        return 1": (
        *(8, "no translation: try: return a except KeyError: return 1"),
    ),
    "def f(a):\n    with suppress(ValueError):\n        return a": (
        *(8, "no translation: with suppress(ValueError): return a"),
    ),
    "def f(a):\n    assert a": (8, "no translation: assert a"),
    "def f(a):\n    import json": (8, "no translation: import json"),
    "def f(a):\n    global b": (8, "no translation: global b"),
    "@cache\ndef f(a):\n    return a": (8, "no translation: @cache"),
    "class f:\n    pass": (7, "f is no class of data"),
    "class g:\n    pass\n\n@dataclass\nclass f(g):\n    pass": (
        *(11, "f is no class of data"),
    ),
    "@dataclass\nclass f:\n    a: list = field(default_factory=list)": (
        *(8, "the default of a"),
    ),
    "@dataclass\nclass f:\n    def items(self):\n        return 1": (
        *(9, "items is a method of dictionaries"),
    ),
    "@dataclass\nclass f:\n    @staticmethod\n    def g():\n        return 1": (
        *(9, "no translation: @staticmethod"),
    ),
    "def f(a):\n    return a\n\ndef f(a):\n    return a": (
        *(10, "2 functions are called f"),
    ),
}


@pytest.mark.parametrize("python", REFUSED)
def test_it_is_refused_with_its_line(python: str, sketch: Sketch) -> None:
    sketch(HEAD + python)

    with pytest.raises(UntranslatableError) as refused:
        entry("sketch:f")

    assert (refused.value.line, refused.value.what) == REFUSED[python]


def test_a_refusal_is_told_with_file_and_line() -> None:
    refused = UntranslatableError("designkit/a.py", 8, "no translation: print(a)")

    assert str(refused) == "designkit/a.py:8: no translation: print(a)"


def test_what_comes_from_outside_is_a_plain_value(sketch: Sketch) -> None:
    sketch("def made(plan):\n    return lambda a: plan.cost * a")

    with pytest.raises(UntranslatableError) as refused:
        table(["sketch:made.<locals>.<lambda>"], ())

    assert refused.value.what == "plan comes from outside, and is no plain value"


def test_a_function_from_outside_is_given_all_by_name(sketch: Sketch) -> None:
    sketch("def made(of):\n    return lambda a: of(a)")

    with pytest.raises(UntranslatableError) as refused:
        table(["sketch:made.<locals>.<lambda>"], ())

    assert refused.value.what == "of comes from outside: give it all by name"


def test_functions_without_a_name_are_one_in_a_function(sketch: Sketch) -> None:
    sketch("def made(a):\n    return (lambda b: b, lambda c: c)")

    with pytest.raises(UntranslatableError) as refused:
        table(["sketch:made.<locals>.<lambda>"], ())

    assert refused.value.what == "2 functions are called made.<locals>.<lambda>"


def test_a_default_is_a_value_of_the_module(sketch: Sketch) -> None:
    sketch("def made(name):\n    return lambda a, name=name: a")

    with pytest.raises(UntranslatableError) as refused:
        table(["sketch:made.<locals>.<lambda>"], ())

    assert refused.value.what == "nothing is called name"


def test_a_function_within_has_no_decorator_but_one(sketch: Sketch) -> None:
    sketch(
        f"{HEAD}def made(b):\n    @cache\n    def of(a):\n        return a\n    return of"
    )

    with pytest.raises(UntranslatableError) as refused:
        table(["sketch:made.<locals>.of"], ())

    assert refused.value.what == "no translation: @cache"
