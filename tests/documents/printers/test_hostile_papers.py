"""Texts of a paper stay texts in every format, whatever they look like."""

import re
from collections import Counter
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from designkit.documents.paper import Paper, Picture
from designkit.documents.printers.html import html
from designkit.documents.printers.md import md
from designkit.documents.printers.pdf import pdf
from designkit.documents.printing.inline import words
from tests.hostile import HOSTILE, every_hostile_text
from tests.html_elements import attributes, elements
from tests.markdown_tokens import block_structure, inline_tokens, links, shown
from tests.printed import hostile_blocks, hostile_paper

INLINE = {"a", "em", "strong", "code"}
SAFE = re.compile(r"https?://|mailto:|#|data:image/png;base64,", re.IGNORECASE)
PLACES = 37
"""How often a paper says its text, the words of a question's tags included."""


def as_markdown(text: str) -> str:
    return md.print(hostile_paper(text))[0].data.decode()


@cache
def as_html(text: str) -> str:
    return html.print(hostile_paper(text))[0].data.decode()


def shape(text: str) -> Counter[str]:
    """The elements of a page that do not come from inline Markdown."""
    return Counter(e.name for e in elements(text) if e.name not in INLINE)


@every_hostile_text
def test_markdown_keeps_its_blocks_and_its_links(text: str) -> None:
    written = as_markdown(text)
    kinds = {token.type for token in inline_tokens(written)}
    images = [t for t in inline_tokens(written) if t.type == "image"]

    assert block_structure(written) == block_structure(as_markdown("harmless"))
    assert "html_inline" not in kinds
    assert [image.attrs["src"] for image in images] == ["handout-overview.svg"]
    assert all(SAFE.match(link) for link in links(written))


@every_hostile_text
def test_markdown_shows_the_text(text: str) -> None:
    said = shown(as_markdown(text)).replace("&#124;", "|")

    assert said.count(words(text)) >= PLACES


@every_hostile_text
def test_html_keeps_its_elements_and_its_links(text: str) -> None:
    written = as_html(text)

    assert shape(written) == shape(as_html("harmless"))
    assert all(SAFE.match(link) for link in attributes(written, "href"))
    assert not [k for e in elements(written) for k in e.attrs if k.startswith("on")]


@every_hostile_text
def test_html_shows_the_text(text: str) -> None:
    body = next(e for e in elements(as_html(text)) if e.name == "body")

    assert squeezed(body.to_text()).count(squeezed(words(text))) >= PLACES


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def printed() -> PdfReader:
    """Every hostile text but the longest in every place of one paper."""
    texts = [text for name, text in HOSTILE if name != "huge"]
    blocks = (block for text in texts for block in hostile_blocks(text))
    kept = tuple(block for block in blocks if not isinstance(block, Picture))
    paper = Paper(" ".join(texts), " ".join(texts), kept, has_contents=True)
    return PdfReader(BytesIO(pdf.print(paper)[0].data))


def test_pdf_shows_every_text(printed: PdfReader) -> None:
    said = visible("".join(page.extract_text() for page in printed.pages))
    counts = {name: said.count(visible(words(text))) for name, text in HOSTILE}

    assert {n: c for n, c in counts.items() if c < 30 and n != "huge"} == {}


def visible(text: str) -> str:
    """What the font surely has, without spaces and line breaks."""
    return re.sub("[^!-~]", "", text)


def test_pdf_has_no_link_but_to_pages_and_headings(printed: PdfReader) -> None:
    notes = [n.get_object() for page in printed.pages for n in page.annotations or ()]
    actions = [note["/A"] for note in notes if "/A" in note]
    targets = {str(action.get("/URI", "")) for action in actions}

    assert {action["/S"] for action in actions} <= {"/URI", "/GoTo"}
    assert targets <= {"", "https://a.example", "https://evil.example/x.png"}
    assert "/JavaScript" not in str(printed.root_object)


def test_pdf_takes_a_text_longer_than_a_page() -> None:
    text = dict(HOSTILE)["huge"][:6000]
    kinds = {type(block): block for block in hostile_blocks(text)}
    blocks = tuple(block for kind, block in kinds.items() if kind is not Picture)
    found = PdfReader(BytesIO(pdf.print(Paper("T", "", blocks))[0].data))

    assert len(found.pages) > 10
