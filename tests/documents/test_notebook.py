"""A page in a cell of a notebook is whole, apart from the notebook, and at work."""

from html.parser import HTMLParser

import pytest
from inline_snapshot import snapshot

import designkit as dk
from designkit.documents.notebook import BASE, NotebookPage
from tests.browsing import Visiting
from tests.hostile import HOSTILE, every_hostile_text


class Tags(HTMLParser):
    """The tags of a text, with their attributes, as a browser reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


PAGE = "<!DOCTYPE html>\n<html><head><title>x</title></head>\n<body>{}</body></html>\n"


def test_a_frame_has_the_page_inside_and_a_text_in_its_place() -> None:
    shown = NotebookPage("Films & more", PAGE.format('"a" & <b>'), 300)

    assert shown._repr_html_() == snapshot("""\
<iframe title="Films &amp; more" sandbox="allow-scripts" width="100%" height="300" srcdoc="&lt;!DOCTYPE html&gt;
&lt;html&gt;&lt;head&gt;&lt;base href=&#34;about:srcdoc&#34;&gt;&lt;title&gt;x&lt;/title&gt;&lt;/head&gt;
&lt;body&gt;&#34;a&#34; &amp; &lt;b&gt;&lt;/body&gt;&lt;/html&gt;
">The page of Films &amp; more is shown where a notebook is trusted and may have frames.</iframe>\
""")


@every_hostile_text
def test_no_text_leaves_the_frame(text: str) -> None:
    page = PAGE.format(text.replace("\0", "").replace("\r", ""))
    shown = NotebookPage(text, page)._repr_html_()
    read = Tags()
    read.feed(shown)
    read.close()
    ((tag, attributes),) = read.found

    assert (tag, attributes["sandbox"]) == ("iframe", "allow-scripts")
    assert (attributes["srcdoc"] or "").replace(BASE, "", 1) == page


def test_it_says_what_it_is_in_few_words() -> None:
    assert repr(NotebookPage("Films", "…")) == "NotebookPage(title='Films', height=720)"


@pytest.mark.slow
def test_the_page_works_in_its_frame(visit: Visiting) -> None:
    hostile = "".join(text for _, text in HOSTILE[:2])
    text = dk.load("fraud").text.replace("Card payment fraud", f"Fraud {hostile!r}")
    frame = dk.show(dk.loads(text))._repr_html_()
    seen = visit(f"<!doctype html><title>Notebook</title>{frame}")
    inside = seen.page.frames[1]
    inside.click('a[href="#view=request-path"]')
    inside.wait_for_url("about:srcdoc#view=request-path")

    assert seen.page.title() == "Notebook"
    assert inside.evaluate("origin") == "null"
    assert seen.faults == []
    assert seen.requests == []
