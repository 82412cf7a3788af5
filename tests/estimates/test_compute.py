"""A figure is computed with its range, its formula and its working, or says why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Figure, FigureInput, Gap, Lack, called, derived
from designkit.quantities.measure import COUNT, RATE
from designkit.quantities.quantity import Origin

ENTRY = FigureEntry("load.places", "Places", COUNT, note="A note.", about="rank")


def known(name: str, low: float, high: float | None = None, **more: str) -> FigureInput:
    top = low if high is None else high
    middle = (low + top) / 2
    text = COUNT.shown(low, top)
    return FigureInput(name, name, middle, low, top, COUNT, text, Origin.STATED, **more)


def test_a_figure_is_told_in_words_and_in_numbers() -> None:
    rate, time = known("rate", 300), known("time", 2, place="components.rank.time")
    found = compute(
        ENTRY, "{rate} * {time}", lambda rate, time: rate * time, rate=rate, time=time
    )

    assert found == Figure(
        id="load.places",
        title="Places",
        value=600,
        low=600,
        high=600,
        unit=COUNT,
        formula="rate \u00d7 time",
        working="300 \u00d7 2 (assumed)",
        inputs=(rate, time),
        note="A note.",
        about="rank",
    )


def test_a_range_gives_the_least_and_the_most_whatever_the_formula_rises_with() -> None:
    found = compute(
        ENTRY,
        "{a} / {b}",
        lambda a, b: a / b,
        a=known("a", 10, 20),
        b=known("b", 2, 5),
    )

    assert isinstance(found, Figure)
    assert (found.low, found.high) == (2, 10)
    assert found.value == 15 / 3.5
    assert found.text == "2..10"


@given(
    st.lists(st.tuples(st.floats(1, 1e6), st.floats(0, 1e6)), min_size=7, max_size=12)
)
def test_many_ranges_give_the_same_ends_as_all_combinations_would(
    ends: list[tuple[float, float]],
) -> None:
    terms = {
        f"t{n}": known(f"t{n}", low, low + more) for n, (low, more) in enumerate(ends)
    }

    def formula(**values: float) -> float:
        falls = values.pop("t0")
        return sum(values.values()) / falls

    found = compute(ENTRY, "", formula, **terms)

    assert isinstance(found, Figure)
    rest = [term for name, term in terms.items() if name != "t0"]
    low = sum(term.low for term in rest) / terms["t0"].high
    high = sum(term.high for term in rest) / terms["t0"].low
    assert (found.low, found.high) == pytest.approx((low, high), rel=1e-9)


def test_what_is_lacking_is_said_once_and_handed_on() -> None:
    lack = Lack("workload.peak-factor", "Peak load over average load.")
    gap = compute(ENTRY, "{a}{b}", lambda a, b: a + b, a=lack, b=lack)
    next_one = compute(FigureEntry("x", "X", RATE), "{gap}", lambda gap: gap, gap=gap)

    assert gap == Gap("load.places", "Places", (lack,), "rank")
    assert next_one == Gap("x", "X", (lack,))


def test_numbers_that_give_nothing_are_told_with_the_reason() -> None:
    zero, one = known("zero", 0), known("one", 1)

    def refuses(one: float) -> float:
        raise ValueError("a share lies between 0 and 1")

    def overflows(one: float) -> float:
        return one * 1e308 * 10

    def divides(one: float, zero: float) -> float:
        return one / zero

    found = [
        compute(ENTRY, "{one}", refuses, one=one),
        compute(ENTRY, "{one}", overflows, one=one),
        compute(ENTRY, "{one}{zero}", divides, one=one, zero=zero),
    ]

    assert [gap.lacks[0] for gap in found if isinstance(gap, Gap)] == [
        Lack("", "a share lies between 0 and 1 (one 1)"),
        Lack("", "these numbers give no result (one 1)"),
        Lack("", "these numbers give no result (one 1, zero 0)"),
    ]


def test_a_figure_can_be_an_input_under_another_name() -> None:
    found = compute(ENTRY, "{a}", lambda a: a, a=known("a", 2))
    assert isinstance(found, Figure)

    assert derived(found).label == "places"
    assert derived(found).source == "derived"
    assert called(found, "seats") == derived(found, "seats")
    assert called(Lack("p", "m"), "seats") == Lack("p", "m")
