"""A component that has a link leads there, wherever its card is shown."""

import io
from xml.etree import ElementTree as ET

import pypdf
import pytest

from designkit.handouts.masking import Mask, masked
from designkit.pictures.layout.geometry import foreign_parts
from designkit.pictures.layout.graphviz_placement import place_by_graphviz
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.pdf import pdf
from designkit.pictures.renderers.svg import svg_text
from designkit.pictures.views import find_view
from designkit.source.loader import load_text
from tests.drawn import SMALL, design_of, drawn_views

SVG = "{http://www.w3.org/2000/svg}"
REFUSED = {
    "javascript:alert(1)": ["6:30 DK013 url is 'javascript:alert(1)', not a link"],
    "runbooks/gate": ["6:30 DK013 url is 'runbooks/gate', not a link"],
    "[a, b]": ["6:30 DK014 url is a list; a text is wanted"],
}
URL = "https://runbooks.example/gate?a=1&b=2"
LINKED = SMALL.replace("kind: gateway,", f'kind: gateway, url: "{URL}",')
DESIGN = design_of(LINKED)


@pytest.mark.parametrize("view", ["full", "overview", "request-path"])
def test_a_card_and_a_line_of_a_stage_lead_there(view: str) -> None:
    text = svg_text(drawn_views(DESIGN)[view], Theme.AUTO)
    root = ET.fromstring(text)
    (group,) = (g for g in root.iter(f"{SVG}g") if g.get("data-id") == "gate")

    assert [a.get("href") for a in group.iter(f"{SVG}a")] == [URL]
    assert len(list(root.iter(f"{SVG}a"))) == 1
    assert group.findtext(f"{SVG}title") == f"Gate: gateway on Envoy ({URL})"
    assert foreign_parts(text) == 0


def test_a_card_that_graphviz_has_placed_leads_there_as_well() -> None:
    drawing = place_by_graphviz(find_view("full").draw(DESIGN))
    root = ET.fromstring(svg_text(drawing, Theme.AUTO))

    assert [a.get("href") for a in root.iter(f"{SVG}a")] == [URL]


@pytest.mark.parametrize("view", ["full", "overview", "request-path"])
def test_a_page_of_pdf_leads_there(view: str) -> None:
    drawing = drawn_views(DESIGN)[view]
    (page,) = pypdf.PdfReader(io.BytesIO(pdf.render(drawing, Theme.AUTO))).pages
    found = [note.get_object() for note in page["/Annots"]]  # type: ignore[attr-defined]

    assert [note["/A"]["/URI"] for note in found] == [URL]
    left, low, right, high = (float(at) for at in found[0]["/Rect"])
    node = next(it for it in drawing.nodes if it.id in ("gate", "serving"))
    assert node.box.x - 1 <= left <= right <= node.box.right + 1
    assert node.box.y - 1 <= drawing.height - high
    assert drawing.height - low <= node.box.bottom + 1


def test_a_worksheet_leads_nowhere() -> None:
    for drawing in drawn_views(DESIGN).values():
        sheet = masked(drawing, DESIGN, list(Mask), 0, 1.0).drawing

        assert "runbooks" not in svg_text(sheet, Theme.AUTO)


@pytest.mark.parametrize("url", REFUSED)
def test_what_is_no_link_is_refused_at_its_place(url: str) -> None:
    loaded = load_text(SMALL.replace("kind: gateway,", f"kind: gateway, url: {url},"))
    told = [
        f"{it.span.line}:{it.span.column} {it.code} {it.message}"
        for it in loaded.diagnostics
        if "url" in it.message
    ]

    assert told == REFUSED[url]
