"""A report of numbers shows itself as a table in a notebook."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from inline_snapshot import snapshot

from designkit.estimates.figure import reason
from designkit.estimates.report import NOTHING, EstimateReport, shown_change
from designkit.estimates.reporting import (
    EstimateOptions,
    report_estimate,
    report_sweep,
)
from tests.computed import loaded
from tests.hostile import every_hostile_text

SMALL = loaded("""
    workload: {requests-per-day: 30 M, peak-factor: 4}
    components: {app: {kind: client}}
""")
LOAD = "workload.requests-per-day"


def report(*changes: str) -> EstimateReport:
    return report_estimate(SMALL, EstimateOptions(changes))


def rows(table: str) -> list[list[str | None]]:
    root = ET.fromstring(table)
    return [[cell.text for cell in row] for row in root.iter("tr")]


def test_the_figures_are_at_hand() -> None:
    found = report()
    peak = found.get("traffic.peak-qps")

    assert peak in found.figures
    assert peak
    assert peak.text == "1,389/s"
    assert found.get("nothing") is None


def test_a_table_has_every_figure_and_what_the_others_need() -> None:
    found = report()
    gaps = found.estimate.gaps

    assert gaps
    assert rows(found._repr_html_()) == [
        ["Figure", "Value", "Working"],
        *([it.title, it.text, it.working] for it in found.figures),
        *([gap.title, NOTHING, reason(gap)] for gap in gaps),
    ]


def test_a_table_of_a_change_has_what_it_moved() -> None:
    assert rows(report(f"{LOAD}=60M")._repr_html_()) == snapshot(
        [
            ["Figure", "Before", "After", "Change"],
            ["Requests a second, on average", "347/s", "694/s", "+100%"],
            ["Requests a second at peak", "1,389/s", "2,778/s", "+100%"],
        ]
    )


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (None, ""),
        (0.042, "+4.2%"),
        (-0.5, "-50%"),
        (9, "+900%"),
        (999_999, "+99,999,900%"),
        (2.16e32, "+2.16e+34%"),
    ],
)
def test_a_change_is_written_in_per_cent(change: float | None, text: str) -> None:
    assert shown_change(change) == text


def test_a_table_of_a_sweep_has_a_column_for_each_step() -> None:
    found = report_sweep(SMALL, LOAD, "10M..30M:3")

    assert rows(found._repr_html_()) == snapshot(
        [
            ["Figure", "10 M", "20 M", "30 M"],
            ["Requests a second, on average", "116/s", "231/s", "347/s"],
            ["Requests a second at peak", "463/s", "926/s", "1,389/s"],
        ]
    )


@every_hostile_text
def test_no_name_is_markup(text: str) -> None:
    table = ET.fromstring(replace(report(), name=text)._repr_html_())

    assert [child.tag for child in table] == ["caption", "thead", "tbody"]
    assert len(table[0]) == 0
