"""Tests of figures of the slowest way: their terms, their words, what guards them."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from designkit.estimates.choosing import criterion
from designkit.estimates.compute import FigureEntry
from designkit.estimates.figure import Along, Figure, FigureInput, Gap, Lack, Term
from designkit.estimates.slowest_way import likely_p99, on_slowest, total
from designkit.model.critical_path import PathSteps
from designkit.quantities.measure import LATENCY
from designkit.quantities.quantity import Origin

ENTRY = FigureEntry("sum", "Sum", LATENCY)
NO_WAY = Lack("", "there is no way")


def time(seconds: float, label: str) -> FigureInput:
    text = LATENCY.show(seconds)
    ends = (seconds, seconds, seconds)
    return FigureInput(label, label, *ends, LATENCY, text, Origin.STATED)


def hops(id: str) -> Mapping[str, Term]:
    known = {"gate": 0.005, "score": 0.02}
    return {"p99": time(known[id], id)} if id in known else {}


def refuse(busy: float) -> float:
    raise ValueError(f"{busy:.0%} busy")


ALONG = Along(
    hops=hops,
    time=lambda id: hops(id)["p99"],
    steps=PathSteps,
    none=lambda: {"none": NO_WAY},
    piece="{p99}",
)


def test_the_hops_of_a_way_are_terms_by_their_numbers() -> None:
    found = on_slowest(ENTRY, ("app", "gate", "score"), ALONG, total)
    assert isinstance(found, Figure)
    assert (found.working, found.formula) == ("5 ms + 20 ms", "gate + score")
    assert found.recipe
    assert (found.text, [*found.recipe.terms]) == ("25 ms", ["p99_1", "p99_2"])
    assert found.along is ALONG


def test_a_formula_has_a_piece_for_each_hop() -> None:
    along = replace(ALONG, piece="({p99})", between=", ", before="slowest of ")
    found = on_slowest(ENTRY, ("gate", "score"), along, total)
    assert isinstance(found, Figure)
    assert found.formula == "slowest of (gate), (score)"


def test_without_a_way_it_is_told_what_lacks() -> None:
    assert on_slowest(ENTRY, (), ALONG, total) == Gap("sum", "Sum", (NO_WAY,))


@pytest.mark.parametrize(
    ("way", "is_refused"), [(("score",), True), (("gate",), False)]
)
def test_what_guards_a_hop_guards_the_figure(
    way: tuple[str, ...], is_refused: bool
) -> None:
    guards = {"score": criterion(refuse, busy=time(1.5, "busy"))}
    found = on_slowest(ENTRY, way, replace(ALONG, guards=guards), total)
    refused = Gap("sum", "Sum", (Lack("", "150% busy"),))
    assert (found == refused) is is_refused


def test_the_p99_of_one_hop_is_its_own() -> None:
    assert likely_p99(p50_0=0.008, p99_0=0.02) == pytest.approx(0.02)
