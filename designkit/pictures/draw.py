"""Draws views of a design: what is in each, and where everything stands."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from designkit.errors import NotFoundError
from designkit.model.design import Design
from designkit.pictures.badging import place_badges
from designkit.pictures.drawing import Drawing
from designkit.pictures.icons import read_icons, with_icons
from designkit.pictures.layout.placement import Engine, place_all
from designkit.pictures.overlay import OverlayContent, OverlayInputs, overlaid
from designkit.pictures.overlays import find_overlay
from designkit.pictures.scenario import walk
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


def find_marking(
    of: OverlayInputs, overlay: str = "", scenario: str = ""
) -> OverlayContent | None:
    """Return what the badges of an `overlay` say, or the steps of a `scenario`, if any.

    Raises:
        NotFoundError: none is called that, or both are asked for.
    """
    require_one(overlay, scenario)
    if scenario:
        return walk(of.design, scenario)
    return find_overlay(overlay).mark(of) if overlay else None


def require_one(overlay: str, scenario: str) -> None:
    """Refuse a picture with two sorts of badges.

    Raises:
        NotFoundError: both are asked for.
    """
    if overlay and scenario:
        raise NotFoundError("a picture shows an overlay or a scenario, not both")
