"""What accepts which finding."""

from dataclasses import replace

from designkit.checks.covering import Covering
from designkit.diagnostics import Span
from designkit.source.waivers import Waived
from tests.checks.reporters.samples import HOLE, OPEN

HERE = Span(1, 1, 1, 2)
LINE = Waived("ttl-hole", "kept by hand", HERE, lines=range(4, 5))
WHOLE = Waived("DK306", "all of them", HERE)
ELSEWHERE = Waived("ttl-hole", "there", HERE, lines=range(5, 9))
PLACE = Waived("no-auth", "inside only", HERE, at="gate")


def test_the_first_waiver_that_covers_a_finding_speaks_for_it():
    covering = Covering([LINE, WHOLE, ELSEWHERE, PLACE], [HOLE, OPEN])

    assert [covering.reason(it) for it in (HOLE, OPEN)] == [
        "kept by hand",
        "inside only",
    ]


def test_a_waiver_is_used_if_it_covers_anything_also_as_the_second():
    waivers = [LINE, WHOLE, ELSEWHERE, PLACE]
    covering = Covering(waivers, [HOLE])

    assert list(map(covering.is_used, waivers)) == [True, True, False, False]


def test_a_line_waives_what_is_found_on_it_and_nothing_around_it():
    below, above = (replace(HOLE, span=Span(n, 1, n, 2)) for n in (5, 3))

    covering = Covering([LINE], [below, HOLE, above])

    assert [covering.reason(it) for it in (above, HOLE, below)] == [
        "",
        "kept by hand",
        "",
    ]
