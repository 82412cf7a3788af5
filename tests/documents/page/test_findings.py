"""Findings of a page: the worst first, with what they are about and the rule's page."""

from typing import Any

import designkit as dk
from designkit.documents.page.findings import findings, rule_pages
from designkit.documents.page.subject import PageSubject
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.source.refusal import require_design

OVER = """\
designkit: 1
name: Over
system: generic
objectives: {latency: {p99: 10 ms}}
components:
  app: {kind: client}
  gate: {kind: gateway, latency: {p50: 5 ms, p99: 90 ms}}
flows:
  calls:
    - app -> gate: request
"""


def subject() -> PageSubject:
    loaded = dk.loads(OVER)
    found = dk.check(loaded).diagnostics
    return PageSubject(
        loaded, WriteUpInputs(require_design(loaded), found=found), {}, "x"
    )


def test_the_worst_come_first_each_with_its_place() -> None:
    found: list[Any] = findings(subject())
    ranks = [("error", "warning", "info").index(it["severity"]) for it in found]
    lines = OVER.splitlines()

    assert ranks == sorted(ranks)
    assert all(it["excerpt"] == lines[it["line"] - 1] for it in found)
    over = next(it for it in found if it["code"] == "DK601")
    assert (over["file"], over["name"]) == ("design.yaml", "over-budget")


def test_each_code_that_was_found_has_its_page() -> None:
    of = subject()
    pages = rule_pages(of)

    assert set(pages) == {it.code for it in of.told.found}
    assert all(
        isinstance(page, str) and page.startswith("<") for page in pages.values()
    )


def test_what_is_about_a_component_names_it() -> None:
    found: list[Any] = findings(subject())

    assert {id for it in found for id in it["about"]} <= {"app", "gate"}
