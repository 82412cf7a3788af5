"""A real browser for tests: Debian's Chromium, driven by Playwright.

A test takes the fixture `visit`, of conftest.py, and is marked ``slow``:

    @pytest.mark.slow
    def test_a_click_selects(visit: Visiting) -> None:
        seen = visit(html, PHONE)  # the text of a page, a file, or an address
        seen.page.click("[data-id=score]")
        assert seen.faults == []

Nothing is downloaded: the program is the one of the machine (`.ci/tools` installs it), or
the one that `CHROMIUM` names.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sizes import WHOLE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--disable-gpu", "--disable-quic", "--disable-background-networking")
WAIT = 10_000
"""Milliseconds until what a test waits for counts as missing."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A window in pixels of CSS, and how its owner likes pages."""

    width: int = 1440
    height: int = 900
    is_touched: bool = False
    colours: str = "light"
    motion: str = "no-preference"
    has_script: bool = True


DESK = Screen()
PHONE = Screen(390, 844, is_touched=True)


@dataclass(frozen=True, slots=True)
class Visit:
    """An open page, and what its reader would not see.

    `faults` are errors of scripts, errors on the console and what a
    Content-Security-Policy refused; `requests` the addresses that the page asked for,
    beside its own.
    """

    page: "Page"
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


Visiting = Callable[..., Visit]
"""``visit(page, screen=DESK)``: a page is its HTML, its file, or its address."""


@contextmanager
def launched() -> "Iterator[Browser]":
    """Run Chromium; skip the test where there is none, or fail it when all has to run."""
    program = _program()
    if find_spec("playwright") is None:
        _without("the Python package playwright, of the extra dev: run `make test-all`")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=list(FLAGS), timeout=60_000
        )
        yield browser
        browser.close()


@contextmanager
def visiting(browser: "Browser", directory: Path) -> Iterator[Visiting]:
    """Give what opens pages, each as a new reader does; close them all at the end."""
    contexts: list[BrowserContext] = []

    def visit(page: str | Path, screen: Screen = DESK) -> Visit:
        contexts.append(_reader(browser, screen))
        return _visit(contexts[-1], _address(page, directory / f"{len(contexts)}.html"))

    yield visit
    for context in contexts:
        context.close()


def _reader(browser: "Browser", screen: Screen) -> "BrowserContext":
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        has_touch=screen.is_touched,
        is_mobile=screen.is_touched,
        color_scheme=screen.colours,
        reduced_motion=screen.motion,
        java_script_enabled=screen.has_script,
    )
    context.set_default_timeout(WAIT)
    return context


def _visit(context: "BrowserContext", address: str) -> Visit:
    visit = Visit(context.new_page())
    page, faults = visit.page, visit.faults
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: said.type == "error" and faults.append(said.text))
    page.on("request", lambda asked: visit.requests.append(asked.url))
    page.goto(address)
    visit.requests.remove(address.partition("#")[0])
    return visit


def _address(page: str | Path, file: Path) -> str:
    """Return where `page` is to be found; HTML is written to `file` first."""
    if isinstance(page, Path):
        return page.absolute().as_uri()
    if page.startswith(("http://", "file://")):
        return page
    file.write_text(page, "utf-8")
    return file.as_uri()


def _program() -> str:
    names = (os.environ.get("CHROMIUM", ""), *PROGRAMS)
    found = next(filter(None, map(shutil.which, names)), None)
    return found or _without("a browser, Chromium or Chrome: run .ci/tools")


def _without(lack: str) -> str:
    """End a test that has no browser."""
    say = pytest.fail if WHOLE else pytest.skip
    say(f"this test needs {lack}")
