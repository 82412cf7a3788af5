"""Numbers with units: what they are worth, and what is none."""

from contextlib import suppress
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.quantities.quantity import (
    EXAMPLES,
    NAMES,
    Dimension,
    Origin,
    QuantityError,
    parse_quantity,
    units_of,
)
from designkit.text.look_alikes import as_it_looks


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        pytest.param("30M", Dimension.COUNT, 30e6, id="no space before the unit"),
        pytest.param("2 bn", Dimension.COUNT, 2e9, id="billions"),
        pytest.param("1,000", Dimension.COUNT, 1000, id="thousands in groups"),
        pytest.param("0.5 k", Dimension.COUNT, 500, id="half a thousand"),
        pytest.param("1e3", Dimension.COUNT, 1000, id="an exponent"),
        pytest.param("99.99 %", Dimension.FRACTION, 0.9999, id="a space before %"),
        pytest.param("-5%", Dimension.FRACTION, -0.05, id="a load that shrinks"),
        pytest.param("2 bp", Dimension.FRACTION, 0.0002, id="basis points"),
        pytest.param("-2%", Dimension.CHANGE, -0.02, id="a fall"),
        pytest.param("0.2 pp", Dimension.CHANGE, 0.002, id="percentage points"),
        pytest.param("1.5 min", Dimension.DURATION, 90, id="minutes"),
        pytest.param("2 w", Dimension.DURATION, 1_209_600, id="weeks"),
        pytest.param("15 months", Dimension.DURATION, 39_420_000, id="months"),
        pytest.param("1 month", Dimension.DURATION, 730 * 3_600, id="one month"),
        pytest.param("3 mo", Dimension.DURATION, 7_884_000, id="months in short"),
        pytest.param("2 years", Dimension.DURATION, 63_072_000, id="years"),
        pytest.param("15 months", Dimension.RETENTION, 39_420_000, id="kept so long"),
        pytest.param("5 µs", Dimension.DURATION, 5e-6, id="a Greek letter"),
        pytest.param("4 KiB", Dimension.BYTES, 4096, id="binary bytes"),
        pytest.param("86,400 k/day", Dimension.RATE, 1000, id="a rate by the day"),
        pytest.param("86.4 GB/day", Dimension.BYTE_RATE, 1e6, id="a data rate"),
        pytest.param("3 k USD", Dimension.MONEY, 3000, id="thousands of dollars"),
        pytest.param("15 Wh", Dimension.ENERGY, 54_000, id="a battery"),
        pytest.param("40 mJ", Dimension.ENERGY, 0.04, id="millijoules"),
        pytest.param("5 µJ", Dimension.ENERGY, 5e-6, id="a Greek letter of energy"),
        pytest.param("300 mW", Dimension.POWER, 0.3, id="milliwatts"),
        pytest.param("2 MW", Dimension.POWER, 2e6, id="megawatts"),
        pytest.param("3.6 k EUR/h", Dimension.MONEY_RATE, 1, id="euros by the hour"),
    ],
)
def test_a_text_is_read_in_the_base_unit(
    text: str, dimension: Dimension, value: float
) -> None:
    assert parse_quantity(text, dimension).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        pytest.param("50 M..80 M", (50e6, 80e6), id="both ends with a unit"),
        pytest.param("50..80 M", (50e6, 80e6), id="the unit of the second end"),
        pytest.param("900 k .. 1 M", (9e5, 1e6), id="two units"),
        pytest.param("7..7", (7, 7), id="no width"),
    ],
)
def test_a_range_has_two_ends(text: str, ends: tuple[float, float]) -> None:
    quantity = parse_quantity(text, Dimension.COUNT)

    assert (quantity.low, quantity.high) == ends


