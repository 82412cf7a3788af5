import re
from dataclasses import replace

import pytest

from designkit.documents.paper import (
    Block,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Strip,
    Table,
)
from designkit.documents.printers.html import html
from designkit.pictures.theme import DARK, LIGHT
from tests.golden_files import assert_golden
from tests.html_elements import attributes, elements
from tests.printed import every_block, paper_of


def page(*blocks: Block) -> str:
    return html.print(paper_of(*blocks))[0].data.decode()


@pytest.fixture(scope="module")
def whole() -> str:
    """The page with every block."""
    return html.print(every_block())[0].data.decode()


def test_a_paper_with_every_block(whole: str) -> None:
    without_pictures = re.sub(r"(<svg) .*?(</svg>)", r"\1>\2", whole, flags=re.DOTALL)

    assert_golden("printed/films.html", without_pictures)


def test_it_is_one_file() -> None:
    assert [output.name for output in html.print(every_block())] == ["films.html"]


def test_it_is_valid_and_says_its_language(whole: str) -> None:
    root = elements(whole)[0]

    assert (root.name, root.attrs) == ("html", {"lang": "en"})


def test_headings_are_nested_without_jumps(whole: str) -> None:
    names = [e.name for e in elements(whole) if re.fullmatch("h[1-6]", e.name)]

    assert names == ["h1", "h2", "h2", "h3", "h2", "h3"]


def test_no_two_elements_have_the_same_id(whole: str) -> None:
    ids = attributes(whole, "id")

    assert len(ids) == len(set(ids)) > 10


def test_every_link_leads_somewhere(whole: str) -> None:
    ids = {f"#{id}" for id in attributes(whole, "id")}
    links = [link for link in attributes(whole, "href") if link[:5] != "data:"]
    outside = [link for link in links if link not in ids]

    assert outside == ["https://example.org/films?a=1&b=2"]
    assert "#numbers-1" in links


def test_nothing_is_fetched_and_nothing_runs(whole: str) -> None:
    names = {element.name for element in elements(whole)}
    keys = {key for element in elements(whole) for key in element.attrs}

    assert not names & {"script", "link", "iframe", "object", "foreignObject", "img"}
    assert not {key for key in keys if key.startswith("on") or key == "src"}
    assert not re.search(r"@import|url\(", whole)
    assert "default-src 'none'" in whole


def test_a_picture_can_be_heard(whole: str) -> None:
    pictures = [e for e in elements(whole) if e.name == "svg"]
    named = {e.attrs["id"]: e for e in elements(whole) if e.attrs.get("id")}

    assert [picture.attrs["role"] for picture in pictures] == ["img", "img"]
    for picture in pictures:
        title, description = str(picture.attrs["aria-labelledby"]).split()
        assert (named[title].name, named[description].name) == ("title", "desc")


def test_the_same_picture_may_come_twice() -> None:
    paper = replace(every_block(), blocks=(Picture("overview"), Picture("overview")))
    ids = attributes(html.print(paper)[0].data.decode(), "id")

    assert len(ids) == len(set(ids))


def test_contents_are_there_if_they_are_wanted(whole: str) -> None:
    assert "<nav" in whole
    assert "<nav" not in page(Heading("A"))


def test_the_colours_are_those_of_the_pictures(whole: str) -> None:
    assert f"--ink: {LIGHT.ink};" in whole
    assert f"--ink: {DARK.ink};" in whole


def test_the_title_at_the_foot_of_a_page_stays_a_string() -> None:
    paper = Paper('"; } </style> é', "", ())
    text = html.print(paper)[0].data.decode()

    assert r'content: "\22 \3b  \7d  \3c \2f style\3e  \e9 "; }' in text


def test_columns_get_their_shares() -> None:
    widths = [
        element.attrs["width"]
        for element in elements(page(Table(("a", "b"), (), widths=(1, 3))))
        if element.name == "col"
    ]

    assert widths == ["25.0%", "75.0%"]


def test_a_strip_is_as_long_as_its_minutes() -> None:
    shares = attributes(page(Strip(((5, "a"), (15, "b")))), "style")

    assert shares == ("flex-grow: 5", "flex-grow: 15")


def test_a_link_that_leads_nowhere_is_its_text() -> None:
    text = page(Paragraph("[a](#gone) and [b](javascript:x)"))

    assert "<p>a and [b](javascript:x)</p>" in text
