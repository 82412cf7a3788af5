"""An open page follows its design: edit, error, mend, and the end of the preview."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from designkit.documents.preview.running import preview
from tests.browsing import DESK, PHONE, Screen, Visit, Visiting
from tests.previewed import BROKEN, SKETCH, Running, running

pytestmark = pytest.mark.slow

PLACE = "#view=full&sel=gate"
SOON = 5_000
"""Milliseconds until a change has to show on any machine."""


def sees(visit: Visit, text: str) -> None:
    visit.page.get_by_text(text).first.wait_for(timeout=SOON)


def selected(visit: Visit) -> str:
    return visit.page.inner_text(".side h2")


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_an_edit_an_error_and_its_mend_show_where_the_reader_was(
    visit: Visiting, live: Running, design: Path, screen: Screen
) -> None:
    seen = visit(live.address + PLACE, screen)

    design.write_text(SKETCH.replace("name: Sketch", "name: Edited"))
    sees(seen, "Edited")
    after_edit = selected(seen), urlsplit(seen.page.url).fragment

    design.write_text(BROKEN)
    sees(seen, "unknown kind 'gatway'")
    told, address = seen.page.inner_text("pre"), seen.page.url

    design.write_text(SKETCH.replace("name: Sketch", "name: Mended"))
    sees(seen, "Mended")
    after_mend = selected(seen), urlsplit(seen.page.url).fragment

    assert after_edit == after_mend == ("Gate", PLACE.removeprefix("#"))
    assert "sketch.yaml:6:16" in told
    assert "^^^^^^" in told
    assert address.endswith(PLACE)
    assert seen.faults == []
    assert {urlsplit(it).netloc for it in seen.requests} == {
        urlsplit(live.address).netloc
    }


def test_a_page_says_that_the_preview_has_ended_and_comes_back(
    visit: Visiting, design: Path
) -> None:
    with running(design) as live:
        seen = visit(live.address + PLACE)
        sees(seen, "Sketch")
        seen.page.wait_for_timeout(300)
    sees(seen, "The preview has ended.")

    design.write_text(SKETCH.replace("name: Sketch", "name: Later"))
    with preview([str(design)], live.port, print):
        sees(seen, "Later")
        assert seen.page.get_by_text("The preview has ended.").count() == 0
        assert seen.page.url.endswith(PLACE)


def test_a_hidden_page_leaves_its_connection_to_others(
    visit: Visiting, live: Running
) -> None:
    pages = [visit(live.address) for _ in range(3)]
    context = pages[0].page.context
    for _ in range(7):
        page = context.new_page()
        page.goto(live.address)
        page.evaluate(
            "Object.defineProperty(document, 'hidden', {value: true});"
            "document.dispatchEvent(new Event('visibilitychange'))"
        )

    assert page.title() == "Sketch"


def test_an_index_follows_the_designs_of_its_directory(
    visit: Visiting, design: Path
) -> None:
    with running(design.parent) as live:
        seen = visit(live.address)
        (design.parent / "another.yaml").write_text(SKETCH)
        sees(seen, "another.yaml")
        seen.page.get_by_text("another.yaml").click()
        sees(seen, "Sketch")

        assert seen.faults == []


def test_no_page_of_another_site_reads_a_design(visit: Visiting, live: Running) -> None:
    seen = visit("<!doctype html><title>Evil</title>")
    ask = "url => fetch(url).then(it => it.text(), () => 'refused')"
    follow = (
        "url => new Promise(done => { const it = new EventSource(url);"
        "it.onopen = () => done('told'); it.onerror = () => done('refused'); })"
    )

    news = live.address.replace("/sketch/", "/-/events/sketch")
    assert seen.page.evaluate(ask, live.address) == "refused"
    assert seen.page.evaluate(follow, news) == "refused"