REFUSED = {
    Dimension.DURATION: (
        "",
        "nan",
        "inf",
        "5",
        "5 m",
        "5 sec",
        "3 hours",
        "5 M",
        "5 MS",
        "5 Months",
        "for ever",
        "5 parsecs",
        "-5 ms",
        "1e400 s",
        "5 ms..",
        "..5 ms",
        "1..2..3 s",
        "1...3 s",
        "9..5 s",
        "٣ ms",
        "5 ms 5",
        "1,00 s",
        "x" * 70,
    ),
    Dimension.RETENTION: ("always", "90", "1 y..for ever", "-for ever", "inf"),
    Dimension.COUNT: ("5 m", "3 million", "1e400", "30 %"),
    Dimension.BYTES: ("5 kb", "5 mb", "4"),
    Dimension.MONEY: ("5 $", "5", "5 USD..6 EUR"),
    Dimension.FRACTION: ("0.5", "5 percent"),
    Dimension.RATE: ("5 M", "5 qps"),
    Dimension.CHANGE: ("0.02", "0.2 points", "5 bp", "1%..2 pp"),
    Dimension.ENERGY: ("4,000 mAh", "15", "15 watts", "3 j", "-1 J", "5 mW"),
    Dimension.POWER: ("5 watts", "5", "5 mw", "5 J"),
}


def refusal(text: str, dimension: Dimension) -> str:
    with pytest.raises(QuantityError) as caught:
        parse_quantity(text, dimension)
    return str(caught.value).replace("; ", "\n    ")


def test_what_is_no_quantity_is_refused_with_a_way_out() -> None:
    said = [refusal(text, of) for of, texts in REFUSED.items() for text in texts]

    assert "\n".join(said) == snapshot("""\
'' is not a duration
    write it like 100 ms
'nan' is not a duration
    write it like 100 ms
'inf' is not a duration
    write it like 100 ms
'5' needs a unit
    a duration is written like 100 ms
'm' is not a unit of duration
    min is for minutes, M for millions
'sec' is not a unit of duration
    did you mean s?
'hours' is not a unit of duration
    did you mean h?
'M' is not a unit of duration
    use ns, us, µs, ms, s, min, h, d, w, mo, y, …
'MS' is not a unit of duration
    did you mean ms?
'Months' is not a unit of duration
    did you mean months?
'for ever' is not a duration
    write it like 100 ms
'parsecs' is not a unit of duration
    use ns, us, µs, ms, s, min, h, d, w, mo, y, …
'-5 ms' is negative
    a duration never is
'1e400 s' is too large
    check its exponent
'5 ms..' is no range
    a range has two ends: 5..8
'..5 ms' is no range
    a range has two ends: 5..8
'1..2..3 s' is no range
    a range has two ends: 5..8
'1...3 s' is no range
    a range has two ends: 5..8
the range '9..5 s' runs downwards
    swap its ends
'٣ ms' is not a duration
    write it like 100 ms
'ms 5' is not a unit of duration
    use ns, us, µs, ms, s, min, h, d, w, mo, y, …
'1,00 s' is not a duration
    write it like 100 ms
'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' is not a duration
    write it like 100 ms
'always' is not a retention time
    write it like 90 d
'90' needs a unit
    a retention time is written like 90 d
'for ever' is not a retention time
    write it like 90 d
'-for ever' is not a retention time
    write it like 90 d
'inf' is not a retention time
    write it like 90 d
'm' is not a unit of count
    min is for minutes, M for millions
'million' is not a unit of count
    did you mean M?
'1e400' is too large
    check its exponent
'%' is not a unit of count
    use k, M, bn, T
'kb' is not a unit of size
    did you mean kB?
'mb' is not a unit of size
    did you mean MB?
'4' needs a unit
    a size is written like 4 kB
'$' is not a unit of amount of money
    did you mean USD?
'5' needs a unit
    an amount of money is written like 5 USD
'5 USD..6 EUR' mixes USD and EUR
    use one
'0.5' needs a unit
    a fraction is written like 0.1%
'percent' is not a unit of fraction
    did you mean %?
'M' is not a unit of rate
    did you mean M/s?
'qps' is not a unit of rate
    did you mean /s?
'0.02' needs a unit
    a change is written like 2%
'points' is not a unit of change
    did you mean pp?
'bp' is not a unit of change
    use %, pp
'1%..2 pp' mixes % and pp
    use one
'mAh' is not a unit of energy
    use uJ, µJ, mJ, J, kJ, mWh, Wh, kWh
'15' needs a unit
    an energy is written like 15 Wh
'watts' is not a unit of energy
    use uJ, µJ, mJ, J, kJ, mWh, Wh, kWh
'j' is not a unit of energy
    did you mean J?
'-1 J' is negative
    an energy never is
'mW' is not a unit of energy
    use uJ, µJ, mJ, J, kJ, mWh, Wh, kWh
'watts' is not a unit of power
    did you mean W?
'5' needs a unit
    a power is written like 300 mW
'mw' is not a unit of power
    did you mean mW or MW?
'J' is not a unit of power
    use uW, µW, mW, W, kW, MW\
""")


