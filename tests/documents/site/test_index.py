"""The index of a site in a browser: filters, search, and what it asks for."""

from pathlib import Path

import pytest

from tests.browsing import DESK, PHONE, Screen, Visit, Visiting
from tests.documents.page.pages import place, violations
from tests.documents.site.sites import THREE, written

DARK = Screen(colours="dark")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("site"), THREE)


def opened(
    visit: Visiting, site: Path, words: str = "", screen: Screen = DESK
) -> Visit:
    """Open the index with words in its address, and wait until its script has run."""
    address = (site / "index.html").as_uri()
    seen: Visit = visit(f"{address}#{words}", screen)
    seen.page.wait_for_selector("html.alive")
    return seen


def shown(seen: Visit) -> list[str]:
    """Return the names on the cards that are shown."""
    return seen.page.locator(".card:not([hidden]) h2").all_inner_texts()


def count(seen: Visit) -> str:
    return seen.page.locator(".count").inner_text()


@pytest.mark.slow
def test_filters_come_from_the_address_and_go_there(
    visit: Visiting, site: Path
) -> None:
    seen = opened(visit, site, "system=fraud-detection&tech=Kafka")
    page = seen.page

    assert (shown(seen), count(seen)) == (["Payments"], "1 of 3 designs")

    page.select_option("select[name=tech]", "PostgreSQL")
    assert (shown(seen), count(seen)) == ([], "0 of 3 designs")
    assert place(page) == {"system": "fraud-detection", "tech": "PostgreSQL"}

    page.go_back()
    assert shown(seen) == ["Payments"]

    page.click(".reset")
    assert shown(seen) == ["Payments", "Lone", "broken.yaml"]
    assert (place(page), count(seen)) == ({}, "3 designs")
    assert seen.faults == []


@pytest.mark.slow
def test_search_leads_to_a_component_of_a_page(visit: Visiting, site: Path) -> None:
    seen = opened(visit, site)
    page = seen.page

    page.keyboard.press("/")
    page.keyboard.type("score our own")
    assert (shown(seen), place(page)) == (["Payments"], {"q": "score our own"})

    page.click(".found a >> text=Score")
    page.wait_for_selector("html.alive .panel")
    assert page.url == f"{(site / 'pay' / 'pay.html').as_uri()}#sel=score"
    assert page.locator(".panel h2").first.inner_text() == "Score"

    page.click("text=All designs")
    assert page.url == (site / "index.html").as_uri()
    assert seen.faults == []


@pytest.mark.slow
def test_the_index_asks_for_its_own_pictures_alone(visit: Visiting, site: Path) -> None:
    seen = opened(visit, site)
    seen.page.wait_for_load_state("networkidle")

    own = {(site / it / "thumbnail.svg").as_uri() for it in ("pay", "lone")}
    assert {it for it in seen.requests if not it.startswith("data:")} == own
    assert seen.faults == []


@pytest.mark.slow
@pytest.mark.parametrize("screen", [DESK, DARK, PHONE], ids=["desk", "dark", "phone"])
@pytest.mark.parametrize(
    "file", ["index.html#q=gate", "rules/orphan.html", "concepts/caching.html"]
)
def test_everybody_can_read_a_site(
    visit: Visiting, site: Path, file: str, screen: Screen
) -> None:
    seen = visit(f"{site.as_uri()}/{file}", screen)
    width = seen.page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert violations(seen.page) == []
    assert (seen.faults, width) == ([], 0)


@pytest.mark.slow
def test_without_script_the_index_is_a_list(visit: Visiting, site: Path) -> None:
    seen = visit(site / "index.html", Screen(has_script=False))

    assert shown(seen) == ["Payments", "Lone", "broken.yaml"]
    assert not seen.page.locator(".filters").is_visible()
