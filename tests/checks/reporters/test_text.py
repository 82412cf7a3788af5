import re
from dataclasses import replace

from inline_snapshot import snapshot

from designkit.checks.reporters.text import text as as_text
from designkit.text.cells import safe
from tests.checks.reporters.samples import CLEAN, FULL, NOTHING, hostile
from tests.hostile import every_hostile_text

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def test_a_finding_is_shown_with_its_lines_and_its_page_and_then_the_coverage():
    assert as_text.report(FULL) == snapshot("""\
info[DK117] nobody-owns-it: 3 components have no owner
 --> designs/pay.yaml:3:1
  |
3 | components:
  | ^^^^^^^^^^
  |
  = see: designkit explain nobody-owns-it

error[DK306] ttl-hole: ttl 1 d is shorter than a refresh (1 d + 30 min)
 --> designs/pay.yaml:4:31
  |
4 |   score: {kind: model-server, ttl: 1 d}
  |                               ^^^
5 |   fill: {kind: materializer, every: 1 d}
  |                              ----- refreshed here
  |
  = help: Keep them twice as long: `ttl: 2 d`.
  = see: designkit explain ttl-hole

warning[DK758] no-auth: gate lets everybody in
 --> designs/pay.yaml:6:3
  |
6 |   gate:
  |   ^^^^^
  |
  = see: designkit explain no-auth

waived: designs/pay.yaml:3:1: DK110 no-monitoring: the platform watches it
""")


def test_what_has_no_findings_and_no_coverage_says_nothing():
    assert as_text.report(CLEAN) == ""
    assert as_text.report(NOTHING) == ""


def test_colours_change_no_character():
    coloured = as_text.report(replace(FULL, colour=True))

    assert coloured != as_text.report(FULL)
    assert COLOUR.sub("", coloured) == as_text.report(FULL)


@every_hostile_text
def test_nothing_steers_the_terminal_or_adds_a_line(text: str):
    shown = as_text.report(replace(hostile(text), coverage=True))
    harmless = as_text.report(hostile("x"))

    assert all(safe(line) == line for line in shown.split("\n"))
    assert shown.count("coverage of designs/") == 1
    assert shown.count("\nwaived: ") == harmless.count("\nwaived: ") == 1
