"""Pages of large and of hostile designs: quiet, and nothing breaks out."""

from pathlib import Path

import pytest

import designkit as dk
from benchmarks.tiling import tiled
from tests.browsing import DESK, PHONE, Screen, Visiting
from tests.documents.page.pages import opened, page_text_of, show_everything
from tests.hostile import HOSTILE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


def test_three_hundred_components_are_quiet_and_can_be_selected(
    visit: Visiting, tmp_path: Path
) -> None:
    text = tiled((ROOT / "designs" / "fraud.yaml").read_text("utf-8"), 300)
    seen = opened(visit, page_text_of(dk.loads(text)), tmp_path, "view=full")
    names = []
    for id in ("score-1", "train-3"):
        card = f"section[data-view=full] [data-id={id}] a"
        seen.page.dispatch_event(card, "click")
        names.append(seen.page.inner_text(".side h2"))

    assert seen.faults == []
    assert names == ["Fraud scorer", "Trainer"]


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_texts_of_a_design_stay_texts(
    visit: Visiting, tmp_path: Path, screen: Screen
) -> None:
    seen = opened(visit, page_text_of(hostile()), tmp_path, "sel=app", screen)
    page = seen.page
    show_everything(page)

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
