from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from inline_snapshot import snapshot

from designkit.estimates.report import SweepReport
from designkit.pictures.drawing import Box, TextPart
from designkit.pictures.plots.page import MOST_PLOTS, PlacedPlot, PlotPage, page_of
from designkit.pictures.theme import FONTS
from designkit.quantities.measure import BIT_RATE, COUNT, FRACTION, LATENCY
from tests.hostile import every_hostile_text
from tests.swept import counts, sweep

LONG = "Fraud scorer of the second region: p99 of wait and work, calls spread at random"


def box(text: TextPart, dx: float = 0, dy: float = 0) -> Box:
    """What the letters of a text cover."""
    size = FONTS[text.style].size
    return Box(text.x + dx, text.y + dy - 0.75 * size, text.width, size)


def boxes(page: PlotPage, placed: PlacedPlot) -> list[Box]:
    return [box(text, placed.x, placed.y) for text in placed.chart.texts]


def outline(page: PlotPage, placed: PlacedPlot) -> Box:
    """What a plot may cover, texts and all."""
    above = placed.chart.headroom
    width = page.axis.right - page.axis.left
    return Box(placed.x + page.axis.left, placed.y - above, width, above + 180)


def faults(page: PlotPage) -> Iterator[str]:
    """Say what stands where it may not."""
    sheet = Box(0, 0, page.width, page.height)
    plots = [outline(page, placed) for placed in page.plots]
    for placed, around in zip(page.plots, plots, strict=True):
        inside = boxes(page, placed)
        if not all(around.contains(item) for item in inside):
            yield f"a text leaves {placed.chart.title}"
        if any(a.overlaps(b) for a, b in combinations(inside, 2)):
            yield f"texts overlap in {placed.chart.title}"
    around = [*plots, *map(box, page.texts)]
    if any(a.overlaps(b) for a, b in combinations(around, 2)):
        yield "plots and texts of the page overlap"
    if not all(sheet.contains(item) for item in around):
        yield "something leaves the page"


def places(page: PlotPage) -> list[tuple[float, float]]:
    return [(round(plot.x, 1), round(plot.y, 1)) for plot in page.plots]


@pytest.mark.parametrize("number", range(15))
def test_plots_have_their_places(number: int) -> None:
    page = page_of(counts(number))

    assert len(page.plots) == min(number, MOST_PLOTS)
    assert list(faults(page)) == []


def test_plots_stand_in_rows_of_three() -> None:
    assert places(page_of(counts(5))) == snapshot(
        [(46.5, 131.2), (462.5, 131.2), (878.5, 131.2), (46.5, 366.2), (462.5, 366.2)]
    )


def test_areas_of_a_row_are_at_one_height_whatever_their_titles() -> None:
    rows = [("Calls", (1, 2, 3), COUNT), (LONG, (1, 2, 3), COUNT)]
    page = page_of(sweep(*rows))

    assert len({y for _, y in places(page)}) == 1
    assert [len(plot.chart.texts) for plot in page.plots] == snapshot([8, 9])
    assert list(faults(page)) == []


def test_wide_numbers_and_many_values_leave_each_other_room() -> None:
    values = [f"{number * 11.1234:.6g} GB/s" for number in range(100)]
    rows = (
        ("Bits", [1e25 * number for number in range(100)], BIT_RATE),
        ("Part", [0.99999 + number / 1e8 for number in range(100)], FRACTION),
        ("Less", [number - 50.0 for number in range(100)], COUNT),
    )

    assert list(faults(page_of(sweep(*rows, values=values)))) == []


@every_hostile_text
def test_texts_keep_to_their_plots_and_plots_to_their_page(text: str) -> None:
    wanted = sweep(
        *((text, (1, 2, 3), COUNT) for _ in range(4)),
        values=(text, f"1{text}", f"2{text}"),
        name=text,
        path=text,
    )

    assert list(faults(page_of(wanted))) == []


def told(swept: SweepReport) -> list[str]:
    return [text.text for text in page_of(swept).texts]


def test_the_page_says_what_was_swept_and_how_much_reacts() -> None:
    assert told(counts(2)) == snapshot(
        ["Small", "What reacts to components.score.replicas, from 1 to 3: 2 figures"]
    )
    assert told(counts(13)) == snapshot(
        [
            "Small",
            "What reacts to components.score.replicas, from 1 to 3: the first 12 of 13 figures",
        ]
    )
    assert told(counts(0)) == snapshot(
        ["Small", "What reacts to components.score.replicas, from 1 to 3: 0 figures"]
    )
    assert page_of(counts(0)).description == "No figure reacts."


def test_what_only_some_plots_have_is_explained_below() -> None:
    rows = (
        ("Busy", ((0.2, 0.3, 0.4), 0.2, 0.1), FRACTION),
        ("Wait", (None, 0.02, 0.01), LATENCY),
        ("Answered", (0.999, 0.9995, 0.9999), FRACTION),
    )

    assert told(sweep(*rows))[2:] == snapshot(
        [
            "The line is for the middle of stated ranges, the band for all that they allow.",
            "Where there is no dot, the figure cannot be computed.",
            "A plot without a strong line at its foot does not begin at zero.",
        ]
    )
    assert list(faults(page_of(sweep(*rows)))) == []


def test_who_cannot_see_is_told_where_each_figure_begins_and_ends() -> None:
    rows = [("Busy", ((0.2, 0.3, 0.4), 0.2, 0.1), FRACTION)]
    rows += [("Wait", (None, 0.02, 0.01), LATENCY)]

    assert page_of(sweep(*rows)).description == snapshot(
        "Busy: 20%..40% at 1, 10% at 3. Wait: unknown at 1, 10 ms at 3."
    )


def test_a_line_has_a_hole_where_a_value_cannot_be_computed() -> None:
    row = ("Wait", (None, 1.0, 2.0, None, 3.0, None), COUNT)
    (placed,) = page_of(sweep(row, values=tuple("123456"))).plots

    assert [[mark.text for mark in run] for run in placed.chart.runs] == snapshot(
        [["2: 1", "3: 2"], ["5: 3"]]
    )


def test_equal_sweeps_are_equal_pages() -> None:
    assert page_of(counts(3)) == page_of(replace(counts(3), width=40))
