"""The picture of the front page."""

from collections.abc import Iterator

from designkit import draw, load, render

DESIGN, VIEW = "fraud", "overview"


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of the picture."""
    picture = render(draw(load(DESIGN), VIEW), "svg")
    yield f"images/{DESIGN}.{VIEW}.svg", picture
