import re
from dataclasses import replace

from inline_snapshot import snapshot

from designkit.checks.reporters.github import github
from tests.checks.reporters.samples import CLEAN, FULL, HOLE, hostile
from tests.hostile import every_hostile_text

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
"""How a runner reads a line: properties end at the next two colons."""

HEX = re.compile("%(25|0A|0D|3A|2C)")


def test_each_finding_that_is_not_waived_is_a_command():
    assert github.report(FULL) == snapshot("""\
::notice file=designs/pay.yaml,line=3,col=1,endLine=3,endColumn=11,title=DK117 nobody-owns-it::3 components have no owner
::error file=designs/pay.yaml,line=4,col=31,endLine=4,endColumn=34,title=DK306 ttl-hole::ttl 1 d is shorter than a refresh (1 d + 30 min)%0AKeep them twice as long: `ttl: 2 d`.
::warning file=designs/pay.yaml,line=6,endLine=8,title=DK758 no-auth::gate lets everybody in
""")


def test_no_findings_are_no_commands():
    assert github.report(CLEAN) == ""


def test_signs_of_the_command_are_escaped():
    odd = replace(HOLE, file="a,b:c%.yaml", message="100% of a::b, c", help="x\ny")
    file = replace(FULL.files[0], diagnostics=(odd,))

    assert github.report(replace(FULL, files=(file,))) == snapshot(
        "::error file=a%2Cb%3Ac%25.yaml,line=4,col=31,endLine=4,endColumn=34,title=DK306 ttl-hole::100%25 of a::b, c%0Ax y\n"
    )


@every_hostile_text
def test_hostile_texts_stay_in_one_command(text: str):
    (line,) = github.report(hostile(text)).splitlines()
    match = COMMAND.fullmatch(line)

    assert match
    assert [it.partition("=")[0] for it in match[2].split(",")] == [
        *("file", "line", "col", "endLine", "endColumn", "title")
    ]
    assert "%" not in HEX.sub("", line)
