"""What figures are computed from in designs, as questions to Python and to the page."""

import inspect
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

import designkit as dk
from designkit.estimates import compute as computing
from designkit.estimates.figure import Figure, FigureInput
from designkit.estimates.translation.references import key_of
from designkit.estimates.translation.sources import definition
from designkit.source.inputs import shipped
from designkit.source.starter import started

JUDGED = Path(__file__).parents[2] / "judgement" / "designs"
SPREAD = "spread" if hasattr(computing, "spread") else "_spread"
"""How `compute` calls what it gives a function and its inputs to."""

Answer = float | str | None
"""A number, a text, or None where the numbers give no result."""


@dataclass(frozen=True)
class Question:
    """A function, what it is bound to, and what it is given: named terms, or a number."""

    function: Callable[..., float | str]
    given: Mapping[str, float] | float

    @property
    def data(self) -> dict[str, object]:
        terms = isinstance(self.given, Mapping)
        return {**told(self.function), "terms" if terms else "value": self.given}

    def answer(self) -> Answer:
        """Return what Python says; a refusal with the words that `compute` tells."""
        try:
            return _known(self._result())
        except ValueError as error:
            is_plain = not str(error).startswith("math")
            return f"refused: {error}" if is_plain else None
        except (ZeroDivisionError, OverflowError):
            return None

    def _result(self) -> float | str:
        if isinstance(self.given, Mapping):
            return float(self.function(**self.given))
        return self.function(self.given)


def told(function: Callable[..., object]) -> dict[str, object]:
    """Return a function as a page is told it: its key, and what it is bound to."""
    plain = inspect.unwrap(function)
    names, cells = plain.__code__.co_freevars, plain.__closure__ or ()
    bound = {
        name: _told(it.cell_contents) for name, it in zip(names, cells, strict=True)
    }
    return {"function": key_of(function), "bound": bound}


def keys_of(data: object) -> Iterator[str]:
    """Give the keys of all functions in what a page is told."""
    if isinstance(data, Mapping):
        if isinstance(key := data.get("function"), str):
            yield key
        for it in data.values():
            yield from keys_of(it)


def estimates() -> Iterator[dk.Estimate]:
    """Give the numbers of the shipped designs, of those of other systems, of starters."""
    files = sorted({*shipped().values(), *JUDGED.glob("*.yaml")})
    for path in files:
        if not path.name.endswith(".expected.yaml"):
            yield dk.estimate(dk.load(path))
    for system in dk.SYSTEMS:
        yield dk.estimate(dk.loads(started(system.name)))


def of_designs(
    monkeypatch: pytest.MonkeyPatch, random: Random, times: int
) -> Iterator[Question]:
    """Give every call of every formula, with its own numbers and others around them."""
    calls, figures = list[Question](), list[Figure]()
    spread = getattr(computing, SPREAD)

    def recording(
        function: Callable[..., float], inputs: Mapping[str, FigureInput]
    ) -> tuple[float, float, float]:
        calls.append(Question(function, {n: it.value for n, it in inputs.items()}))
        return spread(function, inputs)

    monkeypatch.setattr(computing, SPREAD, recording)
    for estimate in estimates():
        figures += estimate.figures
    for question in calls:
        yield from _around(question, random, times)
    for figure in figures:
        yield from _around(Question(figure.unit.show, figure.value), random, times)


def at_random(keys: tuple[str, ...], random: Random, times: int) -> Iterator[Question]:
    """Ask each function of which all terms have names, and that nothing is bound to."""
    for key in keys:
        function = _plain(key)
        if function:
            names = inspect.signature(function).parameters
            for _ in range(times):
                yield Question(function, {it: _number(random) for it in names})


def _plain(key: str) -> Callable[..., float] | None:
    item = definition(key)
    found = getattr(item.module, item.name, None)
    if found is None:
        return None
    known = inspect.signature(found)
    is_plain = known.return_annotation in (float, int) and all(
        it.annotation is float and it.kind is not it.VAR_KEYWORD
        for it in known.parameters.values()
    )
    return found if is_plain else None


def _number(random: Random) -> float:
    """Return a share, a count, or a number of any size."""
    sort = random.randrange(4)
    if sort == 0:
        return random.random()
    if sort == 1:
        return float(random.randrange(12))
    return 10 ** random.uniform(-4, 6 if sort == 2 else 14)


def _around(question: Question, random: Random, times: int) -> Iterator[Question]:
    yield question
    for _ in range(times):
        given = question.given
        if isinstance(given, Mapping):
            moved = {name: it * _factor(random) for name, it in given.items()}
            yield Question(question.function, moved)
        else:
            yield Question(question.function, given * _factor(random))


def _factor(random: Random) -> float:
    return 10 ** random.uniform(-1, 1)


def _known(found: float | str) -> Answer:
    return found if isinstance(found, str) or math.isfinite(found) else None


def _told(value: object) -> object:
    if callable(value):
        return told(value)
    if isinstance(value, tuple | list):
        return [_told(item) for item in value]
    assert value is None or isinstance(value, bool | int | float | str), value
    return value
