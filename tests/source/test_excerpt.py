"""An excerpt shows the place of a finding and lets nothing steer the terminal."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.diagnostics import Diagnostic, Related, Severity, Span
from designkit.source.excerpt import excerpt
from designkit.text.cells import laid_out

DESIGN = """\
designkit: 1
name: Card payment fraud
components:
  gateway: {kind: gateway, timeout: 120 ms}
  score:
    knd: model-server
    technology: ONNX
"""
HELP = "did you mean `kind`?"


def finding(
    span: Span,
    message: str = "no key is called `knd`",
    *,
    severity: Severity = Severity.ERROR,
    help: str = HELP,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    name = "unknown-key"
    file = "designs/fraud.yaml"
    return Diagnostic(
        "DK010", name, severity, message, file, span, "score", help, related
    )


def marked(text: str, span: Span, width: int = 100) -> str:
    """Give only the lines of the text and their marks."""
    shown = excerpt(text, finding(span, help=""), width=width)
    return "\n".join(line.rstrip() for line in shown.splitlines()[3:-1])


def test_a_finding_shows_its_line_and_its_help() -> None:
    assert excerpt(DESIGN, finding(Span(6, 5, 6, 8))) == snapshot("""\
error[DK010] unknown-key: no key is called `knd`
 --> designs/fraud.yaml:6:5
  |
6 |     knd: model-server
  |     ^^^
  |
  = help: did you mean `kind`?\
""")


def test_help_is_broken_between_words_and_followed_by_where_to_read_more() -> None:
    found = finding(Span(6, 5, 6, 8), help="call it `kind`, as the other one is")

    assert excerpt(DESIGN, found, see="rules/unknown-key.md", width=40) == snapshot("""\
error[DK010] unknown-key: no key is called `knd`
 --> designs/fraud.yaml:6:5
  |
6 |     knd: model-server
  |     ^^^
  |
  = help: call it `kind`, as the other
          one is
  = see: rules/unknown-key.md\
""")


def test_related_places_stand_in_the_order_of_the_text() -> None:
    related = (
        Related(Span(4, 3, 4, 10), "the caller"),
        Related(Span(5, 3, 5, 8), "the component"),
        Related(Span(6, 10, 6, 22), "its value"),
    )

    assert excerpt(DESIGN, finding(Span(6, 5, 6, 8), related=related)) == snapshot("""\
error[DK010] unknown-key: no key is called `knd`
 --> designs/fraud.yaml:6:5
  |
4 |   gateway: {kind: gateway, timeout: 120 ms}
  |   ------- the caller
5 |   score:
  |   ----- the component
6 |     knd: model-server
  |     ^^^
  |          ------------ its value
  |
  = help: did you mean `kind`?\
""")


def test_numbers_of_lines_stand_in_one_column() -> None:
    text = "\n" * 8 + "a: 1\n\na: 2\n"
    related = (Related(Span(9, 1, 9, 2), "first given here"),)

    assert excerpt(text, finding(Span(11, 1, 11, 2), related=related)) == snapshot("""\
error[DK010] unknown-key: no key is called `knd`
  --> designs/fraud.yaml:11:1
   |
 9 | a: 1
   | - first given here
...
11 | a: 2
   | ^
   |
   = help: did you mean `kind`?\
""")


def test_a_finding_of_many_lines_marks_its_first_to_the_end() -> None:
    assert marked(DESIGN, Span(4, 3, 6, 4)) == snapshot("""\
4 |   gateway: {kind: gateway, timeout: 120 ms}
  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
""")


@pytest.mark.parametrize(
    "span", [Span(6, 8, 6, 8), Span(6, 99, 6, 120)], ids=["empty", "behind the line"]
)
def test_a_place_without_signs_gets_one_mark(span: Span) -> None:
    assert marked(DESIGN, span).count("^") == 1


@pytest.mark.parametrize("text", ["", "a: 1\n"])
def test_a_place_behind_the_text_has_no_line(text: str) -> None:
    assert excerpt(text, finding(Span(9, 1, 9, 2), help="")) == snapshot("""\
error[DK010] unknown-key: no key is called `knd`
 --> designs/fraud.yaml:9:1\
