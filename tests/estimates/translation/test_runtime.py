"""What the page takes from Python is what Python does: texts of numbers, arithmetic."""

import math
import operator
from collections.abc import Callable
from pathlib import Path
from statistics import NormalDist
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.runtime import answers_of_runtime, faults_of_types

T = TypeVar("T")
SCRIPT = Path(__file__).with_name("numbers.mjs")
SPECS = (".3g", ".4g", ".2g", "g", ",.0f", ".0f", ".2f", ".6f", "+,.1f", ".1%", ",.3g")
HARD = (
    *(0.0, -0.0, 0.5, 1.5, 2.5, -2.5, 0.125, 1.125, 1125.0, 112_500.0, 999.5, 9995.0),
    *(0.05, 0.15, 0.25, 0.35, 2.675, 1e-7, 1e-5, 0.0001, 0.00009995, 999_999.5, 1e16),
    *(1e15 + 0.5, 1e21, 1e22, 123_456_789_012_345_680.0, 1e300, 5e-324, -1e-9, 2.0**53),
    *(math.inf, -math.inf, math.nan, 1.7976931348623157e308),
)


ARITHMETIC: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("div", "nn", operator.truediv),
    ("mod", "nn", operator.mod),
    ("floordiv", "nn", operator.floordiv),
    ("pow", "pn", operator.pow),
    ("mathPow", "pn", math.pow),
    ("exp", "n", math.exp),
    ("exp2", "n", math.exp2),
    ("expm1", "n", math.expm1),
    ("log", "n", math.log),
    ("log2", "n", math.log2),
    ("log10", "n", math.log10),
    ("log1p", "n", math.log1p),
    ("sqrt", "n", math.sqrt),
    ("floor", "n", math.floor),
    ("ceil", "n", math.ceil),
    ("round", "n", round),
    ("int", "n", int),
    ("erfc", "n", math.erfc),
    ("lgamma", "p", math.lgamma),
    ("quantile", "s", NormalDist().inv_cdf),
    ("sum", "l", sum),
    ("fsum", "l", math.fsum),
    ("prod", "l", math.prod),
    ("least", "l", min),
    ("most", "l", max),
)
"""Functions of the runtime, what each takes, and what it stands for."""

TENS = st.integers(0, 11)
OF_ANY_SIZE = st.floats(allow_nan=False, allow_infinity=False)
SIZED = st.one_of(st.floats(-1e6, 1e6), st.integers(-40, 40).map(lambda it: it / 2))
TAKEN = {
    "n": st.one_of(SIZED, OF_ANY_SIZE),
    "p": st.floats(1e-6, 1e5),
    "s": st.one_of(st.floats(0, 1), st.floats(1e-300, 1e-3)),
    "l": st.lists(st.floats(-1e9, 1e9), max_size=9),
}


def drawn(strategy: st.SearchStrategy[T], count: int) -> list[T]:
    """Return so many examples, for one run of Node."""
    found = list[T]()

    @settings(max_examples=count, deadline=None, database=None, derandomize=True)
    @given(strategy)
    def kept(example: T) -> None:
        found.append(example)

    kept()
    return found


@pytest.mark.slow
def test_numbers_are_written_as_python_writes_them(tmp_path: Path) -> None:
    halves = st.builds(lambda of, by: of / 2**by, st.integers(-(10**7), 10**7), TENS)
    decimals = st.builds(round, st.floats(-1e4, 1e4), st.integers(0, 3))
    numbers = [*HARD, *drawn(st.one_of(st.floats(), halves, decimals), 5_000)]
    pairs = [(number, spec) for number in numbers for spec in SPECS]

    found = answers([("format", (number, spec)) for number, spec in pairs], tmp_path)

    wanted = [format(number, spec) for number, spec in pairs]
    assert [it for it in zip(pairs, wanted, found, strict=True) if it[1] != it[2]] == []


@pytest.mark.slow
def test_arithmetic_and_its_errors_are_those_of_python(tmp_path: Path) -> None:
    asked = [
        (name, given, function)
        for name, takes, function in ARITHMETIC
        for given in drawn(st.tuples(*(TAKEN[it] for it in takes)), 300)
    ]

    found = answers([(name, given) for name, given, _ in asked], tmp_path)

    wanted = [_result(function, given) for _, given, function in asked]
    assert [
        (name, given, python, page)
        for (name, given, _), python, page in zip(asked, wanted, found, strict=True)
        if not _is_same(python, page)
    ] == []


@pytest.mark.slow
def test_the_runtime_has_no_fault_of_types() -> None:
    assert faults_of_types() == ""


def answers(asked: list[tuple[str, tuple[object, ...]]], here: Path) -> list[object]:
    data = [(name, [_plain(it) for it in given]) for name, given in asked]
    return answers_of_runtime(SCRIPT, here, data)


def _plain(value: object) -> object:
    """Write what JSON lacks as a text."""
    if isinstance(value, float) and not math.isfinite(value):
        return {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")
    return value


def _result(function: Callable[..., object], given: tuple[object, ...]) -> object:
    try:
        return _plain(function(*given))
    except (ValueError, ZeroDivisionError, OverflowError) as error:
        return type(error).__name__.replace("StatisticsError", "ValueError")


def _is_same(python: object, page: object) -> bool:
    if isinstance(python, int | float) and isinstance(page, int | float):
        return math.isclose(python, page, rel_tol=1e-12, abs_tol=1e-15)
    return python == page
