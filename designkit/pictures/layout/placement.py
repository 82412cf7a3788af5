"""Places a drawing: its wires get routes, then labels stand beside them.

The view has decided where its nodes stand; the router keeps their order and pulls them
apart where wires need more room. Asked for `Engine.DOT`, Graphviz does all of it.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from designkit.pictures.drawing import Drawing
from designkit.pictures.layout.frame import frame
from designkit.pictures.layout.frame_titles import place_frame_titles
from designkit.pictures.layout.labels import place_labels
from designkit.pictures.layout.notes import place_notes
from designkit.pictures.routing.router import route

MOST_KEPT = 32
"""Placed drawings that are kept; most edits of a design leave most of them alone."""


class Engine(StrEnum):
    """What places cards and routes arrows: designkit, or ``dot`` of Graphviz."""

    DESIGNKIT = "designkit"
    DOT = "dot"


def place(drawing: Drawing) -> Drawing:
    """Give every node a place, every arrow a route and every label a box.

    Raises:
        LayoutError: there is no way between two of its cards.
    """
    labelled = place_labels(place_frame_titles(route(drawing)))
    return frame(place_notes(labelled))


def place_all(
    drawings: Iterable[Drawing], engine: Engine = Engine.DESIGNKIT
) -> tuple[Drawing, ...]:
    """Place several drawings.

    Raises:
        LayoutError: there is no way between two cards of one of them, or Graphviz
            could not lay one out.
        MissingLibraryError: Graphviz is asked for, and there is none.
    """
    if engine is Engine.DESIGNKIT:
        return tuple(map(_placed, drawings))
    from designkit.pictures.layout.graphviz_placement import place_by_graphviz

    return tuple(map(place_by_graphviz, drawings))


@lru_cache(MOST_KEPT)
def _placed(drawing: Drawing) -> Drawing:
    return place(drawing)
