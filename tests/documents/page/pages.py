"""Pages of designs for the tests of pages: text, a place, and a browser's answers."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import designkit as dk
from tests.browsing import DESK, Screen, Visit, Visiting
from tests.sizes import node_tools

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESIGNS = ("ad-click", "fraud", "recommendation", "search-ranking")


@cache
def page_of(name: str) -> str:
    """Return the page of a shipped design, or of a file."""
    return page_text_of(dk.load(name))


def page_text_of(loaded: dk.Loaded) -> str:
    (made,) = dk.write(loaded, "html", check=dk.check(loaded))
    return made.data.decode()


def opened(
    visit: Visiting, html: str, folder: Path, hash: str = "", screen: Screen = DESK
) -> Visit:
    """Open a page at a place of it, and wait until its script has run."""
    file = folder / "page.html"
    file.write_text(html, "utf-8")
    seen: Visit = visit(f"{file.as_uri()}{hash and '#'}{hash}", screen)
    seen.page.wait_for_selector("html.alive")
    return seen


def place(page: "Page") -> dict[str, str]:
    """Return what the address of a page says, word by word."""
    found: dict[str, str] = page.evaluate(
        "Object.fromEntries(new URLSearchParams(location.hash.slice(1)))"
    )
    return found


def show_everything(page: "Page") -> None:
    """Go to every view and paper, and to every side of the panel."""
    for tab in page.query_selector_all(".tabs a"):
        tab.click()
    for side in page.query_selector_all(".sides button[data-side]"):
        side.click()


def violations(page: "Page") -> list[str]:
    """Return what axe-core finds wrong, each rule with the first place."""
    page.evaluate((node_tools() / "node_modules/axe-core/axe.min.js").read_text())
    found: list[str] = page.evaluate(
        """async () => (await axe.run(document)).violations.map(
          it => `${it.id}: ${it.nodes[0].html.slice(0, 160)}`)"""
    )
    return found
