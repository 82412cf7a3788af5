"""Pages of large and of hostile designs: quick, quiet, and nothing breaks out."""

from pathlib import Path
from statistics import median

import pytest

import designkit as dk
from benchmarks.tiling import tiled
from tests.browsing import DESK, PHONE, Screen, Visiting
from tests.documents.page.pages import opened, page_text_of
from tests.hostile import HOSTILE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
SELECT = """
async id => {
  const card = document.querySelector(`section:not([hidden]) [data-id="${id}"] a`);
  const start = performance.now();
  card.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
  await new Promise(done => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  return performance.now() - start;
}
"""
"""Selects a card, and returns the milliseconds until that is painted."""


def test_three_hundred_components_are_painted_at_once(
    visit: Visiting, tmp_path: Path
) -> None:
    text = tiled((ROOT / "designs" / "fraud.yaml").read_text("utf-8"), 300)
    seen = opened(visit, page_text_of(dk.loads(text)), tmp_path, "view=full")
    first = seen.page.evaluate("performance.getEntriesByType('paint')[0].startTime")
    ids = [
        f"{name}-{number}" for name in ("score", "log", "train") for number in (1, 3)
    ]
    times = [seen.page.evaluate(SELECT, id) for id in ids * 3]

    assert seen.faults == []
    assert first < 1000
    assert median(times) < 50


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_texts_of_a_design_stay_texts(
    visit: Visiting, tmp_path: Path, screen: Screen
) -> None:
    seen = opened(visit, page_text_of(hostile()), tmp_path, "sel=app", screen)
    page = seen.page
    for tab in page.query_selector_all(".tabs a"):
        tab.click()
    for side in page.query_selector_all(".sides button[data-side]"):
        side.click()

    assert (seen.faults, seen.requests) == ([], [])
    assert page.evaluate("document.querySelectorAll('img, iframe, base').length") == 0


def hostile() -> dk.Loaded:
    """Return a design in which every text is one that would break out."""
    lines = ["designkit: 1", "name: '</script><script>alert(1)</script> {{ 1 }}'"]
    lines += ["system: generic", "components:", "  app: {kind: client}"]
    loaded = None
    for number, (_, text) in enumerate(HOSTILE):
        quoted = f'"{_escaped(text)}"'
        one = f"  c{number}: {{kind: gateway, name: {quoted}, why: {quoted}}}"
        found = dk.loads("\n".join([*lines, one]))
        if found.design is not None:
            lines.append(one)
            loaded = found
    assert loaded is not None
    return loaded


def _escaped(text: str) -> str:
    return "".join(
        f"\\U{ord(letter):08x}" if not letter.isalnum() else letter for letter in text
    )
