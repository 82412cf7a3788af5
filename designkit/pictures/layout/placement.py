"""Places a drawing: its wires get routes, then labels stand beside them.

The view has decided where its nodes stand; the router keeps their order and pulls them
apart where wires need more room.
"""

from collections.abc import Iterable

from designkit.pictures.drawing import Drawing
from designkit.pictures.layout.frame import frame
from designkit.pictures.layout.frame_titles import place_frame_titles
from designkit.pictures.layout.labels import place_labels
from designkit.pictures.layout.notes import place_notes
from designkit.pictures.routing.router import route


def place(drawing: Drawing) -> Drawing:
    """Give every node a place, every arrow a route and every label a box.

    Raises:
        LayoutError: there is no way between two of its cards.
    """
    labelled = place_labels(place_frame_titles(route(drawing)))
    return frame(place_notes(labelled))


def place_all(drawings: Iterable[Drawing]) -> tuple[Drawing, ...]:
    """Place several drawings.

    Raises:
        LayoutError: there is no way between two cards of one of them.
    """
    return tuple(map(place, drawings))