""")


def test_colours_tell_severities_apart() -> None:
    related = (Related(Span(5, 3, 5, 8), "here"),)
    shown = {
        severity.value: excerpt(
            DESIGN,
            finding(Span(6, 5, 6, 8), severity=severity, related=related),
            colour=True,
        )
        for severity in Severity
    }

    assert shown == snapshot(
        {
            "error": """\
\x1b[1;31merror[DK010]\x1b[0m \x1b[1munknown-key: no key is called `knd`\x1b[0m
\x1b[1;34m -->\x1b[0m designs/fraud.yaml:6:5
\x1b[1;34m  |\x1b[0m
\x1b[1;34m5 |\x1b[0m   score:
\x1b[1;34m  |\x1b[0m   \x1b[1;34m-----\x1b[0m \x1b[1;34mhere\x1b[0m
\x1b[1;34m6 |\x1b[0m     knd: model-server
\x1b[1;34m  |\x1b[0m     \x1b[1;31m^^^\x1b[0m
\x1b[1;34m  |\x1b[0m
\x1b[1;34m  =\x1b[0m \x1b[1mhelp\x1b[0m: did you mean `kind`?\
""",
            "warning": """\
\x1b[1;33mwarning[DK010]\x1b[0m \x1b[1munknown-key: no key is called `knd`\x1b[0m
\x1b[1;34m -->\x1b[0m designs/fraud.yaml:6:5
\x1b[1;34m  |\x1b[0m
\x1b[1;34m5 |\x1b[0m   score:
\x1b[1;34m  |\x1b[0m   \x1b[1;34m-----\x1b[0m \x1b[1;34mhere\x1b[0m
\x1b[1;34m6 |\x1b[0m     knd: model-server
\x1b[1;34m  |\x1b[0m     \x1b[1;33m^^^\x1b[0m
\x1b[1;34m  |\x1b[0m
\x1b[1;34m  =\x1b[0m \x1b[1mhelp\x1b[0m: did you mean `kind`?\
""",
            "info": """\
\x1b[1;36minfo[DK010]\x1b[0m \x1b[1munknown-key: no key is called `knd`\x1b[0m
\x1b[1;34m -->\x1b[0m designs/fraud.yaml:6:5
\x1b[1;34m  |\x1b[0m
\x1b[1;34m5 |\x1b[0m   score:
\x1b[1;34m  |\x1b[0m   \x1b[1;34m-----\x1b[0m \x1b[1;34mhere\x1b[0m
\x1b[1;34m6 |\x1b[0m     knd: model-server
\x1b[1;34m  |\x1b[0m     \x1b[1;36m^^^\x1b[0m
\x1b[1;34m  |\x1b[0m
\x1b[1;34m  =\x1b[0m \x1b[1mhelp\x1b[0m: did you mean `kind`?\
""",
        }
    )


def test_wide_signs_and_tabs_move_the_marks() -> None:
    text = "\tname: 支付 🙂 é e\u0301 end # 👩\u200d💻 x\n"

    assert marked(text, Span(1, 18, 1, 21)) == snapshot("""\
1 |     name: 支付 🙂 é é end # 👩\u200d💻 x
  |                       ^^^\
""")
    assert marked(text, Span(1, 8, 1, 10)) == snapshot("""\
1 |     name: 支付 🙂 é é end # 👩\u200d💻 x
  |           ^^^^\
""")
    assert marked(text, Span(1, 1, 1, 2)) == snapshot("""\
1 |     name: 支付 🙂 é é end # 👩\u200d💻 x
  | ^^^^\
""")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_the_reader_counts_them(end: str) -> None:
    assert marked(f"a\x0cb{end}c: 1{end}", Span(2, 1, 2, 2)) == "2 | c: 1\n  | ^"


def test_a_byte_order_mark_takes_no_column() -> None:
    assert marked("\ufeffa: 1", Span(1, 4, 1, 5)) == "1 | a: 1\n  |    ^"


LONG = "k: {" + "a: bbbb, " * 20 + "knd: 1, " + "yy: zzzz, " * 20 + "}"
WIDE = "k: {" + "支: 付付, " * 20 + "knd: 1, " + "支: 付付付, " * 20 + "}"


@pytest.mark.parametrize("width", [60, 61, 62, 63])
@pytest.mark.parametrize("text", [LONG, WIDE], ids=["narrow", "wide"])
def test_a_long_line_is_cut_to_the_width(text: str, width: int) -> None:
    at = text.index("knd")
    line, marks = marked(text, Span(1, at + 1, 1, at + 4), width).split("\n")

    assert cells(line) <= width
    assert line.count("…") == 2
    assert cells(line[: line.index("knd")]) == marks.index("^")
    assert marks.count("^") == 3


def test_a_long_line_is_shown_around_its_finding() -> None:
    related = (
        Related(Span(1, 1, 1, 2), "far to the left"),
        Related(Span(1, 300, 1, 302), "far to the right"),
    )
    at = LONG.index("knd")
    span = Span(1, at + 1, 1, at + 4)

    assert excerpt(LONG, finding(span, related=related), width=60) == snapshot("""\
error[DK010] unknown-key: no key is called `knd`
 --> designs/fraud.yaml:1:185
  |
1 | …: bbbb, a: bbbb, knd: 1, yy: zzzz, yy: zzzz, yy: zzzz,…
  |                   ^^^
  | - far to the left
  |                                                        - far to the right
  |
  = help: did you mean `kind`?\
""")


def test_a_line_of_a_megabyte_is_shown_around_its_finding_too() -> None:
    line = "x" * 500_000 + " knd " + "y" * 500_000

    assert marked(line, Span(1, 500_002, 1, 500_005), 60) == snapshot("""\
1 | …xxxxxxxxxxxxxxxx knd yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
  |                   ^^^\
""")


def test_the_ends_of_a_long_line_are_not_cut_off() -> None:
    assert marked(LONG, Span(1, 1, 1, 2), 60) == snapshot("""\
1 | k: {a: bbbb, a: bbbb, a: bbbb, a: bbbb, a: bbbb, a: bbb…
  | ^\
""")
    assert marked(LONG, Span(1, len(LONG), 1, len(LONG) + 1), 60) == snapshot("""\
1 | …zz, yy: zzzz, yy: zzzz, yy: zzzz, yy: zzzz, yy: zzzz, }
  |                                                        ^\
""")


def test_nothing_of_a_design_steers_the_terminal() -> None:
    evil = "\x1b[31m\x07\u202e\u2066\u200e\r\n\x9b\ud800"
    text = f"a: {evil}"
    related = (Related(Span(1, 1, 1, 2), evil),)
    diagnostic = Diagnostic(
        evil, evil, Severity.ERROR, evil, evil, Span(1, 4, 1, 9), "", evil, related
    )

    assert excerpt(text, diagnostic) == snapshot("""\
error[�[31m���� ��] �[31m���� ��: �[31m���� ��
 --> �[31m���� ��:1:4
  |
1 | a: �[31m����
  |    ^^^^^
  | - �[31m���� ��
  |
  = help: �[31m���� ��\
""")


ANSI = re.compile("\x1b\\[[0-9;]*m")
UNFIT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
positions = st.integers(1, 60)
spans = st.builds(Span, positions, positions, positions, positions)
any_text = st.text(st.characters())


def cells(line: str) -> int:
    return sum(count for _, count in laid_out(line))


@settings(deadline=None, max_examples=150)
@given(any_text, spans, st.lists(st.builds(Related, spans, any_text)), any_text)
def test_any_finding_of_any_text_is_shown_safely(
    text: str, span: Span, related: list[Related], message: str
) -> None:
    diagnostic = finding(span, message, related=tuple(related))

    shown = excerpt(text, diagnostic, colour=True, width=50)

    assert not UNFIT.search(ANSI.sub("", shown))
    assert ANSI.sub("", shown) == excerpt(text, diagnostic, width=50)


@settings(deadline=None, max_examples=150)
@given(st.text(st.characters(codec="utf-8"), max_size=200), st.integers(1, 200))
def test_lines_of_the_text_never_pass_the_width(text: str, column: int) -> None:
    span = Span(1, column, 1, column + 3)

    shown = excerpt(text, finding(span, help=""), width=50).split("\n")

    assert all(cells(line) <= 50 for line in shown[2:])