@pytest.mark.parametrize("dimension", Dimension)
def test_the_example_of_each_dimension_is_one(dimension: Dimension) -> None:
    quantity = parse_quantity(EXAMPLES[dimension], dimension)

    assert (quantity.dimension, quantity.origin) == (dimension, Origin.STATED)
    assert NAMES[dimension].startswith(("a ", "an "))


def test_a_quantity_is_shown_as_it_was_written_without_extra_spaces() -> None:
    assert str(parse_quantity("  30   M ", Dimension.COUNT)) == "30 M"


@pytest.mark.parametrize("text", ["for ever", "forever", "  for  ever "])
def test_what_is_kept_for_ever_is_longer_than_anything(text: str) -> None:
    kept = parse_quantity(text, Dimension.RETENTION)

    assert (kept.low, kept.value, kept.high) == (inf, inf, inf)
    assert (kept.is_endless, kept.is_range, str(kept)) == (True, False, "for ever")
    assert parse_quantity(str(kept), Dimension.RETENTION) == kept
    assert not parse_quantity("100 y", Dimension.RETENTION).is_endless


def test_the_value_of_a_range_is_its_middle_even_for_very_large_ends() -> None:
    assert parse_quantity("1e308..1.5e308", Dimension.COUNT).value == 1.25e308


def numbers() -> st.SearchStrategy[str]:
    return st.floats(min_value=0, max_value=1e12).map(repr) | st.integers(0, 10**9).map(
        "{:,}".format
    )


@st.composite
def written(draw: st.DrawFn) -> tuple[str, Dimension]:
    dimension = draw(st.sampled_from(list(Dimension)))
    unit = draw(st.sampled_from(sorted(units_of(dimension))))
    space = draw(st.sampled_from(["", " ", "  "]))
    return f"{draw(numbers())}{space}{unit}", dimension


@given(written())
@settings(deadline=None, max_examples=150)
def test_what_is_shown_is_read_as_the_same_quantity(
    facts: tuple[str, Dimension],
) -> None:
    quantity = parse_quantity(*facts)

    assert parse_quantity(str(quantity), facts[1]) == quantity
    assert quantity.low == quantity.high >= 0


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, str, Dimension]:
    dimension = draw(st.sampled_from(list(Dimension)))
    unit = draw(st.sampled_from(sorted(units_of(dimension))))
    ends = sorted(
        draw(st.lists(st.integers(0, 10**9), min_size=2, max_size=2)),
    )
    return f"{ends[0]} {unit}", f"{ends[1]} {unit}", dimension


@given(ranges())
@settings(deadline=None, max_examples=100)
def test_the_ends_of_a_range_are_what_they_are_alone(
    facts: tuple[str, str, Dimension],
) -> None:
    low, high, dimension = facts
    both = parse_quantity(f"{low}..{high}", dimension)
    shorter = parse_quantity(f"{low.split()[0]}..{high}", dimension)

    assert both.low == parse_quantity(low, dimension).value
    assert both.high == parse_quantity(high, dimension).value
    assert (shorter.low, shorter.high) == (both.low, both.high)


@given(st.text(), st.sampled_from(list(Dimension)))
@settings(deadline=None, max_examples=200)
def test_any_text_is_a_quantity_or_refused(text: str, dimension: Dimension) -> None:
    with suppress(QuantityError):
        read = parse_quantity(text, dimension).text
        assert read in {" ".join(it.split()) for it in (text, as_it_looks(text))}


def test_a_number_begins_with_a_digit_so_that_two_dots_are_always_a_range():
    with pytest.raises(QuantityError, match="is not a count"):
        parse_quantity(".5 k", Dimension.COUNT)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [("7 EUR", 7, "EUR"), ("2 k", 2000, ""), ("-1", -1, "")],
)
def test_a_cost_has_a_currency_or_none(text: str, value: float, currency: str) -> None:
    quantity = parse_quantity(text, Dimension.COST)

    assert (quantity.value, quantity.currency) == (value, currency)


def test_a_range_of_costs_has_one_currency_or_none() -> None:
    with pytest.raises(QuantityError, match="mixes EUR and no currency; use one"):
        parse_quantity("3 EUR..5", Dimension.COST)
