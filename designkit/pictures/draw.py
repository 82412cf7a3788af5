"""Draws views of a design: what is in each, and where everything stands."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from designkit.model.design import Design
from designkit.pictures.badging import place_badges
from designkit.pictures.drawing import Drawing
from designkit.pictures.icons import read_icons, with_icons
from designkit.pictures.layout.placement import Engine, place_all
from designkit.pictures.overlay import OverlayContent, overlaid
from designkit.pictures.views import find_view


def draw_all(
    design: Design,
    views: Sequence[str],
    icons: Mapping[str, Path] | None = None,
    marking: OverlayContent | None = None,
    engine: Engine = Engine.DESIGNKIT,
) -> Mapping[str, Drawing]:
    """Draw several views of `design`, by name; `icons` are pictures by technology.

    What `marking` says is shown in badges.

    Raises:
        NotFoundError: no view is called that.
        LayoutError: one of them could not be placed.
        MissingLibraryError: Graphviz is asked for, and there is none.
    """
    drawings = unplaced(design, views, icons, marking)
    placed = place_all(drawings.values(), engine)
    return dict(zip(views, map(place_badges, placed), strict=True))


def unplaced(
    design: Design,
    views: Iterable[str],
    icons: Mapping[str, Path] | None = None,
    marking: OverlayContent | None = None,
) -> Mapping[str, Drawing]:
    """Return the drawings of `design` that are still to be placed, by view.

    Raises:
        NotFoundError: no view is called that.
    """
    own = read_icons(icons or {})
    drawn = {name: with_icons(find_view(name).draw(design), own) for name in views}
    if marking is None:
        return drawn
    return {name: overlaid(drawing, marking) for name, drawing in drawn.items()}
