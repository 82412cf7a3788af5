import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.text.escape import (
    attribute,
    css_string,
    inline_markdown,
    json_text,
    markdown,
    markdown_link,
    one_line,
    plain,
    table_cell,
)
from tests.hostile import every_hostile_text
from tests.markdown_tokens import block_structure, inline_tokens, links, shown

ONE_PARAGRAPH = ("paragraph_open", "inline", "paragraph_close")
SAFE = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
MARKUP = st.text(st.sampled_from("ab1 .|\\`*_[]()!<>/#&;:-+=~$\n\"'"), max_size=40)
few = settings(deadline=None, max_examples=150)


def kinds(text: str) -> set[str]:
    return {token.type for token in inline_tokens(text)}


def test_one_line_has_single_spaces_and_nothing_unseen() -> None:
    assert one_line(" a\r\nb\tc\u2028d \x1b[31m\u202e e ") == "a b c d [31m e"


def test_emphasis_code_and_links_stay() -> None:
    text = "*soon*, **now**, `a | b`, [page](https://a.example/b_(c)) and [up](#top)"

    assert inline_markdown(text) == text


def test_what_is_no_markup_stays_readable() -> None:
    text = "PR-AUC >= champion - 0.002, p99 < 5 ms, R&D, snake_case, 5 * 3, 1:20"

    assert inline_markdown(text) == text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        pytest.param("<b>x</b>", r"\<b>x\</b>", id="html"),
        pytest.param("![x](https://y)", r"!\[x\](https://y)", id="image"),
        pytest.param("[x](javascript:y)", r"\[x\](javascript:y)", id="scheme"),
        pytest.param("&lt;", r"\&lt;", id="entity"),
        pytest.param("# x", r"\# x", id="heading"),
        pytest.param("- x", r"\- x", id="bullet"),
        pytest.param("1. x", r"1\. x", id="number"),
        pytest.param("> x", r"\> x", id="quote"),
        pytest.param("---", r"\---", id="rule"),
        pytest.param("x*", r"x\*", id="half of an emphasis"),
        pytest.param("one\ntwo", "one two", id="line break"),
        pytest.param("\x07- x", r"\- x", id="bullet behind a control character"),
        pytest.param("C:\\", r"C:\\", id="backslash"),
        pytest.param(r"\*x\*", r"\*x\*", id="escape"),
        pytest.param("$x$", r"\$x\$", id="maths"),
    ],
)
def test_other_markup_is_shown_as_it_is(text: str, safe: str) -> None:
    assert inline_markdown(text) == safe


def test_pipes_stay_inside_a_cell() -> None:
    assert table_cell("a | b, `c|d`, e \\| f, \\\\|") == snapshot(
        "a \\| b, `c\\|d`, e \\| f, \\\\\\|"
    )


def test_a_link_to_a_page_is_written_without_brackets_in_its_target() -> None:
    assert markdown_link("A [b]", "https://a.example/b c(d)") == snapshot(
        "[A \\[b\\]](https://a.example/b%20c%28d%29)"
    )


def test_a_link_to_anything_else_is_named() -> None:
    assert markdown_link("Paper", "javascript:alert(1)") == snapshot(
        "Paper (javascript:alert(1))"
    )


@every_hostile_text
def test_hostile_text_stays_one_harmless_paragraph(text: str) -> None:
    written = inline_markdown(text)

    assert block_structure(written) == ONE_PARAGRAPH
    assert not kinds(written) & {"html_inline", "image"}
    assert all(SAFE.match(target) for target in links(written))


@every_hostile_text
def test_hostile_text_stays_in_its_cell(text: str) -> None:
    rows = f"| a | b |\n| --- | --- |\n| {table_cell(text)} | {markdown(text)} |"

    assert block_structure(rows) == block_structure("|a|b|\n|-|-|\n|c|d|")


@every_hostile_text
def test_escaped_text_is_seen_as_it_was_written(text: str) -> None:
    assert shown(markdown(text)) == one_line(text)


@few
@given(MARKUP)
def test_no_text_becomes_a_block_html_or_an_image(text: str) -> None:
    written = inline_markdown(text)

    assert block_structure(written) in ((), ONE_PARAGRAPH)
    assert not kinds(written) & {"html_inline", "image"}
    assert all(SAFE.match(target) for target in links(written))


@few
@given(MARKUP)
def test_no_text_leaves_its_cell(text: str) -> None:
    rows = f"| a | b |\n| --- | --- |\n| x{table_cell(text)} | x{markdown(text)} |"

    assert block_structure(rows) == block_structure("|a|b|\n|-|-|\n|c|d|")


@few
@given(MARKUP)
def test_any_escaped_text_is_seen_as_it_was_written(text: str) -> None:
    assert shown(markdown(text)) == one_line(text)


@every_hostile_text
def test_json_is_ascii_and_keeps_all_but_half_characters(text: str) -> None:
    written = json_text({"said": [text]})

    assert written.isascii()
    assert json.loads(written) == {"said": [text.replace("\ud800", "\ufffd")]}


def test_json_keeps_what_looks_like_an_escape() -> None:
    assert json_text(["\\ud800", "\U0001f600", "é", "a\nb"]) == snapshot("""\
[
  "\\\\ud800",
  "\\ud83d\\ude00",
  "\\u00e9",
  "a\\nb"
]\
""")


def test_an_attribute_ends_where_it_should() -> None:
    assert attribute('a "b"\n<c> & \td') == "a &quot;b&quot; &lt;c&gt; &amp; d"


def test_a_string_of_a_style_sheet_has_no_sign_that_could_end_it() -> None:
    assert css_string('A "b"\\\n</style>é') == (
        r"A \22 b\22 \5c \a \3c \2f style\3e \e9 "
    )


@every_hostile_text
def test_a_hostile_string_of_a_style_sheet_is_read_back(text: str) -> None:
    written = css_string(text)
    read = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), written)

    assert re.fullmatch(r"[A-Za-z0-9 \\]*", written)
    assert read == plain(text)


@pytest.mark.parametrize(
    "text", ["a ____ b and ____ c", "____", "_ __ ___", "a__b __c"]
)
def test_underscores_in_a_row_are_no_emphasis(text: str) -> None:
    assert shown(inline_markdown(text)) == text
