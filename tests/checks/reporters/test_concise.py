from inline_snapshot import snapshot

from designkit.checks.reporters.concise import concise
from designkit.text.cells import safe
from tests.checks.reporters.samples import CLEAN, FULL, hostile
from tests.hostile import every_hostile_text


def test_each_finding_that_is_not_waived_is_a_line():
    assert concise.report(FULL) == snapshot("""\
designs/pay.yaml:3:1: info DK117 3 components have no owner
designs/pay.yaml:4:31: error DK306 ttl 1 d is shorter than a refresh (1 d + 30 min)
designs/pay.yaml:6:3: warning DK758 gate lets everybody in
""")


def test_no_findings_are_no_lines():
    assert concise.report(CLEAN) == ""


@every_hostile_text
def test_hostile_texts_stay_on_their_line(text: str):
    (line,) = concise.report(hostile(text)).splitlines()

    assert safe(line) == line
