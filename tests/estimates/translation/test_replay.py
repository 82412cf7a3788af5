"""What the page computes and writes is what Python does, for all that designs ask."""

import ast
import math
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from designkit.documents.page import formulas as page
from designkit.estimates import formulas as formulas_room
from designkit.estimates.translation.given import formulas, modules
from designkit.estimates.translation.refusal import UntranslatableError
from designkit.estimates.translation.sources import definition, definitions
from designkit.estimates.translation.table import entry, table
from tests.estimates.translation.asked import (
    Answer,
    Question,
    at_random,
    keys_of,
    of_designs,
)
from tests.runtime import answers_of_runtime

SCRIPT = Path(__file__).with_name("replay.mjs")
CLOSE = 1e-12
LEAST = 1e-15
"""A difference of numbers near 1 is as near as this, and seldom nearer."""

EXACT = {"estimates.formulas.agents:all_of"}
"""Formulas of whole numbers larger than any that a page can hold."""


def written() -> Iterator[str]:
    """Give the keys of all formulas, those of no figure as well."""
    for module in modules():
        if module.__name__.startswith(formulas_room.__name__):
            for items in definitions(module).values():
                yield from (
                    it.key for it in items if not it.outer and "." not in it.name
                )


@pytest.mark.slow
def test_figures_of_designs_are_those_of_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = [*of_designs(monkeypatch, Random(15), 20)]

    assert len(questions) > 90_000
    assert differences(questions, tmp_path) == []


@pytest.mark.slow
def test_formulas_are_those_of_python_whoever_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = (
        it for it in written() if not isinstance(definition(it).node, ast.ClassDef)
    )
    keys = tuple(sorted({*formulas(), *plain} - EXACT))
    known = {entry.key: entry.data for entry in table(keys, ())}
    monkeypatch.setattr(page, "table", lambda: known)

    questions = [*at_random(keys, Random(15), 100)]

    assert len(questions) > 15_000
    assert differences(questions, tmp_path, LEAST) == []


@pytest.mark.parametrize("key", [key for key in written() if key not in EXACT])
def test_every_formula_can_be_translated(key: str) -> None:
    assert entry(key).js


@pytest.mark.parametrize("key", sorted(EXACT))
def test_exact_whole_numbers_cannot(key: str) -> None:
    with pytest.raises(UntranslatableError, match="no translation: comb"):
        entry(key)


def differences(
    questions: list[Question], here: Path, least: float = 0.0
) -> list[object]:
    data = [question.data for question in questions]
    script = page.script(key for it in data for key in keys_of(it))
    answers = answers_of_runtime(SCRIPT, here, data, script)
    return [
        {**told, "Python": question.answer(), "page": answer}
        for question, told, answer in zip(questions, data, answers, strict=True)
        if not is_same(question.answer(), answer, least)
    ][:5]


def is_same(python: Answer, page: object, least: float) -> bool:
    if isinstance(python, float) and isinstance(page, int | float):
        return math.isclose(python, page, rel_tol=CLOSE, abs_tol=least)
    return python == page
