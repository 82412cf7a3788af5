"""Markdown: reads well as plain text; its pictures are files beside it."""

from designkit.documents.outlines import arranged
from designkit.documents.paper import Paper
from designkit.documents.printer import printer
from designkit.documents.printing.markdown import markdown_page, picture_file
from designkit.documents.printing.pictures import shown_views
from designkit.files import Output
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text


@printer("md")
def md(paper: Paper) -> tuple[Output, ...]:
    """Markdown for a repository or a wiki, with its pictures beside it as SVG."""
    arrangement = arranged(paper, "md")
    paper = arrangement.paper
    pictures = (
        Output(
            picture_file(paper, view),
            svg_text(paper.drawings[view], Theme.AUTO).encode(),
        )
        for view in shown_views(paper)
        if view not in paper.files
    )
    return (Output(f"{paper.stem}.md", markdown_page(arrangement).encode()), *pictures)
