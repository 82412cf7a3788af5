"""The pages of loading are held to what rules are: their examples are true."""

import pytest

from designkit.checks.engine_codes import ENGINE_CODES, PAGES
from designkit.checks.rule import MARK, Page
from designkit.checks.waivers import waive
from designkit.diagnostics import Diagnostic
from designkit.source.load_code import LoadCode
from designkit.source.loader import load_text

CODES = {item.code: item for item in ENGINE_CODES}
RULE = "no-monitoring"
HEAD = {"designkit": "1", "name": "Example", "system": "generic"}

every_page = pytest.mark.parametrize("code", CODES)
every_example = pytest.mark.parametrize(
    "code", [code for code, item in CODES.items() if item.read().bad]
)


def page(code: str) -> Page:
    return CODES[code].read()


def whole(text: str) -> str:
    """Add what an example leaves out of the head, unless it is to hold nothing."""
    lines = text.splitlines()
    if all(line.startswith("#") for line in lines):
        return text
    said = {line.partition(":")[0] for line in lines}
    rest = [f"{key}: {value}" for key, value in HEAD.items() if key not in said]
    return text + "\n".join(rest) + "\n"


def found_in(text: str) -> tuple[Diagnostic, ...]:
    """Load a design; of the rules only one runs, which finds what has no monitor."""
    loaded = load_text(whole(text), "example.yaml")
    if loaded.design is None or not loaded.design.waivers:
        return loaded.diagnostics
    has_monitor = any(it.kind == "monitor" for it in loaded.design.components.values())
    missing = () if has_monitor else (unwatched(),)
    return waive(loaded, missing, [RULE], [RULE])


def unwatched() -> Diagnostic:
    span = load_text(whole("components: {}\n")).locate(())
    level = LoadCode.ORPHAN.severity
    return Diagnostic("DK110", RULE, level, "", "example.yaml", span, "components")


def marked(text: str) -> list[int]:
    return [n for n, line in enumerate(text.splitlines(), 1) if MARK in line]


def test_every_fault_has_a_page_and_every_page_a_fault():
    assert sorted(PAGES.iterdir()) == [item.file for item in ENGINE_CODES]
    assert list(CODES) == sorted(CODES)


@every_page
def test_a_page_says_what_why_and_what_to_do(code: str):
    told = page(code)

    assert told.summary.endswith(".")
    assert told.why.endswith(".")
    assert told.fix.endswith((".", ":"))


@every_example
def test_the_bad_example_has_this_fault_alone_on_the_marked_line(code: str):
    bad = page(code).bad
    found = [it for it in found_in(bad) if it.name != RULE]

    assert [(it.code, it.span.line) for it in found] == [
        (code, line) for line in marked(bad)
    ]


@every_example
def test_the_good_example_loads_and_has_no_fault(code: str):
    good = page(code).good

    assert load_text(whole(good)).design is not None
    assert [it.message for it in found_in(good) if not it.waived] == []
