"""Puts the page of a design together: one HTML file that needs nothing else."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from designkit.documents.page.content import as_json, content, title_of
from designkit.documents.page.formulas import script as formula_script
from designkit.documents.page.linking import joined
from designkit.documents.page.subject import PageSubject
from designkit.documents.paper import Folded, Paper
from designkit.documents.policy import source_of
from designkit.documents.printers.html import body
from designkit.documents.printing.looks import variables
from designkit.documents.write_up.writing import Showing, write_up
from designkit.estimates.graph.export import graph_of
from designkit.estimates.graph.functions import key_of
from designkit.files import Output, bundled
from designkit.pictures.drawing import Drawing
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import bare_svg, shared_rules, shared_symbols
from designkit.pictures.theme import DARK, LIGHT
from designkit.quantities.alike import bytes_like
from designkit.text.templates import fill

PAPERS = ("document", "reference")
"""What the papers of a write-up are called in a page, in their order."""

UNUSED = re.compile(r' (?:lengthAdjust|data-stage|data-carries)="[^"]*"')
"""What pictures say of themselves that the page knows or sets itself."""

PLACE = re.compile(
    r' (?:d|x|y|cx|cy|width|height|transform|textLength)="[^"]*"(?=[^<>]*>)'
)
TENTHS = re.compile(r"(\.\d)\d+")
"""Where numbers stand in a tag, and what is more than tenths of one."""

CARD = re.compile(r' data-id="([^"]*)" data-kind="')
"""What a card says of its component; the last view has those that links lead to."""


def page(of: PageSubject) -> Output:
    """Make the page of a design, called after its stem."""
    return Output(f"{of.stem}.html", page_text(of).encode())


def page_text(of: PageSubject) -> str:
    """Return the page of a design as HTML.

    Its policy allows what it brings itself, by hash: nothing is fetched.
    """
    drawings = tuple(of.drawings.values())
    graph = graph_of(of.loaded)
    style, script = _style(drawings), _shipped("page.js")
    formulas = formula_script((*graph.functions, key_of(bytes_like)))
    values: Mapping[str, object] = {
        "name": of.told.design.name,
        "summary": of.told.design.summary or "",
        "is_in_site": of.is_in_site,
        "style_source": source_of(style),
        "script_sources": (source_of(formulas), source_of(script)),
        "formulas": Markup(formulas),
        "style": Markup(style),
        "script": Markup(script),
        "symbols": Markup(_icons(drawings)),
        "views": tuple(_views(of.drawings)),
        "papers": tuple(_papers(of)),
        "content": Markup(as_json(content(of, graph))),
    }
    return fill("page/page.html.j2", values)


def _icons(drawings: tuple[Drawing, ...]) -> str:
    """Return the icons of all pictures, without styles that the policy refuses."""
    found = shared_symbols(drawings)
    return found.replace(' style="fill:currentColor;stroke:none"', ' class="initials"')


def _views(drawings: Mapping[str, Drawing]) -> Iterator[Mapping[str, object]]:
    last = [*drawings][-1] if drawings else ""
    for view, drawing in drawings.items():
        svg = _smaller(bare_svg(_linked(drawing)))
        named = CARD.sub(r' id="sel=\1"\g<0>', svg) if view == last else svg
        yield {"name": view, "title": title_of(view), "svg": Markup(named)}


def _smaller(svg: str) -> str:
    """Return a picture in fewer bytes: tenths of pixels do; a script fits its texts."""
    plain = UNUSED.sub("", svg).replace(">\n<", "><")
    return PLACE.sub(lambda place: TENTHS.sub(r"\1", place[0]), plain)


def _linked(drawing: Drawing) -> Drawing:
    """Return `drawing` with cards that lead to their component in the page."""
    nodes = tuple(
        replace(
            node,
            url=f"#sel={node.id}" if node.kind else "",
            members=tuple(replace(it, url=f"#sel={it.id}") for it in node.members),
        )
        for node in drawing.nodes
    )
    return replace(drawing, nodes=nodes)


def _papers(of: PageSubject) -> Iterator[Mapping[str, object]]:
    """Give the write-up without pictures, since the page has them, paper by paper."""
    showing = Showing(of.stem, templates=of.templates)
    papers = write_up(replace(of.told, views=()), showing, of.length)
    homes = dict(zip((paper.stem for paper in papers), PAPERS, strict=False))
    for paper in map(_without_working, papers):
        home = homes[paper.stem]
        text = joined(body(paper).replace(">\n<", "><"), f"{home}-", homes)
        yield {"name": home, "title": home.capitalize(), "text": Markup(text)}


def _without_working(paper: Paper) -> Paper:
    """Return a paper without the working of figures, which the page shows and moves."""
    sections = (
        replace(it, blocks=tuple(b for b in it.blocks if not isinstance(b, Folded)))
        for it in paper.sections
    )
    return replace(paper, sections=tuple(sections))


def _style(drawings: tuple[Drawing, ...]) -> str:
    """Return the style sheet: that of the page, of its text, and of pictures."""
    light = shared_rules(drawings, Theme.LIGHT)
    dark = _besides(shared_rules(drawings, Theme.DARK), light)
    in_dark = f"{{color-scheme:dark;{variables(DARK)}.picture{{{dark}}}}}"
    return (
        f":root{{color-scheme:light;{variables(LIGHT)}}}\n.picture{{{light}}}\n"
        "@media screen and (prefers-color-scheme:dark)"
        f'{{:root:not([data-theme="light"]){in_dark}}}\n'
        f'@media screen{{:root[data-theme="dark"]{in_dark}}}\n'
        f"{_shipped('page.css')}"
    )


def _besides(rules: str, known: str) -> str:
    """Return the rules that are not among those `known`."""
    there = set(known.split("}"))
    return "".join(f"{rule}}}" for rule in rules.split("}") if rule not in there)


def _shipped(name: str) -> str:
    return (bundled("templates") / "page" / name).read_text(encoding="utf-8")
