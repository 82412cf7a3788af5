"""Numbers that are moved in a page: what it shows is what `estimate --set` computes."""

from pathlib import Path
from random import Random

import pytest

import designkit as dk
from designkit.estimates.graph.export import graph_of
from designkit.estimates.report import NOTHING
from tests.browsing import Visiting
from tests.documents.page.pages import DESIGNS, opened, page_of, place
from tests.replayed import Mover

pytestmark = pytest.mark.slow

SETTINGS = 50
"""Of each design, so that there are 200."""

MOVED = """
settings => {
  const words = new URLSearchParams({view: "document", side: "numbers"});
  for (const [path, text] of Object.entries(settings)) {
    words.append("set", `${path}=${text}`);
  }
  history.replaceState(null, "", `#${words}`);
  dispatchEvent(new PopStateEvent("popstate"));
  return Object.fromEntries([...document.querySelectorAll(".moved tbody tr")].map(
    row => [row.dataset.figure, row.lastChild.textContent]));
}
"""
"""Moves numbers by the address, and returns the figures that the page shows as moved."""


def computed(loaded: dk.Loaded, texts: dict[str, str]) -> dict[str, str]:
    """Return the figures that these changes move, as they are written."""
    report = dk.estimate(loaded, texts)
    shown = {
        move.id: (
            move.before.text if move.before else NOTHING,
            move.after.text if move.after else NOTHING,
        )
        for move in report.moves
    }
    return {id: after for id, (before, after) in shown.items() if before != after}


@pytest.mark.parametrize("name", DESIGNS)
def test_random_settings_show_what_python_computes(
    visit: Visiting, tmp_path: Path, name: str
) -> None:
    loaded = dk.load(name)
    mover = Mover(graph_of(loaded), Random(name))
    seen = opened(visit, page_of(name), tmp_path, "side=numbers")
    differences = []
    for _ in range(SETTINGS):
        texts = mover.texts(mover.numbers(6))
        try:
            expected = computed(loaded, texts)
        except dk.ChangeError:
            continue
        page = seen.page.evaluate(MOVED, texts)
        if page != expected:
            differences.append((texts, set(page.items()) ^ set(expected.items())))

    assert differences[:1] == []
    assert seen.faults == []


def test_a_slider_moves_figures_findings_and_cards(
    visit: Visiting, tmp_path: Path
) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "view=request-path").page
    page.click("[data-side=numbers]")
    slider = page.locator("[data-path='workload.requests-per-day']")
    slider.fill("1000")

    assert page.text_content("tr[data-figure='traffic.peak-qps'] b") == "13,889/s"
    assert page.locator("[data-code=DK605]").count() == 1
    assert page.locator("section[data-view=request-path] .over-limit").count() == 1
    assert place(page)["set"] == "workload.requests-per-day=300 M"
    patch = page.text_content(".patch pre") or ""
    assert "--set 'workload.requests-per-day=300 M'" in patch
    assert "+  requests-per-day: {value: 300 M, assumed" in patch

    page.click(".patch >> text=Reset")
    assert page.locator(".moved, .over-limit").count() == 0
    assert "set" not in place(page)


def test_a_number_is_typed_and_a_wrong_one_is_taken_back(
    visit: Visiting, tmp_path: Path
) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "side=numbers").page
    field = page.locator("[aria-label='requests per day, exactly']")
    field.fill("60")
    field.press("Enter")
    assert place(page)["set"] == "workload.requests-per-day=60 M"
    field.fill("")
    field.press("Tab")

    assert field.input_value() == "60"


def test_what_no_page_can_move_is_told(visit: Visiting, tmp_path: Path) -> None:
    hash = "side=numbers&set=workload.requests-per-day=much&set=nothing=1&set=x"
    seen = opened(visit, page_of("fraud"), tmp_path, hash)

    assert seen.faults == []
    assert seen.page.locator(".moved").count() == 0
