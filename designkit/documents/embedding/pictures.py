"""The picture that a marker asks for: a view of a design, in a file beside the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from designkit.documents.embedding.asking import MarkerRequest
from designkit.documents.embedding.designs import EmbeddedDesign
from designkit.documents.paper import Paper, Picture
from designkit.documents.printing.pictures import picture_title
from designkit.documents.rendering import file_stem
from designkit.documents.write_up.architecture import architecture, full_picture
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.errors import MarkerError
from designkit.files import safe_stem
from designkit.pictures.draw import draw_all, find_marking
from designkit.pictures.drawing import Drawing
from designkit.pictures.overlay import OverlayInputs
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from designkit.source.project import base_of, normal
from designkit.text.choices import chosen
from designkit.text.escape import attribute

USAGE = "picture DESIGN VIEW [auto|light|dark|light,dark] [to=FOLDER]"
OPTIONS = ("to", "overlay", "scenario")


@dataclass(frozen=True)
class EmbeddedPicture:
    """A paper that is the picture alone, the same as HTML, and the files it shows."""

    paper: Paper
    html: str
    files: Mapping[Path, bytes]


def picture_of(
    design: EmbeddedDesign, asked: MarkerRequest, folder: Path
) -> EmbeddedPicture:
    """Draw the view that is asked for, for a page in `folder`.

    Raises:
        NotFoundError: no view, theme, overlay or option is called that.
        MarkerError: there is nothing in the view, or its folder is outside the project.
    """
    asked.require(USAGE, 1, 2)
    asked.require_options(OPTIONS)
    view, there = asked.word(0), _folder(asked.options.get("to", ""), folder)
    themes = [
        Theme(it) for it in chosen("theme", (asked.word(1, "auto"),), list(Theme))
    ]
    drawing = _drawn(design, asked, view)
    names = [_name(design, asked, view, theme) for theme in themes]
    links = [(Path(asked.options.get("to", "")) / name).as_posix() for name in names]
    paper = _paper(design, view, drawing, links)
    files = {
        there / name: svg_text(drawing, theme).encode()
        for name, theme in zip(names, themes, strict=True)
    }
    return EmbeddedPicture(paper, _image(paper, links[0]), files)


def _folder(said: str, folder: Path) -> Path:
    """Return where pictures go; never outside the project that the page is of.

    Raises:
        MarkerError: they would.
    """
    here, there = normal(folder), normal(folder / said)
    if not there.is_relative_to(base_of(here) or here):
        raise MarkerError(f"to={said} leads out of the project; name a folder inside")
    return there


def _drawn(design: EmbeddedDesign, asked: MarkerRequest, view: str) -> Drawing:
    inputs = OverlayInputs(design.design, tuple(design.inputs.found))
    options = asked.options
    marking = find_marking(
        inputs, options.get("overlay", ""), options.get("scenario", "")
    )
    icons = design.settings.icons
    drawing = draw_all(design.design, (view,), icons, marking)[view]
    if not drawing.nodes:
        raise MarkerError(f"{asked.design} has nothing for the view {view}")
    return drawing


def _name(design: EmbeddedDesign, asked: MarkerRequest, view: str, theme: Theme) -> str:
    """Return the name of a file, such as ``fraud.full.findings.dark.svg``."""
    said = (asked.options.get("overlay", ""), asked.options.get("scenario", ""))
    parts = (
        *(safe_stem(word) for word in said if word),
        "" if theme is Theme.AUTO else theme,
    )
    return ".".join((design.source.stem, file_stem(view), *filter(None, parts), "svg"))


def _paper(
    design: EmbeddedDesign, view: str, drawing: Drawing, links: list[str]
) -> Paper:
    """Return the picture as the write-up shows it, in the first of its files."""
    told = WriteUpInputs(design.inputs.design, views=(view,))
    blocks = chain(architecture(told), full_picture(told))
    pictures = tuple(block for block in blocks if isinstance(block, Picture))
    dark = {view: links[1]} if len(links) > 1 else {}
    return Paper(
        drawing.title,
        "",
        pictures[:1],
        drawings={view: drawing},
        files={view: links[0]},
        dark_files=dark,
    )


def _image(paper: Paper, link: str) -> str:
    picture = next(it for it in paper.blocks if isinstance(it, Picture))
    title = attribute(picture_title(paper, picture))
    return f'<img alt="{title}" src="{quote(link)}">'
