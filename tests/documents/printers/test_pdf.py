"""PDF as a reader takes it: pages, their sizes, texts in order, bookmarks."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination, IndirectObject

from designkit.documents.paper import (
    Block,
    Break,
    Heading,
    Lines,
    Paper,
    Paragraph,
    Picture,
    Question,
    Table,
)
from designkit.documents.printers.pdf import pdf
from designkit.errors import MissingLibraryError
from designkit.pictures import typst
from tests.drawn import placed_views
from tests.printed import every_block, paper_of

WIDTH, HEIGHT = 595.28, 841.89


def read(paper: Paper) -> PdfReader:
    (output,) = pdf.print(paper)
    return PdfReader(BytesIO(output.data))


@cache
def whole() -> PdfReader:
    """The paper with every block."""
    return read(every_block())


def texts(*blocks: Block) -> list[str]:
    """What each page says, without its foot."""
    pages = read(paper_of(*blocks)).pages
    return [page.extract_text().rpartition("\nTitle ")[0] for page in pages]


def size(page: PageObject) -> tuple[float, float]:
    return float(page.mediabox.width), float(page.mediabox.height)


def test_pages_are_a4_with_title_and_number_at_the_foot() -> None:
    pages = whole().pages

    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert size(page) == pytest.approx((WIDTH, HEIGHT), abs=0.1)
        assert page.extract_text().endswith(f"Films to watch {number} / 3")


def test_every_text_is_there_in_the_order_of_reading() -> None:
    said = " ".join(" ".join(p.extract_text().split()) for p in whole().pages)
    expected = (
        "Films to watch A handout for practice",
        "Recommend ten films to a visitor in time: p99 < 100 ms, says the paper",
        "5 min Clarify 8 min Sketch 15 min Deep dives 2 min Wrap up",
        "• Who watches?",
        "2. Then draw.",
        "I named a baseline.",
        "Requests at peak 30 M / 86,400 s x 4 1,389/s",
        "Feature Fresh Why watched_7d 1 h What was seen this week | or last genre 1 d",
        "Calls and lookups, with the time at each hop.",
        "CONCEPT Bias What was shown is what was clicked. Explore a little. TRAP",
        "How fresh the scores are CHOSEN Score at the request REJECTED Score every",
        "A visitor changes the mind within minutes. REVISIT WHEN The budget falls",
        "Why not deeper? senior model capacity It costs latency.",
        "What if the store is down?",
        "A second part of that name; nowhere leads nowhere.",
    )
    places = [said.find(text) for text in expected]

    assert -1 not in places
    assert places == sorted(places)


def test_the_headings_are_bookmarks() -> None:
    assert titles(whole().outline) == [
        "The task",
        "Numbers",
        ["One level too deep"],
        "Choices and questions",
        ["Numbers"],
    ]


def titles(outline: list[object]) -> list[object]:
    return [
        titles(item) if isinstance(item, list) else item.title
        for item in outline
        if isinstance(item, list | Destination)
    ]


def test_the_file_has_the_title_and_the_language() -> None:
    assert whole().metadata is not None
    assert whole().metadata.title == "Films to watch"
    assert whole().root_object["/Lang"] == "en"


def test_tables_and_pictures_are_told_to_those_who_cannot_see() -> None:
    kinds = set(structure(whole().root_object["/StructTreeRoot"]))

    assert {"/Table", "/TR", "/TH", "/TD", "/Figure", "/L", "/Link"} <= kinds


def structure(node: object) -> Iterator[str]:
    """The kinds of the elements that a screen reader goes through."""
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        for part in node:
            yield from structure(part)
    elif isinstance(node, dict):
        yield str(node.get("/S"))
        yield from structure(node.get("/K"))


def test_a_wide_picture_gets_a_page_turned_sideways_and_a_reference() -> None:
    text = Paragraph("One two three four five six seven eight nine ten. " * 6)
    blocks = (Heading("Whole"), Picture("overview", "All."), *[text] * 25)
    found = read(Paper("Title", "", blocks, placed_views("fraud")))
    shapes = [page.mediabox.width > page.mediabox.height for page in found.pages]

    assert shapes == [False, True, False]
    assert "Whole\nPage 2: All.\nOne two" in found.pages[0].extract_text()
    assert "Label join" in found.pages[1].extract_text()


def test_a_heading_may_be_called_like_a_mark_of_the_program() -> None:
    blocks = (Heading("Place"), Paragraph("[there](#place)"), Picture("overview"))
    found = read(Paper("Title", "", blocks, placed_views("fraud")))

    assert "Place\nthere" in found.pages[0].extract_text()


def test_a_link_may_lead_to_the_title() -> None:
    assert texts(Paragraph("[up](#title)")) == ["Title\nSubtitle\nup"]


def test_a_heading_stays_with_what_follows() -> None:
    filler = Lines(27)
    first, second = texts(filler, Heading("Next"), Question("Why?"))

    assert "Next" not in first
    assert second == "Next\nWhy?"


def test_the_head_of_a_table_comes_again_on_the_next_page() -> None:
    rows = tuple((str(number), "text") for number in range(80))
    pages = texts(Table(("Number", "What it is"), rows))

    assert len(pages) > 1
    assert all("Number What it is" in page for page in pages)


def test_a_break_ends_the_page() -> None:
    pages = texts(Paragraph("a"), Break(), Paragraph("b"), Break())

    assert [page.splitlines()[-1] for page in pages] == ["a", "b"]


def test_long_words_do_not_leave_the_page() -> None:
    name = "merchant_dispute_rate_90d_by_card_and_country"
    rows = ((f"`{name}`", "x" * 200, "a", "b", "c"),)
    found = read(paper_of(Table(("a", "b", "c", "d", "e"), rows), Paragraph("y" * 500)))
    right = list[float]()

    def visit(text: str, _: object, matrix: list[float], *__: object) -> None:
        if text.strip():
            right.append(matrix[4])

    said = found.pages[0].extract_text(visitor_text=visit)

    assert max(right) < WIDTH - 45
    assert name in "".join(said.split())


def test_without_typst_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typst, "find_spec", lambda name: None)

    with pytest.raises(MissingLibraryError, match="pip install typst"):
        pdf.print(every_block())
