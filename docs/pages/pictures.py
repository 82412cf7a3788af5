"""The picture of the front page."""

from collections.abc import Iterator

from designkit.api import draw, load, render
from designkit.source.inputs import find_shipped

DESIGN, VIEW = "fraud", "overview"


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of the picture."""
    loaded = load(find_shipped(DESIGN))
    if loaded.design is None:
        raise SystemExit(f"designs/{DESIGN}.yaml does not load")
    picture = render(draw(loaded.design, VIEW), "svg")
    yield f"images/{DESIGN}.{VIEW}.svg", picture
