"""The page in a browser: everything that can be done with it, on a desk and a phone."""

from pathlib import Path

import pytest

from tests.browsing import DESK, PHONE, Screen, Visiting
from tests.documents.page.pages import (
    DESIGNS,
    opened,
    page_of,
    place,
    show_everything,
    violations,
)

pytestmark = pytest.mark.slow

screens = pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
designs = pytest.mark.parametrize("name", DESIGNS)
LIT = "section[data-view={view}] .lit[data-kind]"


@designs
@screens
def test_every_view_is_quiet_and_asks_for_nothing(
    visit: Visiting, tmp_path: Path, name: str, screen: Screen
) -> None:
    seen = opened(visit, page_of(name), tmp_path, screen=screen)
    page = seen.page
    show_everything(page)

    assert (seen.faults, seen.requests) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@designs
@screens
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(
    visit: Visiting, tmp_path: Path, name: str, screen: Screen, colours: str
) -> None:
    first = next(iter(("score", "ranker", "gateway")))
    shown = Screen(screen.width, screen.height, screen.is_touched, colours)
    seen = opened(visit, page_of(name), tmp_path, f"sel={first}", shown)
    found = violations(seen.page)
    for view in ("request-path", "full", "document"):
        seen.page.evaluate(f"location.hash = 'view={view}&overlay=owner'")
        found += violations(seen.page)

    assert found == []


def test_a_click_selects_and_the_back_button_goes_back(
    visit: Visiting, tmp_path: Path
) -> None:
    page = opened(visit, page_of("fraud"), tmp_path).page
    page.click("section[data-view=overview] [data-id=score]")

    assert page.text_content(".side h2") == "Fraud scorer"
    assert place(page) == {"view": "overview", "sel": "score"}
    assert page.locator(LIT.format(view="overview")).count() == 7

    page.keyboard.press("5")
    assert place(page) == {"view": "full", "sel": "score"}
    page.go_back()
    page.go_back()

    assert page.locator(".view:visible .lit").count() == 0
    assert "Select a card" in (page.text_content(".side") or "")


def test_a_second_card_shows_the_ways_between(visit: Visiting, tmp_path: Path) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "view=full&sel=log").page
    page.click("section[data-view=full] [data-id=velocity]", modifiers=["Shift"])

    assert place(page) == {"view": "full", "sel": "log", "to": "velocity"}
    ids = page.eval_on_selector_all(
        LIT.format(view="full"), "found => found.map(it => it.dataset.id)"
    )
    assert {"log", "velocity", "lake"} <= set(ids)
    assert "holdout" not in ids


def test_upstream_and_downstream(visit: Visiting, tmp_path: Path) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "view=full&sel=train").page
    around = page.locator(LIT.format(view="full")).count()
    page.click(".side >> text=Upstream")
    above = page.locator(LIT.format(view="full")).count()

    assert place(page)["way"] == "up"
    assert above > around


def test_search_flies_there(visit: Visiting, tmp_path: Path) -> None:
    page = opened(visit, page_of("fraud"), tmp_path).page
    page.keyboard.press("/")
    page.keyboard.type("onlin")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")

    assert place(page) == {"view": "overview", "sel": "online"}
    assert page.text_content(".side h2") == "Online feature store"


def test_keys_alone_are_enough(visit: Visiting, tmp_path: Path) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "view=request-path").page
    page.locator("section[data-view=request-path] .picture a").first.focus()
    page.keyboard.press("Enter")
    first = place(page)["sel"]
    page.keyboard.press("ArrowRight")
    second = place(page)["sel"]
    page.keyboard.press("ArrowLeft")

    assert first
    assert second not in ("", first)
    assert place(page)["sel"]
    page.keyboard.press("Escape")
    assert place(page) == {"view": "request-path"}
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1


def test_wheel_keys_and_drags_move_the_picture(visit: Visiting, tmp_path: Path) -> None:
    page = opened(visit, page_of("fraud"), tmp_path).page

    def looked() -> list[float]:
        box = (
            page.get_attribute("section[data-view=overview] .picture svg", "viewBox")
            or ""
        )
        return [float(it) for it in box.split()]

    start = looked()
    page.mouse.move(600, 400)
    page.mouse.wheel(0, -400)
    nearer = looked()
    page.mouse.down()
    page.mouse.move(700, 450, steps=5)
    page.mouse.up()
    moved = looked()
    page.keyboard.press("0")

    assert nearer[2] < start[2]
    assert (moved[0] < nearer[0], moved[2]) == (True, nearer[2])
    assert looked() == start
    assert "sel" not in place(page)


def test_a_scenario_is_played_step_by_step(visit: Visiting, tmp_path: Path) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "view=request-path").page
    page.click("[data-side=walks]")
    page.click(".side >> text=Score one payment")
    page.click("[aria-label='Next step']")

    assert place(page) == {
        "view": "request-path",
        "walk": "1",
        "step": "1",
        "side": "walks",
    }
    assert page.locator("section[data-view=request-path] .flow.now").count() == 1
    assert page.text_content(".steps .now .time") == "6 ms"


