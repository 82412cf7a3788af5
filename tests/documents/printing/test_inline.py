import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.documents.printing.inline import TextRun, html, runs, words
from designkit.text.escape import inline_markdown
from tests.hostile import every_hostile_text
from tests.markdown_tokens import links, shown

MARKUP = st.text(st.sampled_from("ab1 .|\\`*_[]()!<>/#&;:-+=~$\n\"'"), max_size=40)


def kept(link: str) -> str:
    return link


def test_emphasis_code_and_links_become_runs() -> None:
    assert runs("a **b** *c `d`* [e *f*](https://g.h)") == (
        TextRun("a "),
        TextRun("b", strong=True),
        TextRun(" "),
        TextRun("c ", emph=True),
        TextRun("d", emph=True, code=True),
        TextRun(" "),
        TextRun("e ", link="https://g.h"),
        TextRun("f", emph=True, link="https://g.h"),
    )


@pytest.mark.parametrize(
    "text",
    ["<b>x</b>", "![a](https://b.c)", "&lt;", "# a", "1. a", "[a](javascript:b)"],
)
def test_all_else_is_a_text(text: str) -> None:
    assert runs(text) == (TextRun(text),)


def test_nothing_is_no_run() -> None:
    assert runs(" \n") == ()


def test_words_are_what_a_reader_sees() -> None:
    assert words("**a** `b|c` [d](#e) \\* \x07f") == "a b|c d * f"


def test_html_nests_what_is_set_in_a_link() -> None:
    assert html("[a **b**](https://c.d?e&f)", kept) == (
        '<a href="https://c.d?e&amp;f">a <strong>b</strong></a>'
    )


def test_html_of_a_link_without_a_target_is_its_text() -> None:
    assert html("[a *b*](#c) <i>", lambda link: "") == "a <em>b</em> &lt;i&gt;"


@every_hostile_text
def test_a_hostile_text_is_read_as_markdown_shows_it(text: str) -> None:
    assert words(text) == shown(inline_markdown(text))


@given(text=MARKUP)
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_as_markdown_shows_it(text: str) -> None:
    safe = inline_markdown(text)

    assert words(text) == shown(safe)
    assert {run.link for run in runs(text) if run.link} <= set(links(safe))
