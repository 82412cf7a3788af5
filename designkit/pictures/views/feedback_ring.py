"""The stations of the feedback loop, and the ring in which a picture has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from designkit.catalog.role import Role
from designkit.pictures.bands import Placement
from designkit.pictures.columns import columns_of, settled
from designkit.pictures.drawing import Arrow, Node
from designkit.pictures.ring import RingSpacing, Station, Turn, columns_at, place_ring


@dataclass(frozen=True, slots=True)
class LoopStation:
    """A station of the loop: the role of what works there, and how it is tinted."""

    title: str
    stage: str
    role: Role


PREDICT = LoopStation("Predict and act", "serving", Role.LOOP_PREDICTS)
LOG = LoopStation("Log", "ingestion", Role.LOOP_LOGS)
LABEL = LoopStation("Observe and label", "labels", Role.LOOP_LABELS)
LEARN = LoopStation("Learn again", "training", Role.LOOP_LEARNS)
RELEASE = LoopStation("Release", "registry", Role.RELEASES)
WATCH = LoopStation("Watch and retrain", "monitoring", Role.LOOP_WATCHES)
UPPER, LOWER = (PREDICT, LOG, LABEL), (RELEASE, LEARN)
TURNS = {
    PREDICT: Turn.LEFT,
    RELEASE: Turn.LEFT,
    LABEL: Turn.RIGHT,
    LEARN: Turn.RIGHT,
}
DEPTHS = (1, 2, 3)
"""Inner cards in a column of a station: what is tried."""
MOST = 4
"""Columns of a station."""

ROUND = (*UPPER, LEARN, RELEASE)
"""The stations in the order of the loop."""

STATIONS = (*ROUND, WATCH)


@dataclass(frozen=True, slots=True)
class Loop:
    """What is placed: cards by id, those of each station, arrows, and the way round."""

    cards: Mapping[str, Node]
    members: Mapping[LoopStation, Sequence[str]]
    arrows: Sequence[Arrow]
    way: Sequence[str]


def place_loop(loop: Loop) -> Placement:
    """Set the stations in a ring: out along the top, back below, watched within.

    What watches stands to the right, near labels and training sets, and what comes of
    it to the left, as on the way back.
    """
    return max((_placed(loop, deep) for deep in DEPTHS), key=Placement.scale)


def _placed(loop: Loop, deep: int) -> Placement:
    bands = {
        station: _station(loop, station, ids, deep)
        for station, ids in loop.members.items()
        if ids
    }
    upper, middle, lower = (
        [bands[s] for s in row if s in bands] for row in (UPPER, (WATCH,), LOWER)
    )
    return place_ring(upper, middle, lower, RingSpacing())


def _station(
    loop: Loop, station: LoopStation, ids: Sequence[str], deep: int
) -> Station:
    outer = [id for id in dict.fromkeys(loop.way) if id in ids]
    inner = [id for id in ids if id not in outer]
    columns = columns_of(inner, loop.arrows, deep=deep, most=MOST)
    columns = settled(columns, loop.arrows)
    if station in (*LOWER, WATCH):
        outer, columns = outer[::-1], columns[::-1]
    placed = columns_at(
        TURNS.get(station, Turn.NOWHERE),
        [loop.cards[id] for id in outer],
        [tuple(loop.cards[id] for id in column) for column in columns],
    )
    return Station(station.stage, station.title, station.stage, placed)
