"""No picture gets worse than it is: counts of faults may fall and not rise."""

from dataclasses import replace
from itertools import count

import pytest
from inline_snapshot import snapshot

from benchmarks.pictured import ratchet
from benchmarks.pictured.comparing import by_graphviz, without_bends
from benchmarks.pictured.corpus import Drawn, few, rest
from benchmarks.pictured.judgements import (
    Picture,
    TooSlowError,
    judged,
    patience,
    pictures,
)
from benchmarks.pictured.random_designs import random_design
from benchmarks.pictured.ratchet import counts_of, risen
from benchmarks.pictured.table import table
from designkit.pictures.gates.gate import Gate, PictureFault
from designkit.pictures.gates.sizes import Sizes
from designkit.pictures.views import all_views
from designkit.source.loader import load_text
from tests.drawn import SMALL, drawn_views

RENEW = "python -m benchmarks.gates --only pictures --record writes the counts down"
FEW, REST = tuple(few()), tuple(rest())


@pytest.mark.parametrize("drawn", FEW, ids=lambda it: str(it.name))
def test_no_picture_of_few_designs_gets_worse(drawn: Drawn) -> None:
    assert list(risen(pictures([drawn]))) == [], RENEW


@pytest.mark.slow
@pytest.mark.parametrize("drawn", REST, ids=lambda it: str(it.name))
def test_no_picture_of_any_design_gets_worse(drawn: Drawn) -> None:
    assert list(risen(pictures([drawn]))) == [], RENEW


def test_what_is_recorded_is_what_is_drawn() -> None:
    names = {it.name for it in (*FEW, *REST)}

    assert {name.rsplit(" ", 1)[0] for name in ratchet.most()} == names


SIZES = Sizes(4, 3, 0.75, 1.0, 2, 1.1, 1, 2, 12.0, 1.5)
SEEN = Picture("shop", "full", {"jog": 2, "title": 0}, SIZES, ("text",))
SLOW = Picture("shop", "training", {})
ALLOWED = {"jog": 2, "crossings": 3, "tight": 1, "stubs": 2, "text over budget": 1}


def test_what_is_0_is_not_recorded() -> None:
    assert (counts_of(SEEN), counts_of(SLOW)) == (ALLOWED, None)


@pytest.mark.parametrize(
    ("allowed", "said"),
    [
        pytest.param(ALLOWED, [], id="as bad as it was"),
        pytest.param({**ALLOWED, "jog": 9, "slant": 1}, [], id="better"),
        pytest.param({**ALLOWED, "jog": 1}, ["shop full: jog 2, not 1"], id="worse"),
        pytest.param(
            {**ALLOWED, "crossings": 2}, ["shop full: crossings 3, not 2"], id="crossed"
        ),
        pytest.param(None, [], id="was too slow"),
    ],
)
def test_a_count_that_rises_is_said(
    allowed: dict[str, int] | None,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ratchet, "most", lambda: {"shop full": allowed})

    assert list(risen([SEEN])) == said


def test_a_picture_that_becomes_too_slow_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ratchet, "most", lambda: {"shop training": {}})

    assert list(risen([SLOW])) == ["shop training: too slow to draw"]


def test_a_new_picture_has_no_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ratchet, "most", dict)
    sound = replace(SEEN, counts={"jog": 0}, over=())

    assert list(risen([SEEN, sound])) == [
        "shop full: jog 2, not 0",
        "shop full: text over budget 1, not 0",
    ]


def test_a_table_has_a_row_a_picture_its_faults_and_totals() -> None:
    drawn = Drawn("small", load_text(SMALL))
    views = drawn_views(drawn.design)
    full = views["full"]
    spoilt = judged(drawn, replace(full, arrows=full.arrows[1:]))
    found = [judged(drawn, views["training"]), SLOW, replace(spoilt, over=("length",))]

    assert "\n".join(table(found, listed=True)) == snapshot("""\
picture                                    through border shared heads tails corner lab-wire lab-own lab-far lab-hit lab-none title jog slant detached undrawn gap dot foreign cards text-out off-page |   wires   cross cross/w  bend/w   bend^     len   tight    stub    text  aspect   hard
small training                                   .      .      .     .     .      .        .       .       .       .        .     .   .     .        .       .   .   .       .     .        .        . |       2       0     0.0     0.0       0     1.0       0       0    31.0    1.81      0
shop training                              no picture: it takes too long
small full                                       .      .      .     .     .      .        .       .       .       .        .     .   .     .        .       1   .   .       .     .        .        . |       5       0     0.0     0.6       2    1.2*       0       0    17.5    1.31      1
    undrawn   app -> gate: request
total of 2                                       .      .      .     .     .      .        .       .       .       .        .     .   .     .        .       1   .   .       .     .        .        . |       7       0                                       0       0                      1
1 without a fault, 1 over a budget, 1 too slow to draw\
""")


def test_of_curves_no_bend_is_counted() -> None:
    bent = PictureFault(Gate.JOG, "a -> b")
    judged_so = without_bends(
        replace(SEEN, faults=(bent,), over=("text", "most_bends"))
    )
    sizes = replace(SIZES, bends_each=0.0, most_bends=0)

    assert judged_so == Picture("shop", "full", {"title": 0}, sizes, ("text",))


def test_graphviz_draws_every_flow_of_a_design_that_is_judged() -> None:
    found = list(by_graphviz([Drawn("small", load_text(SMALL))]))

    assert [it.view for it in found] == [it.name for it in all_views()]
    assert [it.counts["undrawn"] for it in found] == [0] * len(found)


def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(TooSlowError), patience(1):
        sum(1 for _ in count())


def test_a_random_design_is_the_same_every_time_and_loads() -> None:
    text = random_design(20, seed=3)
    design = load_text(text).design

    assert text == random_design(20, seed=3) != random_design(20, seed=4)
    assert design is not None
    assert (len(design.components), len(design.flows)) == (20, 36)
