"""The page makes figures anew as Python does, to the last digit that is shown."""

from collections.abc import Iterator, Mapping
from math import isclose
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest

from designkit.documents.page.formulas import script
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Gap, Result, reason
from designkit.estimates.graph.export import graph_of
from designkit.source.loader import Loaded
from tests.estimates.graph.moved import SHIPPED, moved, shipped_design
from tests.judgement.judging import NAMES
from tests.judgement.judging import loaded as judged
from tests.replayed import Mover
from tests.runtime import ROOT, answers_of_runtime, faults_of_types

SCRIPT = Path(__file__).with_name("evaluate.mjs")
SOURCE = ROOT / "templates" / "page" / "src" / "evaluate.ts"
LIKE = "quantities.alike:bytes_like"

Asked = tuple[Loaded, Mapping[str, object]]


def told(result: Result) -> Mapping[str, object]:
    """Return what a page shows of a figure."""
    if isinstance(result, Gap):
        return {"gap": reason(result)}
    names = ("text", "formula", "working", "value", "low", "high")
    return {name: getattr(result, name) for name in names}


def is_same(page: Mapping[str, Any], python: Mapping[str, Any]) -> bool:
    numbers = ("value", "low", "high")
    texts = [it for it in python if it not in numbers]
    near = (isclose(page.get(it, 0), python[it], rel_tol=1e-9) for it in numbers)
    is_text = all(page.get(it) == python[it] for it in texts)
    return is_text and ("gap" in python or all(near))


def differences(loaded: Loaded, page: list[Any]) -> Iterator[str]:
    """Give where the figures of a page are not those of an estimate."""
    assert loaded.design is not None
    known = {it.id: it for part in estimate(loaded.design).parts for it in part.results}
    found = dict(page)
    for id in {**found, **known}:
        python = told(known[id]) if id in known else {}
        if id not in known or id not in found or not is_same(found[id], python):
            yield f"{id}: {found.get(id)} is {python}"


def asked(loaded: Loaded, count: int) -> Iterator[tuple[Loaded, dict[str, object]]]:
    """Give a design with random settings, and what a page is asked then."""
    graph, random = graph_of(loaded), Random(loaded.file)
    mover = Mover(graph, random)
    yield loaded, {"graph": graph.json, "settings": {}}
    for _ in range(count):
        numbers = mover.numbers(12)
        if other := moved(loaded, mover.texts(numbers)):
            yield other, {"settings": numbers}


def replayed(designs: list[Loaded], count: int, here: Path) -> list[str]:
    questions = [it for loaded in designs for it in asked(loaded, count)]
    keys = {LIKE, *(key for it in designs for key in graph_of(it).functions)}
    answers = answers_of_runtime(
        SCRIPT, here, [it for _, it in questions], script(keys), SOURCE
    )
    pages = cast(list[list[Any]], answers)
    return [
        difference
        for (loaded, _), page in zip(questions, pages, strict=True)
        for difference in differences(loaded, page)
    ]


@pytest.mark.slow
def test_the_page_makes_the_figures_of_shipped_designs(tmp_path: Path) -> None:
    assert replayed([shipped_design(name) for name in SHIPPED], 50, tmp_path) == []


@pytest.mark.slow
def test_the_page_makes_the_figures_of_other_designs(tmp_path: Path) -> None:
    assert replayed([judged(name) for name in NAMES], 6, tmp_path) == []


@pytest.mark.slow
def test_types_are_sound() -> None:
    assert faults_of_types(SOURCE) == ""
