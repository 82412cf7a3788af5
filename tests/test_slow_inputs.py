"""A file that is wrong ten thousand times is checked in time that grows as it does.

Calls of functions are counted, not seconds, so that a busy machine fails nothing.
"""

import runpy
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from designkit.checks.batch import CheckOptions, check_files
from designkit.checks.reporters import find_reporter, reporter_names
from designkit.pictures.layout.placement import place
from designkit.pictures.routing.router import MOST
from designkit.pictures.views import find_view
from designkit.source.loader import load_text
from designkit.source.settings import Settings

SLOW = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks/slow_inputs.py"))[
    "SLOW"
]
SMALL, GROWTH = 300, 4
SLACK = 1.15
"""What a growth may exceed that of the input by; sorting takes a little more."""

SLACK_OF_PAGES = 1.5
"""The same for pictures: a line from one end to the other is longer on a larger page."""

LARGE = MOST + 50
"""Components of a picture that is routed roughly; only such may have thousands."""

SEARCHED, MOST_CALLS = 200, 10_000_000
"""Components of a picture whose wires look for ways, and the calls it may take.

There they grow faster than the picture does, so that there is a limit to its size.
"""


@pytest.mark.parametrize("name", SLOW)
def test_a_check_grows_as_its_input_does(name: str):
    calls(SLOW[name].text(10))  # what is imported and cached once

    small = calls(SLOW[name].text(SMALL))
    large = calls(SLOW[name].text(SMALL * GROWTH))

    assert large <= small * GROWTH * SLACK


@pytest.mark.parametrize("name", SLOW)
def test_a_slow_input_is_a_file_that_people_may_have(name: str):
    slow = SLOW[name]

    assert len(slow.text(slow.full).encode()) < 1_000_000


@pytest.mark.parametrize("format", reporter_names())
def test_no_format_grows_beyond_what_is_shown(format: str):
    short, long = (
        report(SLOW["unknown keys"].text(count), format) for count in (300, 3000)
    )

    assert len(long) < len(short) * 1.02


@pytest.mark.parametrize("name", ["a chain", "a star"])
@pytest.mark.parametrize("view", ["full", "request-path"])
def test_a_large_picture_grows_as_its_design_does(name: str, view: str):
    small = calls(SLOW[name].text(LARGE), partial(drawn, view))
    large = calls(SLOW[name].text(LARGE * GROWTH), partial(drawn, view))

    assert large <= small * GROWTH * SLACK_OF_PAGES


@pytest.mark.parametrize("name", ["a chain", "a star"])
def test_a_picture_that_ways_are_looked_for_in_takes_seconds(name: str):
    assert calls(SLOW[name].text(SEARCHED), partial(drawn, "request-path")) < MOST_CALLS


def drawn(view: str, text: str) -> None:
    design = load_text(text).design
    assert design is not None
    place(find_view(view).draw(design))


def report(text: str, format: str) -> str:
    found = check_files([(load_text(text), Settings())], CheckOptions())
    return find_reporter(format).report(found.report)


def told(text: str) -> None:
    report(text, "text")


def calls(text: str, work: Callable[[str], None] = told) -> int:
    """Count the calls that `work` on a text takes; to tell a person what is wrong."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work(text)
    finally:
        sys.setprofile(before)
    return count