def test_overlays_and_layers(visit: Visiting, tmp_path: Path) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "view=full").page
    page.click("[data-side=layers]")
    page.click(".side >> text=latency")
    assert "Fraud scorer" in (
        page.text_content("section[data-view=full] [data-id=score]") or ""
    )
    assert page.locator("section[data-view=full] .overlay .badge").count() == 5
    page.click(".side >> text=Control flows")

    assert (
        page.text_content("section[data-view=full] .off-said")
        == "Not drawn: control flows"
    )
    assert (
        page.locator("section[data-view=full] .flow[data-mode=control]:visible").count()
        == 0
    )
    assert place(page) == {
        "view": "full",
        "overlay": "latency",
        "off": "control",
        "side": "layers",
    }


def test_a_wire_tells_what_it_carries(visit: Visiting, tmp_path: Path) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "view=request-path").page
    flow = (
        "section[data-view=request-path] .flow[data-from=score][data-to=decide] .target"
    )
    page.dispatch_event(flow, "pointerover", {"bubbles": True})

    assert page.text_content("section[data-view=request-path] .tip") == (
        "Fraud scorer → Decision engine: predictions (call)"
    )


@screens
def test_a_link_brings_everything_back(
    visit: Visiting, tmp_path: Path, screen: Screen
) -> None:
    place_of = "view=full&sel=score&overlay=latency&off=control&as=picture&side=layers"
    page = opened(visit, page_of("fraud"), tmp_path, place_of, screen).page

    assert page.get_attribute(".tabs a[aria-current]", "data-view") == "full"
    assert page.locator("section[data-view=full] .selected").count() == 1
    assert page.locator("section[data-view=full] .overlay .badge").count() == 5
    assert page.get_attribute("[data-side=layers]", "aria-pressed") == "true"


def test_a_link_to_what_is_not_there_shows_the_rest(
    visit: Visiting, tmp_path: Path
) -> None:
    place_of = "view=none&sel=nobody&overlay=what&walk=99&step=7&off=x"
    seen = opened(visit, page_of("fraud"), tmp_path, place_of)

    assert seen.faults == []
    assert seen.page.get_attribute(".tabs a[aria-current]", "data-view") == "overview"


def test_links_of_the_document_stay_in_the_page(
    visit: Visiting, tmp_path: Path
) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "view=document").page
    page.click(".document:visible a >> text=reference")

    assert page.get_attribute(".tabs a[aria-current]", "data-view") == "reference"


def test_the_full_view_is_a_list_first_on_a_phone(
    visit: Visiting, tmp_path: Path
) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "view=full", PHONE).page
    page.tap(".outline >> text=Fraud scorer >> nth=0")
    assert place(page)["sel"] == "score"
    page.tap("button.as")

    assert page.locator("section[data-view=full] .picture svg").is_visible()


def test_the_sheet_has_three_heights(visit: Visiting, tmp_path: Path) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "", PHONE).page
    heights = []
    for _ in range(3):
        heights.append(page.get_attribute(".panel", "data-height"))
        page.tap(".grip")

    assert heights == ["low", "half", "high"]


@screens
def test_what_is_touched_is_large_enough(
    visit: Visiting, tmp_path: Path, screen: Screen
) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "sel=score", screen).page
    least = 44 if screen is PHONE else 24
    small = page.eval_on_selector_all(
        ".top button, .top summary, .sides button",
        f"found => found.filter(it => it.offsetHeight && it.offsetHeight < {least})"
        ".map(it => it.outerHTML)",
    )

    assert small == []


def test_without_script_it_is_a_document(visit: Visiting, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page_of("fraud"), "utf-8")
    page = visit(file, Screen(has_script=False)).page

    shown = page.locator(".picture svg")
    assert [shown.nth(it).is_visible() for it in range(shown.count())] == [True] * 5
    assert page.locator("#document-summary").is_visible()


def test_it_prints_the_view_and_then_the_tables(
    visit: Visiting, tmp_path: Path
) -> None:
    page = opened(visit, page_of("fraud"), tmp_path, "view=training&sel=train").page
    page.emulate_media(media="print")

    assert page.locator("section[data-view=training] .picture").is_visible()
    assert not page.locator("section[data-view=overview] .picture").is_visible()
    assert page.locator("#reference-components").is_visible()
    assert not page.locator(".panel").is_visible()


def test_it_goes_dark_and_light(visit: Visiting, tmp_path: Path) -> None:
    page = opened(visit, page_of("fraud"), tmp_path).page

    def paper() -> str:
        found: str = page.evaluate(
            "getComputedStyle(document.documentElement).backgroundColor"
        )
        return found

    light = paper()
    page.click("[aria-label='Show it dark']")
    dark = paper()
    page.emulate_media(color_scheme="dark")
    page.click("[aria-label='Show it light']")

    assert light == "rgb(255, 255, 255)"
    assert dark != light
    assert paper() == light


@screens
def test_it_can_be_read_twice_as_large(
    visit: Visiting, tmp_path: Path, screen: Screen
) -> None:
    half = Screen(screen.width // 2, screen.height // 2, screen.is_touched)
    page = opened(visit, page_of("fraud"), tmp_path, "sel=score", half).page

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".side h2").is_visible()
